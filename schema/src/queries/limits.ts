/** The longest that a saved query and what belongs to it may be. */
export const MAX_NAME = 120;
export const MAX_DESCRIPTION = 500;
export const MAX_QUERY = 10_000;
export const MAX_VARIABLES = 4000;
