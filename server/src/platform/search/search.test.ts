import { beforeEach, expect, test, vi } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { anonymous, type Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { PreparedClient } from '../../kernel/read/index.ts';
import { aCity, type Answer } from '../../testing/city.ts';

const city = await aCity();
const HIT = 'kind id title { text hit } excerpt { text hit } language at rank near path staffPath';
const SEARCH = `query ($text: String!, $kinds: [ID!], $language: Locale, $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, language: $language, first: $first, after: $after) {
    totalCount groups { kind count more name { fi sv en } best { ${HIT} } } nodes { ${HIT} } edges { cursor } pageInfo { hasNextPage endCursor } } }`;

interface Segment {
  text: string;
  hit: boolean;
}
interface Hit {
  kind: string;
  id: string;
  title: Segment[];
  excerpt: Segment[];
  language: string;
  rank: number;
  near: boolean;
  path: string | null;
  staffPath: string | null;
}

const administrator: Actor = { kind: 'staff', id: newId(), roles: ['ADMINISTRATOR'] };
const officerOf = (unit: string): Actor => ({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit }] });
const aino: Actor = { kind: 'resident', id: newId(), roles: [] };
const eino: Actor = { kind: 'resident', id: newId(), roles: [] };

const ask = (actor: Actor, text: string, more: object = {}): Promise<Answer> => city.askAs(actor)(SEARCH, { text, ...more });
const find = async (actor: Actor, text: string, more: object = {}): Promise<Hit[]> => {
  const { data, errors } = await ask(actor, text, more);
  expect(errors).toEqual([]);
  return data!['search'].nodes as Hit[];
};
const said = (segments: Segment[]): string => segments.map(({ text }) => text).join('');
const marked = (segments: Segment[]): string[] => segments.flatMap(({ text, hit }) => (hit ? [text] : []));
const wordsIn = async (actor: Actor, text: string): Promise<string[]> => (await find(actor, text, { kinds: ['feedback'] })).map(({ excerpt }) => said(excerpt));

interface Voice {
  language?: string;
  note?: string;
  unit?: string;
  resident?: string;
  receipt?: string;
  daysAgo?: number;
}

const say = async (words: string, { language = 'fi', note, unit, resident, receipt, daysAgo = 0 }: Voice = {}): Promise<string> => {
  const id = newId();
  await sql(
    city.em(),
    `insert into feedback (id, revision, words, language, channel, headcount, note, captured_at, received_at, unit_key, resident_id, receipt)
    values ($1, 1, $2, $3, 'TALKED', 1, $4, now() - make_interval(days => $5), now(), $6, $7, $8)`,
    [id, words, language, note, daysAgo, unit, resident, receipt],
  );
  return id;
};

const answer = async (feedbackId: string, words: string): Promise<void> => {
  const [antti] = await sql<{ id: string }>(city.em(), `select id from staff_member where email like 'antti%'`);
  await sql(
    city.em(),
    `insert into feedback_answer (id, feedback_id, words, language, answered_at, answered_by_id, mail, kind) values ($1, $2, $3, 'fi', now(), $4, 'NONE', 'ANSWER')`,
    [newId(), feedbackId, words, antti!.id],
  );
};

beforeEach(async () => {
  for (const [id, name] of [
    [aino.id, 'aino'],
    [eino.id, 'eino'],
  ])
    await sql(
      city.em(),
      `insert into resident (id, email, display_name, locale, created_at, last_sign_in_at) values ($1, $2 || '@example.fi', $2, 'fi', now(), now())`,
      [id, name],
    );
});

test('words are found in any inflection', async () => {
  for (const words of ['Kauppa torilla on hyvä', 'Pyörätie loppuu kesken', 'Kirjastossa on kylmä', 'Penkki on rikki']) await say(words);
  for (const typed of ['tori', 'torin', 'torille', 'torilla', 'TORI', 'torit'])
    expect(await wordsIn(administrator, typed), typed).toEqual(['Kauppa torilla on hyvä']);
  for (const typed of ['pyörätie', 'pyörätiet', 'pyöräteitä', 'pyörätien'])
    expect(await wordsIn(administrator, typed), typed).toEqual(['Pyörätie loppuu kesken']);
  for (const typed of ['kirjasto', 'kirjaston', 'kirjastoja']) expect(await wordsIn(administrator, typed), typed).toEqual(['Kirjastossa on kylmä']);
});

test('every word must be there, and the last goes on as far as it has been typed; small words ask for nothing', async () => {
  for (const words of ['Uimahallin sauna on kylmä', 'Uimahallissa on lämmin', 'Kirjastossa on kylmä']) await say(words);
  expect(await wordsIn(administrator, 'kylmä uimahalli')).toEqual(['Uimahallin sauna on kylmä']);
  expect(await wordsIn(administrator, 'kylmä uimah')).toEqual(['Uimahallin sauna on kylmä']);
  expect(await wordsIn(administrator, 'uimahalli ja sauna')).toEqual(['Uimahallin sauna on kylmä']);
  expect(await wordsIn(administrator, 'kirj')).toEqual(['Kirjastossa on kylmä']);
});

test('what is mistyped is found where little else is, and says that it is only near', async () => {
  await say('Uimahallin vuorot ovat täynnä');
  await say('Päiväkoti on kaukana');
  // the first of these has the same stem
  for (const typed of ['uimahali', 'uimhalli', 'uimahallli', 'uimmahalli']) {
    const [hit] = await find(administrator, typed, { kinds: ['feedback'] });
    expect(hit, typed).toMatchObject({ near: typed !== 'uimahali' });
    expect(marked(hit!.excerpt), typed).toEqual(['Uimahallin']);
  }
  // whoever has no dots to type
  expect(await wordsIn(administrator, 'paivakoti')).toEqual(['Päiväkoti on kaukana']);
  expect(await wordsIn(administrator, 'lentokenttä')).toEqual([]);
});

test('ä, ö and å are letters, other accents are not', async () => {
  for (const words of ['Sää oli huono', 'Hän saa avaimen', 'Café torin laidalla']) await say(words);
  const firstOf = async (typed: string): Promise<Hit | undefined> => (await find(administrator, typed, { kinds: ['feedback'] }))[0];
  expect(said((await firstOf('sää'))!.excerpt)).toBe('Sää oli huono');
  expect(await firstOf('saa')).toMatchObject({ near: false });
  expect(said((await firstOf('saa'))!.excerpt)).toBe('Hän saa avaimen');
  const [cafe] = await find(administrator, 'cafe', { kinds: ['feedback'] });
  expect(cafe).toMatchObject({ near: false });
  expect(marked(cafe!.excerpt)).toEqual(['Café']);
});

test('Swedish and English are inflected as they are', async () => {
  await say('Cykelvägarna är för smala', { language: 'sv' });
  await say('The libraries close too early', { language: 'en' });
  await say('Библиотека закрыта', { language: 'ru' });
  expect(await wordsIn(administrator, 'cykelväg')).toEqual(['Cykelvägarna är för smala']);
  expect(await wordsIn(administrator, 'library')).toEqual(['The libraries close too early']);
  expect(await wordsIn(administrator, 'библиотека')).toEqual(['Библиотека закрыта']);
  const [measure] = await find(anonymous, 'lokaler', { language: 'sv', kinds: ['measure'] });
  expect(measure).toMatchObject({ language: 'sv', path: '/suunnitelma/13' });
  expect(marked(measure!.title)).toEqual(['lokaler']);
});

test('everybody finds the plan, the calendar and the notices, and nothing of what was said', async () => {
  await say('Osallistuva budjetointi on hyvä');
  const kinds = new Set((await find(anonymous, 'osallistuva')).map(({ kind }) => kind));
  expect([...kinds]).toContain('measure');
  const { groups } = (await ask(anonymous, 'tori')).data!['search'];
  expect(groups.map(({ kind }: { kind: string }) => kind)).toContain('event');
  expect((await find(anonymous, 'budjetointi')).filter(({ kind }) => ['feedback', 'answer', 'matter'].includes(kind))).toEqual([]);
  expect(await find(anonymous, 'tietosuojaseloste', { kinds: ['notice'] })).not.toEqual([]);
  for (const hit of await find(anonymous, 'tori')) expect(hit.staffPath).toBeNull();
});

test('what was said is found by whoever sees it: its resident, its unit, the city', async () => {
  const id = await say('Penkkejä rantaraitille', { unit: 'green-services', resident: aino.id!, note: 'Luokka viisi', receipt: 'K7QF-2M9X-4TDR' });
  await answer(id, 'Kolme penkkiä tulee keväällä');
  const kindsFor = async (actor: Actor, text: string): Promise<string[]> =>
    (await find(actor, text, { kinds: ['feedback', 'answer'] })).map(({ kind }) => kind).sort();
  for (const actor of [aino, officerOf('green-services'), administrator]) {
    expect(await kindsFor(actor, 'rantaraitti')).toEqual(['feedback']);
    expect(await kindsFor(actor, 'keväällä')).toEqual(['answer']);
  }
  for (const actor of [anonymous, eino, officerOf('education')])
    expect([...(await kindsFor(actor, 'rantaraitti')), ...(await kindsFor(actor, 'keväällä'))]).toEqual([]);
  // a note is for colleagues, and a script sees no more than it was given
  expect(await kindsFor(aino, 'luokka')).toEqual([]);
  expect(await kindsFor(administrator, 'luokka')).toEqual(['feedback']);
  expect(await kindsFor({ ...administrator, verbs: ['staff.read'] }, 'rantaraitti')).toEqual([]);
  const [theirs] = await find(aino, 'rantaraitti', { kinds: ['feedback'] });
  expect(theirs).toMatchObject({ path: '/kuitti#K7QF-2M9X-4TDR', staffPath: null });
  const [answered] = await find(administrator, 'keväällä', { kinds: ['answer'] });
  expect(answered).toMatchObject({ staffPath: `/hallinta/palautteet/${id}` });
});

test('a draft of the plan and what was replaced are not found', async () => {
  const before = await find(anonymous, 'budjetointi', { kinds: ['measure'] });
  await sql(city.em(), `insert into plan (id, title, from_year, to_year, state) values ($1, '{"fi":"Uusi"}', 2027, 2029, 'DRAFT')`, [newId()]);
  await sql(
    city.em(),
    `insert into measure (id, plan_id, number, key, title, purpose, revision) select $1, id, 99, 'x', '{"fi":"Osallistuva budjetointi"}', '{"fi":""}', 0 from plan where state = 'DRAFT'`,
    [newId()],
  );
  expect(await find(administrator, 'budjetointi', { kinds: ['measure'] })).toHaveLength(before.length);
});

test('hidden words are found and not shown', async () => {
  const id = await say('Rumia sanoja naapurista');
  await sql(city.em(), `update feedback set hidden_at = now(), hidden_why = 'Loukkaava' where id = $1`, [id]);
  expect(await find(administrator, 'naapuri', { kinds: ['feedback'] })).toMatchObject([{ id, excerpt: [] }]);
});

test('a number finds its measure, a code or an id its feedback, before all else', async () => {
  const id = await say('Puisto on hieno');
  const [measure] = await find(anonymous, '5');
  expect(measure).toMatchObject({ kind: 'measure', rank: 10, path: '/suunnitelma/5' });
  const code = await receiptOf(id);
  await sql(city.em(), 'update feedback set receipt = $1 where id = $2', [code, id]);
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), id])
    expect(await find(administrator, typed), typed).toMatchObject([{ id, rank: 10 }]);
  expect(await find(anonymous, code)).toEqual([]);
  expect(await find(administrator, code.slice(0, -1))).toEqual([]);
});

test('what is looked for is in sight, and stays text', async () => {
  const long = `${'Alku on pitkä. '.repeat(40)}Sitten <b>torilla</b> & "penkki" puuttuu. ${'Loppu on pitkä. '.repeat(40)}`;
  await say(long);
  const [hit] = await find(administrator, 'torin penkit', { kinds: ['feedback'] });
  expect(marked(hit!.excerpt)).toEqual(['torilla', 'penkki']);
  expect(said(hit!.excerpt)).toContain('Sitten <b>torilla</b> & "penkki" puuttuu.');
  expect(said(hit!.excerpt).length).toBeLessThan(240);
  expect(said(hit!.excerpt)).toMatch(/^… .* …$/);
});

test('pages go on where they ended, whatever comes in between', async () => {
  for (let n = 0; n < 23; n++) await say(`Penkki numero ${n}`, { daysAgo: n });
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 3; page++) {
    const { search } = (await ask(administrator, 'penkki', { kinds: ['feedback'], first: 10, after })).data!;
    seen.push(...search.nodes.map(({ id }: Hit) => id));
    expect(search.pageInfo.hasNextPage).toBe(page < 2);
    after = search.pageInfo.endCursor as string;
    await say(`Penkki tuli väliin ${page}`);
  }
  expect(seen).toHaveLength(23);
  expect(new Set(seen).size).toBe(23);
  const { search } = (await ask(administrator, 'penkki')).data!;
  expect(search.groups.find(({ kind }: { kind: string }) => kind === 'feedback')).toMatchObject({ count: 26, more: false, name: { fi: 'Palautteet' } });
  expect(search.groups.find(({ kind }: { kind: string }) => kind === 'feedback').best).toHaveLength(5);
});

test('no more than five hundred of a kind are counted', async () => {
  await sql(
    city.em(),
    `insert into feedback (id, revision, words, language, channel, headcount, captured_at, received_at)
    select gen_random_uuid(), 1, 'Penkki ' || n, 'fi', 'TALKED', 1, now() - make_interval(mins => n), now() from generate_series(1, 520) n`,
  );
  expect((await ask(administrator, 'penkki', { kinds: ['feedback'] })).data!['search']).toMatchObject({
    totalCount: 500,
    groups: [{ count: 500, more: true }],
  });
});

const strange = [
  '',
  ' ',
  '%',
  '_',
  '\\',
  "'",
  '"',
  "'; drop table feedback; --",
  "a' | !b & (c <-> d):*AB",
  '!!! &&& ||| <-> :*',
  '😀',
  '👩‍👩‍👧‍👦 penkki',
  '\u0000penkki\u0000',
  '\u202Eikknep\u202C',
  'a',
  'ä',
  '0',
  '\uD800',
  'e\u0301',
  '١٢٣',
  'مكتبة',
  '图书馆',
  '--',
  '$1',
  '${x}',
  '<script>alert(1)</script>',
  'ja on ei se',
  'x'.repeat(200),
  'penkki '.repeat(25),
  '99999999999999999999',
  '#5',
  '00000000-0000-0000-0000-000000000000',
];
test.each(strange)('%j is looked for like anything else', async (text) => {
  await say('Penkki & "tori" 100 % \\ 😀');
  for (const actor of [anonymous, administrator]) expect((await ask(actor, text)).errors).toEqual([]);
});

test('what is too much, or nothing at all, is told as it is', async () => {
  expect((await ask(anonymous, 'x'.repeat(201))).codes).toEqual(['bad-input']);
  expect((await ask(anonymous, 'penkki '.repeat(1500))).codes).toEqual(['bad-input']);
  expect((await ask(anonymous, 'tori', { kinds: ['dragon'] })).codes).toEqual(['bad-input']);
  for (const after of ['', 'x', Buffer.from('[1,2,3,4]').toString('base64url'), Buffer.from('["1","x","a","b"]').toString('base64url')])
    expect((await ask(anonymous, 'tori', { after })).codes, after).toEqual(['unknown-cursor']);
  expect((await ask(anonymous, 'tori', { first: -1 })).codes).toEqual(['bad-input']);
});

test('one statement finds it all, whoever asks', async () => {
  const id = await say('Penkki torilla', { resident: aino.id!, unit: 'green-services' });
  await answer(id, 'Penkki tulee');
  const sent = vi.spyOn(PreparedClient.prototype, 'query');
  for (const actor of [anonymous, aino, officerOf('green-services'), administrator]) {
    sent.mockClear();
    await ask(actor, 'penkki');
    expect(sent).toHaveBeenCalledTimes(1);
  }
  sent.mockRestore();
});

test('a flood of searches is refused, and told when it may go on', async () => {
  const answers = [];
  for (let n = 0; n < 241; n++) answers.push((await city.askAs(administrator)('{ search(text: "%") { totalCount } }')).codes[0]);
  expect(answers.at(-1)).toBe('too-many-requests');
  expect(answers.slice(0, 240).every((code) => code === undefined)).toBe(true);
});
