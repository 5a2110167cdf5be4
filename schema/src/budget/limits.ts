// what needs no schema stands apart, so that a page that only shows text does not carry Zod
/** The most money of an area, in cents: twenty million euros, which a column of 32 bits holds. */
export const MAX_BUDGET_CENTS = 2_000_000_000;
/** The longest text of a round, in characters. */
export const MAX_ROUND_WORDS = 4000;
export const MAX_AREAS = 30;
export const MAX_CATEGORIES = 20;
/** The most projects that one ballot may name. */
export const MAX_CHOICES = 100;
/** The most points that one voter may give away. */
export const MAX_POINTS = 1000;
