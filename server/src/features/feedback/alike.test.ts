import { expect, test, vi } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { PreparedClient } from '../../kernel/read/index.ts';
import { aCity } from '../../testing/city.ts';
import { soughtWords } from './alike.ts';
import { eraseWords } from './erase.ts';

const city = await aCity();
const ALIKE = 'query ($id: ID!, $first: Int! = 5) { alikeFeedback(feedbackId: $id, first: $first) { words matter { title } district { key } } }';
const administrator: Actor = { kind: 'staff', id: newId(), roles: ['ADMINISTRATOR'] };
const officerOf = (unit: string): Actor => ({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit }] });

interface Voice {
  language?: string;
  note?: string;
  unit?: string;
  monthsAgo?: number;
}

const say = async (words: string | null, { language = 'fi', note, unit, monthsAgo = 0 }: Voice = {}): Promise<string> => {
  const id = newId();
  await sql(
    city.em(),
    `insert into feedback (id, revision, words, mood, language, channel, headcount, note, captured_at, received_at, unit_key)
    values ($1, 1, $2, 'NEUTRAL', $3, 'TALKED', 1, $4, now() - make_interval(months => $5), now(), $6)`,
    [id, words, language, note, monthsAgo, unit],
  );
  return id;
};
const alikeTo = async (id: string, actor = administrator, more: object = {}): Promise<string[]> => {
  const { data, codes } = await city.askAs(actor)(ALIKE, { id, ...more });
  expect(codes).toEqual([]);
  return data!['alikeFeedback'].map(({ words }: { words: string }) => words);
};

test('what says the same is found in any inflection, the most alike first, and not the piece itself', async () => {
  const id = await say('Rantaraitille tarvitaan penkkejä');
  await say('Uimahallin sauna on kylmä');
  await say('Koirapuiston penkit voisi maalata');
  await say('Penkit rantaraitilta on viety');
  await say('Rantaraitin varrelle tarvitaan penkki vanhuksille');
  expect(await alikeTo(id)).toEqual(['Rantaraitin varrelle tarvitaan penkki vanhuksille', 'Penkit rantaraitilta on viety']);
  expect(await alikeTo(id, administrator, { first: 1 })).toHaveLength(1);
  expect(await alikeTo(await say('Hiekoitus puuttuu Pikkuympyräkadulta'))).toEqual([]);
  await say('Pikkuympyräkatua ei hiekoiteta');
  expect(await alikeTo(await say('Pikkuympyräkadun hiekoituksesta ei ole tietoa'))).toEqual([
    'Hiekoitus puuttuu Pikkuympyräkadulta',
    'Pikkuympyräkatua ei hiekoiteta',
  ]);
  await say('Cykelvägarna är smala', { language: 'sv' });
  expect(await alikeTo(await say('Cykelvägen är för smal', { language: 'sv' }))).toEqual(['Cykelvägarna är smala']);
});

test('a word is worth the more the fewer have it', async () => {
  for (let n = 0; n < 12; n++) await say(`Kaupungin talvi on pitkä ${n}`);
  const id = await say('Kaupungin talvi ja lintutornin kaide');
  await say('Lintutorni kaipaa kaidetta');
  expect((await alikeTo(id))[0]).toBe('Lintutorni kaipaa kaidetta');
});

test('nobody finds what they do not see, and nothing by a piece that is not theirs', async () => {
  const ours = await say('Lintutornin kaide on poikki', { unit: 'green-services' });
  const theirs = await say('Lintutornin kaide heiluu', { unit: 'education' });
  await say('Lintutornin kaide puuttuu');
  expect(await alikeTo(ours)).toEqual(expect.arrayContaining(['Lintutornin kaide heiluu', 'Lintutornin kaide puuttuu']));
  expect(await alikeTo(ours, officerOf('green-services'))).toEqual(['Lintutornin kaide puuttuu']);
  expect(await alikeTo(theirs, officerOf('green-services'))).toEqual([]);
  expect((await city.ask(ALIKE, { id: ours })).codes).toEqual(['unauthenticated']);
  expect((await city.askAs({ kind: 'resident', id: newId(), roles: [] })(ALIKE, { id: ours })).codes).toEqual(['forbidden']);
});

test('what is hidden, erased, long past, or noted by a colleague is no likeness', async () => {
  const id = await say('Lintutornin kaide on poikki', { note: 'Soitettu huoltomiehelle Vilniemeen' });
  const hidden = await say('Lintutornin kaide, te torvet');
  const erased = await say('Lintutornin kaide, sanoi Aino');
  await say('Lintutornin kaide oli poikki silloinkin', { monthsAgo: 3 });
  await say('Koulun piha', { note: 'Lintutornin kaide on poikki' });
  await sql(city.em(), `update feedback set hidden_at = now(), hidden_why = 'Loukkaava' where id = $1`, [hidden]);
  await eraseWords(city.context(), [erased]);
  expect(await alikeTo(id)).toEqual([]);
  expect(await alikeTo(hidden)).toEqual([]);
  expect(await alikeTo(await say('Huoltomiehelle Vilniemeen on soitettu'))).toEqual([]);
  await say('Lintutornin kaide katkesi', { monthsAgo: 1 });
  expect(await alikeTo(id)).toEqual(['Lintutornin kaide katkesi']);
});

test('it tells under which matter each is, and leaves out what is joined with it already', async () => {
  const id = await say('Lintutornin kaide on poikki');
  const other = await say('Lintutornin kaide heiluu');
  const [matter, { id: antti }] = [newId(), (await sql<{ id: string }>(city.em(), `select id from staff_member where email like 'antti%'`))[0]!];
  await sql(city.em(), `insert into feedback_matter (id, title, created_at, created_by_id) values ($1, 'Lintutorni', now(), $2)`, [matter, antti]);
  const join = (one: string) => sql(city.em(), 'update feedback set matter_id = $1 where id = $2', [matter, one]);
  await join(other);
  const { data } = await city.askAs(administrator)(ALIKE, { id });
  expect(data!['alikeFeedback']).toEqual([{ words: 'Lintutornin kaide heiluu', matter: { title: 'Lintutorni' }, district: null }]);
  await join(id);
  expect(await alikeTo(id)).toEqual([]);
});

test('what has no words is like nothing, and what is no id is told', async () => {
  for (const words of [null, 'Ei ole, ja on', '040 123 4567', '😀']) {
    await say(words);
    expect(await alikeTo(await say(words))).toEqual([]);
  }
  expect(await alikeTo(newId())).toEqual([]);
  expect((await city.askAs(administrator)(ALIKE, { id: 'penkki' })).codes).toEqual(['bad-input']);
  expect((await city.askAs(administrator)(ALIKE, { id: newId(), first: -1 })).codes).toEqual(['bad-input']);
});

test.each(["Lintutornin 'kaide' \\ on", 'a:*B & !b | (kaide)', "O'Connor's kaide", 'linja-auto linja-auto', 'مكتبة المدينة'])(
  '%j is words like any other',
  async (words) => {
    await say(words, { language: 'other' });
    expect(await alikeTo(await say(words, { language: 'other' }))).toEqual([words]);
  },
);

test('it takes as many statements however much there is', async () => {
  const ids = [
    await say('Lintutornin kaide'),
    await say('Lintutornin kaide on poikki, ja portaat sortuvat keväisin hiekkarannalle saakka, kertoivat naapurit aamulla'),
  ];
  const sent = vi.spyOn(PreparedClient.prototype, 'query');
  const statements = async (id: string): Promise<number> => {
    sent.mockClear();
    await alikeTo(id);
    return sent.mock.calls.length;
  };
  const few = await statements(ids[0]!);
  await sql(
    city.em(),
    `insert into feedback (id, revision, words, language, channel, headcount, captured_at, received_at)
    select gen_random_uuid(), 1, 'Lintutornin kaide ' || n, 'fi', 'TALKED', 1, now() - make_interval(mins => n), now() from generate_series(1, 520) n`,
  );
  for (const id of ids) expect(await statements(id)).toBe(few);
  expect(few).toBe(3);
  sent.mockRestore();
});

test('a word is looked for in whatever form its stemmer leaves it, the longest first and eight at most', () => {
  const formsOf = (stem: string): string[] => soughtWords([stem])[0]!.exact.split(' | ');
  expect(formsOf('tor')).toEqual(["'tor':B", "'tori':B", "'tore':B", "'torie':B"]);
  for (const [stem, other] of [
    ['penkkej', 'penk'],
    ['hiekoituks', 'hiekoitus'],
    ['hiekoitus', 'hiekoituks'],
    ['rantakadu', 'rantakatu'],
    ['rantakatu', 'rantakadu'],
    ['kaide', 'kaite'],
  ] as const)
    expect(formsOf(stem)).toEqual(expect.arrayContaining([`'${stem}':B`, `'${other}':B`]));
  expect(soughtWords(['tor', 'lintutorn']).map(({ loose }) => loose.split(' | ').at(-1))).toEqual(["'lintut':*B", "'torie':B"]);
  // of a compound its parts are not counted again, nor one word in two forms, and what is no word is not at all
  expect(soughtWords(['linja-auto', 'linj', 'auto', 'penk', 'penkkej', '040', 'www.hamina.fi', 'on'])).toHaveLength(2);
  expect(soughtWords(Array.from({ length: 30 }, (_, n) => `kaid${String.fromCodePoint(97 + n)}`))).toHaveLength(8);
});
