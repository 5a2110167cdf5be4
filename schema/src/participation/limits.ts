// what needs no schema stands apart, so that a page that only shows text does not carry Zod
/** The longest text of a participation plan, in characters. */
export const MAX_PARTICIPATION_WORDS = 2000;
/** The most steps of one. */
export const MAX_STEPS = 20;
