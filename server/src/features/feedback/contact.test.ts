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
const HELD = 'query ($code: String!) { heldContact(code: $code) { deleteOn views { by reason } } }';
const WITHDRAW = 'mutation ($input: WithdrawContactInput!) { withdrawContact(input: $input) }';
const LINES = '{ viewLines { nodes { by data reason subject subjectId } } }';
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
  const line = { by: 'Antti L.', data: 'CONTACT', subject: 'Feedback', subjectId: id };
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

test('the holder of a receipt sees what is held, until when and who looked, and takes it back', async () => {
  const { id, item, receipt } = await say();
  await (
    await city.as('antti')
  )(OPEN, { input: { feedbackId: id, reason: 'ANSWER' } });
  const views = [{ by: 'Antti L.', reason: 'ANSWER' }];
  expect((await city.ask(HELD, { code: receipt })).data).toEqual({ heldContact: { deleteOn: '2030-01-01', views } });
  expect((await city.ask(HELD, { code: await receiptOf(newId()) })).data).toEqual({ heldContact: null });
  for (let twice = 0; twice < 2; twice++) expect((await city.ask(WITHDRAW, { input: { receipt } })).codes).toEqual([]);
  expect((await city.ask(HELD, { code: receipt })).data).toEqual({ heldContact: { deleteOn: null, views } });
  expect((await (await city.as('antti'))('{ feedbackPage { nodes { words wantsAnswer } } }')).data!.feedbackPage.nodes).toEqual([
    { words: 'Penkki', wantsAnswer: false },
  ]);
  expect((await (await city.as('antti'))(OPEN, { input: { feedbackId: id, reason: 'ANSWER' } })).codes).toEqual(['not-found']);
  // sent once more, it stays away
  expect((await home.push(item)).results).toMatchObject([{ code: 'DUPLICATE' }]);
  expect(await sql(city.em(), 'select from feedback_contact')).toHaveLength(0);
  expect(await sql(city.em(), `select from inbox_item where sealed <> ''`)).toHaveLength(0);
  expect((await city.ask(WITHDRAW, { input: { receipt: await receiptOf(newId()) } })).codes).toEqual(['not-found']);
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
