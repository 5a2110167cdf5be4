import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '@torilla/schema/budget/badInput';
import { tally, type Tally } from '@torilla/schema/budget/count/tally';
import { amountOf } from '@torilla/schema/budget/pb/amount';
import { readPb, type Pb } from '@torilla/schema/budget/pb/read';
import { PB_BYTES_LIMIT } from '@torilla/schema/budget/pb/rows';
import type { Ruled } from './rule-options.ts';
import { inWords } from './words.ts';

/** A file as it was read, and what anybody can tell it by. */
export interface Read {
  name: string;
  pb: Pb;
  sha256: string;
}

/** Reads a file. @throws Error with a sentence that says what is wrong with it, and where */
export function readFile(file: string): Read {
  const name = path.basename(file);
  try {
    const bytes = bytesOf(file);
    return { name, pb: readPb(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    throw inWords(name, error);
  }
}

// what is too large is not taken into memory
function bytesOf(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size >= PB_BYTES_LIMIT) throw new BadInput('file-too-large', { bytes: size, limit: PB_BYTES_LIMIT });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`, { cause: error });
  }
}

/** The result of a count, with money in the currency of the file; the JSON of the command line. */
export interface FileTally {
  file: string;
  sha256: string;
  voters: number;
  budget: number;
  rule: Ruled['rule'];
  ties: Ruled['ties'];
  /** Ids as a set, in the order of text. */
  winners: string[];
  /** The same in the order in which the rule took them. */
  order: string[];
  cost: number;
  share?: Tally['share'];
  preferences?: Tally['preferences'];
}

/** What became of each project, with money in units, and how much of the currency a unit is. */
export interface Explained extends FileTally {
  unit: number;
  projects: Tally['projects'];
}

/** Counts a file that was read. @throws Error with a sentence where the rule does not fit its ballots */
export async function countFile({ name, pb: { election, decimals }, sha256 }: Read, { rule, ties }: Ruled): Promise<Explained> {
  const amount = (units: number): number => Number(amountOf(units, decimals));
  try {
    const { winners, cost, share, preferences, projects } = await tally(election, rule, ties);
    return {
      file: name,
      sha256,
      voters: election.voters,
      budget: amount(election.budget),
      rule,
      ties,
      winners: winners.toSorted(),
      order: winners,
      cost: amount(cost),
      ...(share && { share }),
      ...(preferences && { preferences }),
      unit: amount(1),
      projects,
    };
  } catch (error) {
    throw inWords(name, error);
  }
}
