/** The most rows that one page of a list holds. */
export const MAX_PAGE = 100;
/** The rows of a page when nobody says how many. */
export const DEFAULT_PAGE = 20;
