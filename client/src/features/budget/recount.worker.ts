import { BadInput, type BadInputCode, type BadInputFacts } from '@torilla/schema/budget/badInput';
import { tally, type Tally } from '@torilla/schema/budget/count/tally';
import { readPb } from '@torilla/schema/budget/pb/read';
import type { CountRule, TieOrder } from '@torilla/schema/budget/rules';

/** What is to be counted: a file in the format of Pabulib, and the rule. */
export interface RecountAsked {
  file: Uint8Array;
  rule: CountRule;
  ties: TieOrder;
}

/** What it came to, with the file's SHA-256 and what it tells of itself; or what is wrong with it. Money is in units, of which `decimals` places make one of the currency. */
export type Recounted =
  | (Tally & { sha256: string; budget: number; decimals: number; voters: number; names: Record<string, string>; currency: string; title: string })
  | { fault: { code: BadInputCode; facts: BadInputFacts } };

async function count({ file, rule, ties }: RecountAsked): Promise<Recounted> {
  try {
    const { election, decimals, meta, projects } = readPb(file);
    const counted = await tally(election, rule, ties);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file as Uint8Array<ArrayBuffer>));
    const [id, name] = ['project_id', 'name'].map((column) => projects.columns.indexOf(column)) as [number, number];
    return {
      ...counted,
      sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      budget: election.budget,
      decimals,
      voters: election.voters,
      names: Object.fromEntries(projects.rows.map((row) => [row[id]!, row[name] || row[id]!])),
      currency: meta.get('currency') ?? '',
      title: meta.get('description') ?? '',
    };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { fault: { code: error.code, facts: error.facts } };
  }
}

// beside the page, which goes on meanwhile
addEventListener('message', ({ data }: MessageEvent<RecountAsked>) => {
  void count(data).then(postMessage, (error: unknown) => {
    // out of the promise, where the page hears of it
    setTimeout(() => {
      throw error;
    });
  });
});
