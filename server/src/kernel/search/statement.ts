import type { MetadataStorage } from '@mikro-orm/core';
import { type Column, columnName, columnsOf, columnType, type Meta, primaryKey, propertyOf, targetOf } from '../read/metadata.ts';
import { toOne } from '../read/relation.ts';
import { all, id, join, lit, raw, sql, type Sql } from '../read/sql.ts';
import { type ActorParams, rowsOf } from '../read/visible.ts';
import { beyond, ORDER } from './cursor.ts';
import type { Columns, Findable } from './findable.ts';
import { alike, folded, likeness, query, recognisable } from './match.ts';

/** Of each kind so many are found, the newest; how many more there are is not counted. */
export const MOST = 500;
/**
 * Where fewer are found, what is nearly as written is looked for as well, among so many of each kind, the newest: what a text looks like has no index that would not
 * lead to most of them. So many of a kind are shown.
 */
const FEW = 5;
const NEWEST = 3000;
const MOST_ALIKE = 50;
/** The best of each kind that stand in its group. */
const BEST = 5;

/** What is looked for. */
export interface Sought {
  /** As it was typed. */
  text: string;
  words: readonly string[];
  /** The languages in which it is told, the reader's first. */
  languages: readonly string[];
  first: number;
  after: string | null;
}

/** What a statement is written with. */
interface Writing {
  metadata: MetadataStorage;
  actor: ActorParams;
}

/** The rows of one kind, at alias `x`, beside what they are parts of, at `y`. */
interface Rows {
  find: Findable;
  meta: Meta;
  from: Sql;
  columns: Columns;
  key: Sql;
  /** The key of what it is a part of. */
  wholeKey: Sql;
  where: Sql;
  document: Sql;
}

/**
 * One statement for all kinds: what has the words, and where that is little what has nearly them; of that a page, and the best of each kind; and of those what is told
 * of them. Its one column `j` is JSON.
 */
export function statementOf(finds: readonly Findable[], sought: Sought, writing: Writing): Sql {
  const kinds = finds.map((find) => rowsFor(find, writing));
  const each = (write: (rows: Rows) => Sql): Sql => join(kinds.map(write), ' union all ');
  const resembling = recognisable(sought.words);
  const near = resembling.length ? sql` union all select *, true from (${each((rows) => nearly(rows, sought, resembling))}) nearly` : raw('');
  const after = sought.after === null ? raw('true') : beyond(sought.after);
  return sql`with found as materialized (${each((rows) => exact(rows, sought))}),
    hit as materialized (select *, false as near from found${near}),
    page as materialized (select *, row_number() over (order by ${ORDER}) as n from (select * from hit where ${after} order by ${ORDER} limit ${raw(String(sought.first + 1))}) h),
    best as materialized (select * from (select *, row_number() over (partition by kind order by ${ORDER}) as n from hit) h where n <= ${raw(String(BEST))}),
    shown as materialized (select kind, id from page union select kind, id from best),
    told as (${each((rows) => told(rows, sought))})
    select json_build_object(
      'groups', (select json_agg(json_build_object('kind', kind, 'count', n)) from (select kind, count(*) as n from hit group by kind) g),
      'page', (select json_agg(${standing} order by n) from page), 'best', (select json_agg(${standing} order by kind, n) from best),
      'told', (select json_agg(told) from told))::text as j`;
}

const instant = lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
// with its values as PostgreSQL writes them: a cursor is made of those
const standing = sql`json_build_object('kind', kind, 'id', id, 'rank', rank::text, 'at', at::text, 'instant', case when isfinite(at) then to_char(at at time zone 'UTC', ${instant}) end, 'near', near)`;

function rowsFor(find: Findable, { metadata, actor }: Writing): Rows {
  const meta = metadata.get(find.entity) as Meta;
  const own = columnsOf(meta, 'x');
  let from = rowsOf(meta, 'x', actor);
  let whole: Column = own;
  let wholeKey = raw('null');
  if (find.partOf) {
    const property = propertyOf(meta, find.partOf);
    const link = toOne(meta, property, 'x', 'y', { metadata, actor });
    from = sql`${from} join ${link.from} on ${link.on}`;
    const target = targetOf(meta, property);
    whole = columnsOf(target, 'y');
    wholeKey = id('y', columnName(target, primaryKey(target)));
  }
  const columns = { own, whole };
  return {
    find,
    meta,
    from,
    columns,
    key: id('x', columnName(meta, primaryKey(meta))),
    wholeKey,
    where: find.where?.(columns) ?? raw('true'),
    document: find.document?.(own, actor) ?? own('foundBy'),
  };
}

const kindOf = ({ find }: Rows): Sql => sql`${lit(find.kind)}::text`;
const instantOf = ({ find, columns }: Rows): Sql => (find.at ? columns.own(find.at) : raw(`'-infinity'::timestamptz`));
const newest = (rows: Rows): Sql => sql`${instantOf(rows)} desc, ${rows.key} desc`;
const isLocalized = ({ meta }: Rows, property: string): boolean => columnType(meta, property) === 'jsonb';

function exact(rows: Rows, { text, words }: Sought): Sql {
  const { find, from, columns, key, where, document } = rows;
  const itself = find.exactly?.(text, columns.own);
  const said = sql`${document} @@ ${query(words, true)}`;
  // what is only begun so goes after what is meant, and what is meant itself before all
  const rank = sql`coalesce(ts_rank(${document}, ${query(words, false)}), 0)`;
  return sql`(select ${kindOf(rows)} as kind, ${key}::text as id, ${itself ? sql`case when ${itself} then 10 else ${rank} end` : rank}::float4 as rank, ${instantOf(rows)} as at
    from ${from} where (${where}) and (${itself ? sql`${said} or ${itself}` : said}) order by ${newest(rows)} limit ${raw(String(MOST + 1))})`;
}

function nearly(rows: Rows, { words }: Sought, resembling: readonly string[]): Sql {
  const { find, from, columns, key, where, document } = rows;
  const texts = [...(find.title ? [find.title] : []), find.words].map((property) => {
    const column = columns.own(property);
    return isLocalized(rows, property) ? sql`search_text(${column})` : column;
  });
  const text = raw('text');
  const those = all(words.map((word) => join([sql`document @@ ${query([word], false)}`, ...(resembling.includes(word) ? [alike(text, word)] : [])], ' or ')));
  const likenesses = resembling.map((word) => likeness(text, word));
  // below what has the words, whose rank is never below 0
  return sql`(select ${kindOf(rows)} as kind, id::text as id, ((${join(likenesses, ' + ')}) / ${raw(String(resembling.length))} - 2)::float4 as rank, at
    from (select ${key} as id, ${instantOf(rows)} as at, ${document} as document, ${folded(join(texts, ` || ' ' || `))} as text
      from ${from} where (select count(*) from found) < ${raw(String(FEW))} and (${where}) order by ${newest(rows)} limit ${raw(String(NEWEST))}) r
    where (${those}) and not exists (select from found f where f.kind = ${kindOf(rows)} and f.id = r.id::text) order by 3 desc, at desc, r.id desc limit ${raw(String(MOST_ALIKE))})`;
}

function told(rows: Rows, { words, languages }: Sought): Sql {
  const { find, meta, from, columns, key, wholeKey } = rows;
  const language = find.language ? columns.own(find.language) : sql`'fi'::text`;
  const textOf = (property: string): Sql =>
    isLocalized(rows, property) ? columns.own(property) : sql`jsonb_build_object(${language}, ${columns.own(property)})`;
  const shownWords = find.covered ? sql`case when ${find.covered(columns.own)} then null else ${textOf(find.words)} end` : textOf(find.words);
  const among = isLocalized(rows, find.words) ? sql`${languages}::text[]` : sql`array[${language}]`;
  const wanted = sql`case when s.kind = ${kindOf(rows)} then s.id::${raw(columnType(meta, primaryKey(meta).name))} end`;
  const marked = (texts: string): Sql => sql`search_marked(l.language, ${raw(texts)}->>l.language, ${query(words, true)})`;
  // the first language in which something is found; the rows come in the order of the array, and the rest is not looked at
  return sql`(select s.kind, s.id, t.title, t.words, t.whole, t.ref, m.language, m.title as "titleMarked", m.words as "wordsMarked"
    from shown s join lateral (select ${find.title ? textOf(find.title) : raw('null::jsonb')} as title, ${shownWords} as words, ${wholeKey}::text as whole, ${find.ref ? sql`(${find.ref(columns)})` : raw('null')}::text as ref, ${among} as among
      from ${from} where ${key} = ${wanted}) t on true
    left join lateral (select * from (select l.language, ${marked('t.title')} as title, ${marked('t.words')} as words from unnest(t.among) l(language) offset 0) e
      where e.title like '%\u0002%' or e.words like '%\u0002%' limit 1) m on true
    where s.kind = ${kindOf(rows)})`;
}
