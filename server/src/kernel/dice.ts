/** Throws the same numbers each time, so that the demo is the same city for everybody. */
export interface Dice {
  /** From 0 up to but not n. */
  upTo(n: number): number;
  oneOf<T>(all: readonly T[]): T;
  /** True so often: 0.2 is once in five. */
  chance(often: number): boolean;
  /** A UUID of version 4. */
  id(): string;
}

/** Dice of a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (n: number): number => Math.floor(next() * n);
  const hex = (digits: number): string => Array.from({ length: digits }, () => upTo(16).toString(16)).join('');
  return {
    upTo,
    oneOf: (all) => all[upTo(all.length)]!,
    chance: (often) => next() < often,
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[upTo(4)]}${hex(3)}-${hex(12)}`,
  };
}
