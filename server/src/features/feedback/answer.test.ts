import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident } from '../../testing/resident.ts';

const city = await aCity();
const ANSWER =
  'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { answers(first: 5) { words mail unit { key } answeredBy { displayName } } } }';
const contact = { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn: '2030-01-01' };

async function said(input: object = {}) {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: 'Penkkejä rantaraitille', channel: 'TALKED', unit: 'green-services', ...input } });
  await tablet.push(item);
  return { id: item.id, code: await receiptOf(item.id) };
}
const answerTo = (feedbackId: string, more: object = {}) => ({
  input: { id: newId(), feedbackId, words: 'Penkit tulevat keväällä.', language: 'fi', ...more },
});
const officerOf = (unit: string): Actor => ({ kind: 'staff', id: null, roles: [], unitRoles: [{ role: 'OFFICER', unit }] });
const antti = async () => (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'antti@torilla.example'`))[0]!.id;

test('an answer stands behind the receipt at once, and is mailed where an address was left, which nobody looks at', async () => {
  const { id, code } = await said({ contact });
  const ask = await city.as('antti');
  expect((await ask(ANSWER, answerTo(id))).data!.answerFeedback).toEqual({
    answers: [{ words: 'Penkit tulevat keväällä.', mail: 'SENT', unit: { key: 'green-services' }, answeredBy: { displayName: 'Antti L.' } }],
  });
  expect(city.mails[0]).toMatchObject({ to: 'aino@example.fi', subject: 'Vastaus palautteeseesi' });
  for (const part of ['Penkit tulevat keväällä.', 'Penkkejä rantaraitille', `/kuitti#${code}`]) expect(city.mails[0]!.text).toContain(part);
  const held = await city.ask('query ($code: String!) { receiptHeld(code: $code) { answers { words language unit { fi } } views { by } } }', { code });
  expect(held.data!.receiptHeld).toEqual({
    answers: [{ words: 'Penkit tulevat keväällä.', language: 'fi', unit: { fi: expect.any(String) } }],
    views: [],
  });
});

test('the resident in whose account it is reads the answer, and not who wrote it', async () => {
  const { id, code } = await said();
  const aino = await aResident(city, 'aino@example.fi');
  await aino.ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt: code } });
  const mails = city.mails.length;
  await (
    await city.as('antti')
  )(ANSWER, answerTo(id));
  // where no address was left, the account is told that there is an answer, and reads it there
  expect(city.mails).toHaveLength(mails + 1);
  expect(city.mails[0]).toMatchObject({ to: 'aino@example.fi', subject: 'Kaupunki on vastannut palautteeseesi' });
  expect(city.mails[0]!.text).toContain('/oma/palautteet');
  expect(city.mails[0]!.text).not.toContain('Penkit');
  const MINE = '{ myFeedback { nodes { answers(first: 5) { words } } } }';
  expect((await aino.ask(MINE)).data!.myFeedback.nodes).toEqual([{ answers: [{ words: 'Penkit tulevat keväällä.' }] }]);
  for (const field of ['answeredBy { displayName }', 'mail']) expect((await aino.ask(MINE.replace('words', field))).codes).toEqual(['forbidden']);
  const eino = await aResident(city, 'eino@example.fi');
  expect((await eino.ask(MINE)).data!.myFeedback.nodes).toEqual([]);
});

test('sent twice it is one answer and one mail; another text under its id is refused', async () => {
  const { id } = await said({ contact });
  const ask = await city.as('antti');
  const once = answerTo(id);
  await ask(ANSWER, once);
  const mails = city.mails.length;
  expect((await ask(ANSWER, once)).data!.answerFeedback.answers).toHaveLength(1);
  expect(city.mails).toHaveLength(mails);
  expect((await ask(ANSWER, { input: { ...once.input, words: 'Muuta' } })).codes).toEqual(['already-exists']);
  expect((await ask(ANSWER, answerTo(id, { words: 'Vielä yksi asia.' }))).data!.answerFeedback.answers).toHaveLength(2);
});

test('whoever answers for its unit may, and what concerns none yet any officer; others may not', async () => {
  const { id } = await said();
  const free = await said({ unit: null });
  const me = await antti();
  const as = (actor: Actor) => city.askAs({ ...actor, id: me });
  expect((await as(officerOf('facilities'))(ANSWER, answerTo(id))).codes).toEqual(['not-found']);
  expect((await as(officerOf('facilities'))(ANSWER, answerTo(free.id))).codes).toEqual([]);
  expect((await as(officerOf('green-services'))(ANSWER, answerTo(id))).codes).toEqual([]);
  const both = { ...officerOf('facilities'), unitRoles: [...officerOf('facilities').unitRoles!, { role: 'VIEWER' as const, unit: 'green-services' }] };
  expect((await as(both)(ANSWER, answerTo(id))).codes).toEqual(['forbidden']);
  expect((await as({ ...officerOf('green-services'), unitRoles: [{ role: 'VIEWER', unit: 'green-services' }] })(ANSWER, answerTo(id))).codes).toEqual([
    'forbidden',
  ]);
  expect((await (await city.as('mirja'))(ANSWER, answerTo(id))).codes).toEqual(['forbidden']);
  expect((await city.ask(ANSWER, answerTo(id))).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('antti'))(ANSWER, answerTo(newId()))).codes).toEqual(['not-found']);
});

test('a script that may answer and nothing else mails once, and the answer says so', async () => {
  const { id } = await said({ contact });
  const script = city.askAs({ kind: 'staff', id: await antti(), roles: ['OFFICER'], verbs: ['feedback.answer', 'feedback.read'] });
  const once = answerTo(id);
  const mails = city.mails.length;
  expect((await script(ANSWER, once)).codes).toEqual([]);
  await script(ANSWER, once);
  expect(city.mails).toHaveLength(mails + 1);
  expect(await sql(city.em(), 'select mail from feedback_answer')).toEqual([{ mail: 'SENT' }]);
});

test('an empty answer, one too long and one in no language of ours are refused', async () => {
  const { id } = await said();
  const ask = await city.as('antti');
  for (const more of [{ words: '  ' }, { words: 'x'.repeat(4001) }, { language: 'ru' }])
    expect((await ask(ANSWER, answerTo(id, more))).codes).toEqual(['bad-input']);
});

test('what waits for an answer is found, and an answer goes when its words do', async () => {
  const [waits, answered] = [await said({ contact }), await said({ contact })];
  const ask = await city.as('antti');
  await ask(ANSWER, answerTo(answered.id));
  const found = async (filter: object) =>
    (await ask('query ($filter: FeedbackFilterInput) { feedbackPage(filter: $filter) { nodes { id } } }', { filter })).data!.feedbackPage.nodes;
  expect(await found({ wantsAnswer: true, answered: false })).toEqual([{ id: waits.id }]);
  expect(await found({ answered: true })).toEqual([{ id: answered.id }]);
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { eraseFeedback(id: $id) }', { id: answered.id });
  expect(await sql(city.em(), 'select from feedback_answer')).toHaveLength(0);
});
