import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident } from '../../testing/resident.ts';

const city = await aCity();
const contact = { name: 'Aino V.', email: 'aino@example.fi', phone: '040 1234567', consent: 'Annan luvan', deleteOn: '2030-01-01' };
const OPEN = 'mutation ($input: OpenContactInput!) { openContact(input: $input) { name email phone } }';
const LINES = '{ viewLines { nodes { by unit { key } data reason words subject subjectId } } }';
const opened = { name: 'Aino V.', email: 'aino@example.fi', phone: '040 1234567' };
let home: TestDevice;
beforeEach(async () => void (home = await TestDevice.public(city)));

async function say(more: object = {}, id = newId(), revision = 1) {
  const item = await home.seal({ id, revision, input: { words: 'Penkki', channel: 'ONLINE', contact, ...more } });
  await home.push(item);
  return { item, id: item.id, receipt: await receiptOf(item.id) };
}

test('contact details come with no ordinary read; that an answer is wished for does', async () => {
  await say();
  const antti = await city.as('antti');
  expect((await antti('{ feedbackPage { nodes { wantsAnswer } } }')).data!.feedbackPage.nodes).toEqual([{ wantsAnswer: true }]);
  expect((await antti('{ feedbackPage { nodes { contact { name } } } }')).errors[0]!.message).toContain('Cannot query field');
});

test('officers open them with a reason, each look is written down, and the resident sees it', async () => {
  const { id, receipt } = await say();
  const aino = await aResident(city, 'aino@example.fi');
  const antti = await city.as('antti');
  for (const reason of ['ANSWER', 'CLARIFY']) expect((await antti(OPEN, { input: { feedbackId: id, reason } })).data).toEqual({ openContact: opened });
  const line = { by: 'Antti L.', unit: null, data: 'CONTACT', words: null, subject: 'Feedback', subjectId: id };
  const lines = [
    { ...line, reason: 'CLARIFY' },
    { ...line, reason: 'ANSWER' },
  ];
  expect((await (await city.as('hallinta'))(LINES)).data!.viewLines.nodes).toEqual(lines);
  expect((await aino.ask(LINES)).data!.viewLines.nodes).toEqual([]);
  await aino.ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt } });
  expect((await aino.ask(LINES)).data!.viewLines.nodes).toEqual(lines);
  expect((await antti(LINES)).codes).toEqual(['forbidden']);
});

test('nobody opens them who does not answer, and without a reason nobody does', async () => {
  const { id } = await say({ unit: 'green-services' });
  const input = { feedbackId: id, reason: 'ANSWER' };
  expect((await city.ask(OPEN, { input })).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('mirja'))(OPEN, { input })).codes).toEqual(['forbidden']);
  expect((await (await aResident(city, 'aino@example.fi')).ask(OPEN, { input })).codes).toEqual(['forbidden']);
  const [{ id: officer }] = (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'antti@torilla.example'`)) as [{ id: string }];
  const of = (unit: string) => city.askAs({ kind: 'staff', id: officer, roles: [], unitRoles: [{ role: 'OFFICER', unit }] });
  expect((await of('education')(OPEN, { input })).codes).toEqual(['not-found']);
  expect((await of('green-services')(OPEN, { input: { feedbackId: id } })).errors).toHaveLength(1);
  expect(await sql(city.em(), 'select from view_line')).toHaveLength(0);
  expect((await of('green-services')(OPEN, { input })).data).toEqual({ openContact: opened });
  expect((await of('green-services')(OPEN, { input: { ...input, feedbackId: newId() } })).codes).toEqual(['not-found']);
});

test('for the unit that is theirs, and for another reason in words', async () => {
  const { id } = await say({ unit: 'green-services' });
  const [{ id: officer }] = (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'antti@torilla.example'`)) as [{ id: string }];
  const antti = city.askAs({ kind: 'staff', id: officer, roles: [], unitRoles: [{ role: 'OFFICER', unit: 'green-services' }] });
  for (const words of [undefined, null, '  ', 'x'.repeat(201)])
    expect((await antti(OPEN, { input: { feedbackId: id, reason: 'OTHER', words } })).codes).toEqual(['bad-input']);
  await antti(OPEN, { input: { feedbackId: id, reason: 'OTHER', words: ' Avaimet löytyivät ' } });
  await antti(OPEN, { input: { feedbackId: id, reason: 'ANSWER', words: 'Tätä ei tarvita' } });
  expect((await (await city.as('hallinta'))(LINES)).data!.viewLines.nodes).toMatchObject([
    { unit: { key: 'green-services' }, reason: 'ANSWER', words: null },
    { unit: { key: 'green-services' }, reason: 'OTHER', words: 'Avaimet löytyivät' },
  ]);
  // words that concern no unit yet are theirs to pick up, an address is not
  expect((await antti(OPEN, { input: { feedbackId: (await say()).id, reason: 'ANSWER' } })).codes).toEqual(['forbidden']);
});

test('administrators narrow the looks down to a person and a time', async () => {
  const { id } = await say();
  const [antti, admin] = [await city.as('antti'), await city.as('hallinta')];
  const idOf = async (person: string) =>
    (await sql<{ id: string }>(city.em(), 'select id from staff_member where email = $1', [`${person}@torilla.example`]))[0]!.id;
  for (const ask of [antti, admin, antti]) {
    await ask(OPEN, { input: { feedbackId: id, reason: 'ANSWER' } });
    city.clock.pass(60_000);
  }
  const FILTERED =
    'query ($filter: ViewFilterInput, $after: String) { viewLines(filter: $filter, first: 1, after: $after) { nodes { by } pageInfo { endCursor } totalCount } }';
  const looks = async (filter: object, after?: string) => (await admin(FILTERED, { filter, after })).data!.viewLines;
  expect(await looks({ staffId: await idOf('antti') })).toMatchObject({ nodes: [{ by: 'Antti L.' }], totalCount: 2 });
  expect((await looks({ staffId: await idOf('mirja') })).totalCount).toBe(0);
  const [, middle] = await sql<{ at: Date }>(city.em(), 'select at from view_line order by id');
  const at = new Date(middle!.at).toISOString();
  const since = await looks({ from: at });
  expect(since.totalCount).toBe(2);
  expect((await looks({ from: at }, since.pageInfo.endCursor)).nodes).toEqual([{ by: 'Hanna P.' }]);
  expect((await looks({ to: at })).nodes).toEqual([{ by: 'Antti L.' }]);
  expect((await admin(FILTERED, { filter: { staffId: 'antti' } })).codes).toEqual(['bad-input']);
});

test('who opens a held item to mend it is written down too', async () => {
  const held = await home.seal({ operation: 'feedback.sing' });
  await home.push(held);
  const admin = await city.as('hallinta');
  const [item] = (await admin('{ inboxItems { nodes { id } } }')).data!.inboxItems.nodes;
  await admin('mutation ($id: ID!) { openHeld(id: $id) }', { id: item.id });
  expect((await admin(LINES)).data!.viewLines.nodes).toMatchObject([{ subject: 'Capture', subjectId: held.id, data: 'CAPTURE', reason: 'CLARIFY' }]);
});

test('a corrected address takes the place of the one before', async () => {
  const { id } = await say();
  await say({ contact: { ...contact, email: null, phone: '050 7654321' } }, id, 2);
  expect((await (await city.as('antti'))(OPEN, { input: { feedbackId: id, reason: 'ANSWER' } })).data).toEqual({
    openContact: { name: 'Aino V.', email: null, phone: '050 7654321' },
  });
});

test('who looked stays written', async () => {
  const { id } = await say();
  await (
    await city.as('antti')
  )(OPEN, { input: { feedbackId: id, reason: 'ANSWER' } });
  for (const change of [`update view_line set reason = 'CLARIFY'`, 'delete from view_line', 'truncate view_line']) {
    await sql(city.em(), 'savepoint before');
    await expect(sql(city.em(), change), change).rejects.toThrow('permission denied');
    await sql(city.em(), 'rollback to savepoint before');
  }
});
