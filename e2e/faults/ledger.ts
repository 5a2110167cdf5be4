import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Something that a person said, with every wording that it was given: the first, and each correction of it. */
export interface Said {
  wordings: string[];
  /** Which wording the app last said was saved; -1 when it never did. */
  saved: number;
  /** The receipt that was shown. */
  receipt: string | null;
}

/** What was tried and what the app said was saved. It lies outside the browser, so that nothing that dies there is forgotten here. */
export interface Ledger {
  readonly said: readonly Said[];
  /** Written before save is pressed. */
  attempt(wording: string): Said;
  /** Written before a correction is saved. */
  correct(said: Said, wording: string): void;
  /** Written when the app has shown the receipt. */
  confirm(said: Said, receipt: string): void;
}

/** A ledger that is also written line by line to a file, for whoever looks into a failure. */
export function openLedger(file: string): Ledger {
  const said: Said[] = [];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  const note = (what: string, one: Said): void =>
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), what, words: one.wordings.at(-1)!.slice(0, 40), receipt: one.receipt })}\n`);
  return {
    said,
    attempt(wording) {
      const one: Said = { wordings: [wording], saved: -1, receipt: null };
      said.push(one);
      note('attempt', one);
      return one;
    },
    correct(one, wording) {
      one.wordings.push(wording);
      note('correct', one);
    },
    confirm(one, receipt) {
      one.saved = one.wordings.length - 1;
      one.receipt = receipt;
      note('saved', one);
    },
  };
}
