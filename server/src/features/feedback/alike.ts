import type { Context } from '../../kernel/context.ts';
import { ask, raw, seen, type Sql, sql } from '../../kernel/read/index.ts';
import { hamina } from '../../platform/municipality/hamina.ts';
import { Feedback } from './feedback.entity.ts';

/*
 * Pieces of feedback that say the same as one of them, so that an officer joins them. What is weighed does not grow with the city: of the month of the piece and those beside
 * it, for each of its longest words the newest pieces that have it, 1,600 at most. Each word is a branch of the statement that PostgreSQL plans by its value: a rare one is
 * found by the index of words, and of one that everybody uses the newest by their time. With 300,000 pieces in one year it takes a tenth of a second.
 */

/** So many words are looked for, the longest: in Finnish those say the most. */
const MOST_WORDS = 8;
/** In so many pieces each, the newest. Nobody knows a matter by a word that more of them have. */
const MOST_PIECES = 200;
/** How many of the words must be there too, for one is chance, and how much of what all of them are worth. */
const LEAST_WORDS = 2;
const LEAST_SHARED = 0.3;

/** A word as it is looked for, and as it is recognised in what was found: queries over what was said (weight B), not over what colleagues noted. */
export interface SoughtWord {
  exact: string;
  loose: string;
}

interface Own {
  at: string;
  matter: string | null;
  stems: string[];
}

/**
 * The ids of the pieces that are most alike by their words, of those that the actor sees, the most alike first; in two statements. What is joined under its matter already is
 * not among them, nor what is hidden. None for a piece that is hidden, has no words or is not theirs to see.
 */
export async function alikeTo(ctx: Context, { feedbackId, first }: { feedbackId: string; first: number }): Promise<string[]> {
  const { rows, column } = seen(ctx, Feedback, 'f');
  const [own] = await ask<Own>(
    ctx,
    sql`select ${column('capturedAt')}::text as at, ${column('matter')}::text as matter, tsvector_to_array(ts_filter(${column('foundBy')}, '{b}')) as stems
      from ${rows} where ${column('id')} = ${feedbackId}::uuid and ${column('hiddenAt')} is null`,
  );
  const words = own ? soughtWords(own.stems) : [];
  if (!own || !words.length) return [];
  const found = await ask<{ id: string }>(ctx, statementOf(ctx, { ...own, id: feedbackId }, words, first));
  return found.map(({ id }) => id);
}

function statementOf(ctx: Context, { id, at, matter }: Own & { id: string }, words: readonly SoughtWord[], first: number): Sql {
  const { rows, column } = seen(ctx, Feedback, 'f');
  const edge = (months: string): Sql =>
    sql`(date_trunc('month', ${at}::timestamptz at time zone ${hamina.timeZone}) + ${raw(`interval '${months}'`)}) at time zone ${hamina.timeZone}`;
  const others = sql`${column('capturedAt')} >= ${edge('-1 month')} and ${column('capturedAt')} < ${edge('2 months')} and ${column('hiddenAt')} is null
    and ${column('id')} <> ${id}::uuid and (${matter}::uuid is null or ${column('matter')} is distinct from ${matter}::uuid)`;
  const branches = words.map(
    ({ exact }, n) => sql`(select ${raw(String(n + 1))} as n, ${column('id')} as id, ${column('capturedAt')} as at, ${column('foundBy')} as document
      from ${rows} where ${column('foundBy')} @@ ${exact}::tsquery and ${others} order by ${column('capturedAt')} desc limit ${raw(String(MOST_PIECES))})`,
  );
  const [exact, loose] = [words.map((word) => word.exact), words.map((word) => word.loose)];
  // a word is worth the more the fewer have it, and half of that where only its beginning is there
  return sql`with found as materialized (${branches.reduce((before, branch) => sql`${before} union all ${branch}`)}),
    word as materialized (select w.exact::tsquery as exact, w.loose::tsquery as loose,
        ln(1 + ${raw(String(MOST_PIECES))}.0 / greatest(1, (select count(*) from found where found.n = w.n))) as worth
      from unnest(${exact}::text[], ${loose}::text[]) with ordinality w(exact, loose, n)),
    piece as (select distinct on (id) id, at, document from found),
    alike as (select id, at, count(*) as words, sum(case when document @@ exact then worth else worth / 2 end) as shared from piece join word on document @@ loose group by id, at)
    select id::text as id from alike where words >= ${raw(String(Math.min(LEAST_WORDS, words.length)))} and shared >= ${raw(String(LEAST_SHARED))} * (select sum(worth) from word)
    order by shared desc, at desc, id limit ${raw(String(first))}`;
}

const SHORTEST = 3;
/** A word of so many letters is recognised by its first, without so many of its last, but not by fewer than five (hiekoitus, hiekoittaa). */
const LONG = 7;
const CHANGING = 3;
const LEAST_BEGINNING = 5;
/** What the Finnish stemmer takes from the end of some words and leaves to others (torilla → tor, tori → tori). */
const ENDINGS = ['', 'i', 'e', 'ie'];

/** One stem for what it leaves apart: the j of a plural (penkit → penk, penkkejä → penkkej), and consonants that change (valaistus → valaistus, valaistuksen → valaistuks; katua → katu, kadun → kadu). */
function baseOf(stem: string): string {
  const bare = stem.replace(/(ej|[ie]+)$/, '').replace(/([^aeiouyäöå])\1$/, '$1');
  return (bare.length < SHORTEST ? stem : bare).replace(/ks$/, 's').replace(/d([aeiouyäö]*)$/, 't$1');
}
const formsOf = (base: string): string[] =>
  [base, base.replace(/s$/, 'ks'), base.replace(/t([aeiouyäö]*)$/, 'd$1')].flatMap((form) => ENDINGS.map((ending) => form + ending));

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;

/** The words that are looked for, of the stems that PostgreSQL keeps: in whatever form its stemmer leaves them. */
export function soughtWords(stems: readonly string[]): SoughtWord[] {
  const compounds = stems.filter((stem) => stem.includes('-'));
  const byBase = new Map<string, string[]>();
  for (const stem of stems) {
    const isPart = compounds.some((compound) => compound !== stem && compound.includes(stem));
    // a number or an address tells nothing of a matter
    if (stem.length < SHORTEST || isPart || !/^\p{L}[\p{L}\p{M}-]*$/u.test(stem)) continue;
    const base = baseOf(stem);
    byBase.set(base, [...(byBase.get(base) ?? []), stem]);
  }
  return [...byBase]
    .toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([base, those]) => {
      const exact = [...new Set([...those, ...formsOf(base)])].map((form) => `${quoted(form)}:B`).join(' | ');
      const beginning = quoted(base.slice(0, Math.max(LEAST_BEGINNING, base.length - CHANGING)));
      return { exact, loose: base.length < LONG ? exact : `${exact} | ${beginning}:*B` };
    });
}
