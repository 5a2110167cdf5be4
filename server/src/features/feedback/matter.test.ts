import { expect, test, vi } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { type Actor, system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { PreparedClient } from '../../kernel/read/index.ts';
import { aCity } from '../../testing/city.ts';
import { deliver } from '../../platform/notifications/deliver.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
const sent = vi.spyOn(PreparedClient.prototype, 'query');
const NAME = 'mutation ($input: NameMatterInput!) { nameMatter(input: $input) { id title pieces people } }';
const JOIN = 'mutation ($input: SortFeedbackInput!) { sortFeedback(input: $input) { id matter { title people } } }';
const ANSWER = 'mutation ($input: AnswerMatterInput!) { answerMatter(input: $input) { answered left } }';
const contact = { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn: '2030-01-01' };

async function said(inputs: object[]): Promise<string[]> {
  const tablet = await TestDevice.tablet(city);
  const items = await Promise.all(inputs.map((input) => tablet.seal({ input: { words: 'Penkkejä', channel: 'TALKED', ...input } })));
  await tablet.push(...items);
  return items.map(({ id }) => id);
}
async function joined(ids: string[]): Promise<string> {
  const [ask, id] = [await city.as('antti'), newId()];
  await ask(NAME, { input: { id, title: 'Penkit rantaraitille' } });
  expect((await ask(JOIN, { input: { changes: ids.map((one) => ({ id: one, matterId: id })) } })).codes).toEqual([]);
  return id;
}
const answerTo = (matterId: string, more: object = {}) => ({
  input: { id: newId(), matterId, texts: [{ language: 'fi', words: 'Penkit tulevat.' }], ...more },
});
const runJob = () => deliver(city.context(system));

test('what says the same is joined, counted by people, and taken apart again', async () => {
  const ids = await said([{ headcount: 12 }, {}, {}]);
  const ask = await city.as('antti');
  const id = await joined(ids);
  const MATTERS = '{ matters { nodes { id title pieces people } } }';
  expect((await ask(MATTERS)).data!.matters.nodes).toEqual([{ id, title: 'Penkit rantaraitille', pieces: 3, people: 14 }]);
  const held = await city.ask('query ($code: String!) { receiptHeld(code: $code) { saidBy } }', { code: await receiptOf(ids[1]!) });
  expect(held.data!.receiptHeld).toEqual({ saidBy: 14 });
  await ask(JOIN, { input: { changes: ids.map((one) => ({ id: one, matterId: null })) } });
  expect((await ask(MATTERS)).data!.matters.nodes).toEqual([]);
  expect((await ask(NAME, { input: { id, title: 'Penkit' } })).data!.nameMatter).toEqual({ id, title: 'Penkit', pieces: 0, people: 0 });
  expect((await ask(JOIN, { input: { changes: [{ id: ids[0], matterId: newId() }] } })).codes).toEqual(['not-found']);
});

test('one answer goes to all who said it, to each in their language; the mails leave by themselves, once', async () => {
  const ids = await said([{ contact }, { contact: { ...contact, email: 'alma@example.fi' }, language: 'sv' }, { language: 'ru' }]);
  const id = await joined(ids);
  const ask = await city.as('antti');
  const texts = [
    { language: 'fi', words: 'Penkit tulevat.' },
    { language: 'sv', words: 'Bänkarna kommer.' },
  ];
  const mails = city.mails.length;
  const once = answerTo(id, { texts });
  for (let n = 0; n < 2; n++) expect((await ask(ANSWER, once)).data!.answerMatter).toEqual({ answered: 3, left: 0 });
  const rows = await sql(
    city.em(),
    'select a.words, a.mail from feedback_answer a join feedback f on f.id = a.feedback_id order by array_position(array[$$fi$$, $$ru$$, $$sv$$], f.language)',
  );
  expect(rows).toEqual([
    { words: 'Penkit tulevat.', mail: 'WAITING' },
    { words: 'Penkit tulevat.', mail: 'NONE' },
    { words: 'Bänkarna kommer.', mail: 'WAITING' },
  ]);
  expect(await sql(city.em(), `select distinct state from feedback`)).toEqual([{ state: 'ANSWERED' }]);
  expect(city.mails).toHaveLength(mails);
  await runJob();
  await runJob();
  expect(
    city.mails
      .slice(0, 2)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['aino@example.fi', 'alma@example.fi']);
  expect(city.mails).toHaveLength(mails + 2);
  expect(city.mails.find(({ to }) => to === 'alma@example.fi')!.text).toContain('Bänkarna kommer.');
});

test('whoever answers all what a colleague just answered is shown it, and nothing is answered twice', async () => {
  const ids = await said([{ unit: 'green-services' }, { unit: 'facilities' }]);
  const id = await joined(ids);
  const NEWEST = 'query ($id: ID!) { newestMatterAnswer(matterId: $id) { id words } }';
  const [antti, hanna] = [await city.as('antti'), await city.as('hallinta')];
  expect((await antti(NEWEST, { id })).data).toEqual({ newestMatterAnswer: null });
  const first = answerTo(id, { basedOn: null });
  expect((await antti(ANSWER, first)).codes).toEqual([]);
  const second = answerTo(id, { basedOn: null, texts: [{ language: 'fi', words: 'Penkit eivät tule.' }] });
  expect((await hanna(ANSWER, second)).codes).toEqual(['newer-revision']);
  expect(await sql(city.em(), 'select from feedback_answer')).toHaveLength(2);
  // the first sent again is still the first, and having read it she may add
  expect((await antti(ANSWER, first)).codes).toEqual([]);
  const { newestMatterAnswer: newest } = (await hanna(NEWEST, { id })).data!;
  expect(newest.words).toBe('Penkit tulevat.');
  city.clock.pass(1000);
  expect((await hanna(ANSWER, { input: { ...second.input, basedOn: newest.id } })).data!.answerMatter).toEqual({ answered: 2, left: 0 });
  // what an officer of a unit may not read is no newer answer to them
  const [{ id: me }] = (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'antti@torilla.example'`)) as [{ id: string }];
  const culture = city.askAs({ kind: 'staff', id: me, roles: [], unitRoles: [{ role: 'OFFICER', unit: 'culture' }] } as Actor);
  expect((await culture(NEWEST, { id })).data).toEqual({ newestMatterAnswer: null });
  expect((await city.ask(NEWEST, { id })).codes).toEqual(['unauthenticated']);
});

test('a mail that did not leave is tried again after a while, and no more once it is old or the address is gone', async () => {
  const [first] = await said([{ contact }]);
  const id = await joined([first!]);
  await (
    await city.as('antti')
  )(ANSWER, answerTo(id));
  const { mailer } = city.app.services;
  const tried: string[] = [];
  city.app.services.mailer = { ...mailer, send: async ({ to }) => tried.push(to) > 100 };
  try {
    await runJob();
    await runJob();
    expect(tried).toHaveLength(1);
    city.clock.pass(61_000);
    await runJob();
    expect(tried).toHaveLength(2);
    expect(await sql(city.em(), 'select mail from feedback_answer')).toEqual([{ mail: 'WAITING' }]);
    for (let n = 0; n < 10; n++) {
      city.clock.pass(86_400_000);
      await runJob();
    }
    expect(tried).toHaveLength(8);
    expect(await sql(city.em(), 'select mail from feedback_answer')).toEqual([{ mail: 'FAILED' }]);
  } finally {
    city.app.services.mailer = mailer;
  }
});

test('five hundred are answered in as many statements as two', async () => {
  const counted = async (n: number): Promise<number> => {
    const ids = await said([{}]);
    await sql(
      city.em(),
      `insert into feedback (id, revision, words, language, channel, headcount, captured_at, received_at)
      select gen_random_uuid(), 1, 'Penkkejä', 'fi', 'TALKED', 1, now(), now() from generate_series(1, $1::int)`,
      [n - 1],
    );
    const [id, ask] = [await joined(ids), await city.as('antti')];
    await sql(city.em(), 'update feedback set matter_id = $1 where matter_id is null', [id]);
    const before = sent.mock.calls.length;
    expect((await ask(ANSWER, answerTo(id))).data!.answerMatter).toEqual({ answered: n, left: 0 });
    return sent.mock.calls.length - before;
  };
  expect(await counted(500)).toBe(await counted(2));
  expect(await sql(city.em(), `select from feedback_answer`)).toHaveLength(502);
});

test('who answers for a unit answers what is theirs of it, and is told what is left', async () => {
  const ids = await said([{ unit: 'green-services' }, { unit: 'facilities' }, {}]);
  const id = await joined(ids);
  const [{ id: antti }] = (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'antti@torilla.example'`)) as [{ id: string }];
  const of = (unit: string, role: 'OFFICER' | 'VIEWER' = 'OFFICER') =>
    city.askAs({ kind: 'staff', id: antti, roles: [], unitRoles: [{ role, unit }] } as Actor);
  expect((await of('green-services')(ANSWER, answerTo(id))).data!.answerMatter).toEqual({ answered: 2, left: 1 });
  expect((await of('green-services', 'VIEWER')(ANSWER, answerTo(id))).codes).toEqual(['forbidden']);
  expect((await (await city.as('mirja'))(ANSWER, answerTo(id))).codes).toEqual(['forbidden']);
  expect((await city.ask('{ matters { nodes { title } } }')).codes).toEqual(['unauthenticated']);
  const ask = await city.as('antti');
  expect((await ask(ANSWER, answerTo(newId()))).codes).toEqual(['not-found']);
  for (const texts of [[], [{ language: 'fi', words: ' ' }], Array.from({ length: 2 }, () => ({ language: 'fi', words: 'x' }))])
    expect((await ask(ANSWER, answerTo(id, { texts }))).codes).toEqual(['bad-input']);
});
