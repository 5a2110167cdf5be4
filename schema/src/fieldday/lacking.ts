import type { SequenceRange } from '../kernel/capture.ts';

/** How many captures of an event the city lacks, as far as its devices have told. */
export const lackingIn = (tablets: readonly { missing: readonly SequenceRange[] }[]): number =>
  tablets.reduce((sum, { missing }) => sum + missing.reduce((n, { from, to }) => n + to - from + 1, 0), 0);
