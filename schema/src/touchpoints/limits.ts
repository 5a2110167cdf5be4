// what needs no schema stands apart, so that a page that only shows faces does not carry Zod
/** The longest words after a tap, in characters. */
export const MAX_TAP_WORDS = 500;
/** The longest name of a service point, in characters. */
export const MAX_POINT_NAME = 120;
/** The longest note of what was done, in characters. */
export const MAX_DEED = 1000;
/** The faces, from very dissatisfied to very satisfied. */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** How often one device counts at one service point. */
export interface Turn {
  /** The shortest time between two answers that count, in milliseconds. */
  pauseMs: number;
  /** The most answers that count within `perMs`. */
  most: number;
  perMs: number;
}
const MINUTE = 60_000;
/** A phone is one person's: it counts once in half an hour, and four times a day. */
export const phoneTurn: Turn = { pauseMs: 30 * MINUTE, most: 4, perMs: 24 * 60 * MINUTE };
/** At one of the city's own tablets people stand in line: nobody is done within three seconds, and no point serves more than 240 an hour. */
export const kioskTurn: Turn = { pauseMs: 3000, most: 240, perMs: 60 * MINUTE };
