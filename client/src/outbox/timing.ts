const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** From one second, doubling, to five minutes. */
export const BACKOFF = { first: SECOND, longest: 5 * 60 * SECOND } as const;
/** What an item waits that the city cannot take today: an unknown answer, or a newer app wanted. */
export const LONG_WAIT = HOUR;
/** No item waits longer, whatever it was told. */
export const LONGEST_WAIT = 24 * HOUR;
/** An acknowledged and reconciled entry is kept this long, so that a restored backup can be made good: longer than the age of the oldest backup that a city would restore. */
export const RETENTION = 72 * HOUR;
/** How long the last capture can be reopened. */
export const REOPEN = 5 * 60 * SECOND;

/** What to wait after the n-th failure (from 1), in milliseconds. */
export const backoff = (failures: number): number => Math.min(BACKOFF.longest, BACKOFF.first * 2 ** Math.min(failures - 1, 20));

/** The same, spread over its upper half: tablets that come back together do not knock together. */
export const jittered = (wait: number, random: () => number): number => wait / 2 + (wait / 2) * random();

/** Whether its time has come. A due moment far ahead was told by a clock that has since jumped back: it does not bind. */
export const isDue = (dueAt: number, now: number): boolean => dueAt <= now || dueAt - now > LONGEST_WAIT;
