import { MAX_SEARCH_WORDS } from '@torilla/schema/search/limits';

/**
 * The words of a text that is looked for, each once: letters and digits, so that nothing in them is a sign of SQL, of a pattern or of a text search.
 * What has none (`%`, a smiley) looks for nothing.
 */
export const wordsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu),
    ),
  ].slice(0, MAX_SEARCH_WORDS);
