/** The most characters that are looked for. */
export const MAX_SEARCH = 200;
/** Of more words the first are looked for. */
export const MAX_SEARCH_WORDS = 8;
