import type { FaultOptions } from './harness.ts';

/** A run that failed once and is played again for ever. */
export interface KeptSeed extends Omit<FaultOptions, 'say' | 'signal' | 'again'> {
  /** What it found. */
  found: string;
}

/** Every seed that ever failed, with as little else as still found it. */
export const keptSeeds: readonly KeptSeed[] = [
  {
    seed: 3,
    captures: 40,
    browserKills: 5,
    serverKills: 2,
    databaseRestarts: 1,
    found: 'a browser that dies while its tabs open is not waited for; a draft that is restored while somebody types mixes with it',
  },
];
