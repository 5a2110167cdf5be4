import { anywhere, sql, type Sql } from '../read/sql.ts';

/** A shorter word looks like too many others. */
const LEAST_ALIKE = 3;

/** The words as a query over documents (`FoundBy`): all of them, in any inflection, the last one as far as it has been typed. Null for words that say nothing. */
export const query = (words: readonly string[], begun: boolean): Sql => sql`search_query(${words}::text[], ${begun}::boolean)`;

/** The words of which one can tell what they look like. */
export const recognisable = (words: readonly string[]): string[] => words.filter((word) => word.length >= LEAST_ALIKE);

/** A text without accents and dots, in small letters: how it looks. */
export const folded = (text: Sql): Sql => sql`search_folded(${text})`;

/** How much a word of a folded text looks like this one, mistyped or without its dots: from 0 to 1. */
export const likeness = (text: Sql, word: string): Sql => sql`word_similarity(search_folded(${word}), ${text})`;

/** Whether one looks like it at all. No index leads to them: it would lead to most texts. */
export const alike = (text: Sql, word: string): Sql => sql`${likeness(text, word)} >= 0.45`;

/** From so many letters on a word is looked for without its last vowel. */
const LONG = 6;

/**
 * Whether a row has the word: in any inflection, or as a part of a word. For lists that are narrowed by words. Finnish changes the ends of words, and the stem goes far but not all
 * the way (penkki, penkkejä): a long word may end otherwise. What is mistyped, search finds.
 */
export function holds(document: Sql, text: Sql, word: string): Sql {
  const part = word.length < LONG ? word : word.replace(/[aeiouyäöå]$/, '');
  return sql`(${document} @@ ${query([word], false)} or ${text} ilike ${anywhere(part)})`;
}
