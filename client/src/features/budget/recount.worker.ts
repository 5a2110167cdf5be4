import { recount } from '@torilla/schema/budget/count/record';
import type { CountRule, TieOrder } from '@torilla/schema/budget/rules';

/** What is to be counted again: the file as it was published, and the round's rule. */
export interface RecountAsked {
  file: string;
  rule: CountRule;
  ties: TieOrder;
}

/** What it came to: the funded projects in order, and the file's SHA-256. */
export interface Recounted {
  winners: string[];
  sha256: string;
}

// beside the page, which goes on meanwhile
addEventListener('message', ({ data }: MessageEvent<RecountAsked>) => {
  void (async () => {
    const bytes = new TextEncoder().encode(data.file);
    const { winners } = await recount(bytes, data.rule, data.ties);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    postMessage({ winners, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') } satisfies Recounted);
  })();
});
