import { Migration } from '@mikro-orm/migrations';

/** What is marked in a text that is told; no text has these. */
const MARKS = 'StartSel=\u0002, StopSel=\u0003, HighlightAll=true';

/** The plan, events, notices, feedback and what was answered are found by their words: in any inflection, and nearly as written. */
export class Search extends Migration {
  override up(): void {
    this.functions();
    for (const [table, document] of Object.entries(documents)) this.addSql(`alter table "${table}" add "found_by" tsvector generated always as (${document}) stored;`);
    // the plan and the notices are read as quickly without one
    for (const table of ['event', 'feedback', 'feedback_answer', 'feedback_matter']) this.addSql(`create index ${table}_found_by on ${table} using gin (found_by);`);
    this.addSql('drop index feedback_words_finnish;');
    this.addSql('create index "feedback_by_receipt" on "feedback" ("receipt");');
    // the first page of a part of the city or of a unit looked through all that was newer
    this.addSql('create index "feedback_of_district" on "feedback" ("district_key", "captured_at", "id");');
    this.addSql('create index "feedback_of_unit" on "feedback" ("unit_key", "captured_at", "id");');
    this.addSql('create index "feedback_answer_newest_first" on "feedback_answer" ("answered_at", "id");');
  }

  // Bodies are read when the functions are made, not when they are called: a restored backup looks nowhere for what they name.
  private functions(): void {
    // Accents that are no letters of their own in Finnish or Swedish; a text without any, as nearly all are, is not gone through letter by letter. One letter for one, so that what is found in the one text is at the same place in the other.
    this.addSql(`create function search_plain(words text) returns text language sql immutable strict parallel safe return case when words ~ '[${accents.join('')}]' then translate(words, '${accents.join('')}', '${plain.join('')}') else words end;`);
    this.addSql(`create function search_folded(words text) returns text language sql immutable strict parallel safe
      return lower(translate(search_plain(words), 'ÅÄÖåäö', 'AAOaao'));`);
    this.addSql(`create function search_text(words jsonb) returns text language sql immutable parallel safe
      return coalesce(words->>'fi', '') || ' ' || coalesce(words->>'sv', '') || ' ' || coalesce(words->>'en', '');`);
    this.addSql(`create function search_document(language text, words text) returns tsvector language sql immutable parallel safe
      return case language when 'fi' then to_tsvector('finnish', search_plain(words)) when 'sv' then to_tsvector('swedish', search_plain(words))
        when 'en' then to_tsvector('english', search_plain(words)) else to_tsvector('simple', search_plain(words)) end;`);
    this.addSql(`create function search_document(words jsonb) returns tsvector language sql immutable parallel safe
      return coalesce(search_document('fi', words->>'fi'), '') || coalesce(search_document('sv', words->>'sv'), '') || coalesce(search_document('en', words->>'en'), '');`);
    // Every word must be there, as it stands or as any of the three languages would inflect it. The stemmer leaves the last vowels of some Finnish words and takes
    // those of others (tori, torilla → tor; pyörätie, pyöräteitä → pyörät): each stem is looked for with and without them. What one of the languages has no stem
    // for is a word as "ja", "och" or "the", and asks for nothing. With "begun" the last word may go on.
    this.addSql(`create function search_query(words text[], begun boolean) returns tsquery language sql immutable parallel safe return (
      select string_agg('(' || each.stems || case when begun and each.n = cardinality(words) and length(each.word) > 2 then ' | ''' || each.word || ''':*' else '' end || ')', ' & ' order by each.n)::tsquery
      from (
        select n, word, (select string_agg(distinct '''' || stem || '''', ' | ') from (
            select unnest(tsvector_to_array(fi || sv || en || to_tsvector('simple', word))) as stem
            union all select base || ending from unnest(tsvector_to_array(fi)) finnish, regexp_replace(finnish, '[ie]+$', '') base, unnest('{"",i,e,ie}'::text[]) ending where length(base) > 2
          ) stems) as stems
        from unnest(words) with ordinality one(typed, n), search_plain(typed) word, to_tsvector('finnish', word) fi, to_tsvector('swedish', word) sv, to_tsvector('english', word) en
        where length(fi) > 0 and length(sv) > 0 and length(en) > 0
      ) each);`);
    this.addSql(`create function search_marked(language text, words text, query tsquery) returns text language sql immutable parallel safe
      return ts_headline(case language when 'fi' then 'finnish'::regconfig when 'sv' then 'swedish' when 'en' then 'english' else 'simple' end,
        translate(search_plain(words), '<>\u0002\u0003', '()  '), query, '${MARKS}');`);
  }
}

const documents = {
  measure: `setweight(search_document(title), 'A') || setweight(search_document(purpose), 'C')`,
  action: `setweight(search_document(text), 'B')`,
  event: `setweight(search_document(title), 'A') || setweight(search_document(description), 'C')`,
  notice: `setweight(search_document(title), 'A') || setweight(search_document(text), 'D')`,
  feedback: `setweight(coalesce(search_document(language, words), ''), 'B') || setweight(coalesce(search_document('fi', note), ''), 'D')`,
  feedback_answer: `setweight(search_document(language, words), 'C')`,
  feedback_matter: `setweight(search_document('fi', title), 'A')`,
};

/** Letters with accents beside those without; å, ä and ö are none of them. */
const folded = { a: 'áàâãāăą', c: 'çćčċ', d: 'ďđð', e: 'éèêëēėęě', g: 'ğģ', i: 'íìîïīįı', k: 'ķ', l: 'łľļ', n: 'ñńňņ', o: 'óòôõōő', r: 'řŕ', s: 'śšşș', t: 'ťţț', u: 'úùûüūůűų', y: 'ýÿ', z: 'źžż', ö: 'ø', ä: 'æ' };
const pairs = Object.entries(folded).flatMap(([letter, those]) => [...those].map((accent): [string, string] => [accent, letter]));
const both = pairs.flatMap(([accent, letter]): [string, string][] => [[accent, letter], ...(accent.toUpperCase().length === 1 && accent !== 'ı' ? [[accent.toUpperCase(), letter.toUpperCase()] as [string, string]] : [])]);
const accents = both.map(([accent]) => accent);
const plain = both.map(([, letter]) => letter);
