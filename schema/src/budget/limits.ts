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
/** The most ideas that one project may come of. */
export const MAX_PROJECT_IDEAS = 50;
/** The longest title of an idea, in characters. */
export const MAX_IDEA_TITLE = 120;
/** The longest text of an idea. */
export const MAX_IDEA_WORDS = 3000;
/** The longest description of a place. */
export const MAX_IDEA_PLACE = 200;
/** The most codes that are made at once. */
export const MAX_CODES = 500;
/** The most sheets of a bundle of paper ballots. */
export const MAX_SHEETS = 500;
/** The longest that ballots from tablets are waited for once voting is over, in hours: a week. */
export const MAX_GRACE_HOURS = 168;
/** The longest comment on an idea. */
export const MAX_COMMENT_WORDS = 1000;
