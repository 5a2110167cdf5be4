import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident } from '../../testing/resident.ts';

const city = await aCity();
const HELD = 'query ($code: String!) { receiptHeld(code: $code) { contactUntil claimed views { at by data reason } } }';
const WITHDRAW = 'mutation ($code: String!) { withdrawContact(code: $code) }';
const ERASE = 'mutation ($code: String!) { eraseByReceipt(code: $code) }';
const contact = { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn: '2030-01-01' };
let tablet: TestDevice;
beforeEach(async () => void (tablet = await TestDevice.tablet(city)));

async function say(input: object = { contact }) {
  const item = await tablet.seal({ input: { words: 'Penkkejä', channel: 'TALKED', ...input } });
  await tablet.push(item);
  return { item, id: item.id, code: await receiptOf(item.id) };
}
const held = async (code: string) => (await city.ask(HELD, { code })).data!.receiptHeld;

test('whoever has the receipt is told whether an address is held, until when, and who looked', async () => {
  const { id, code } = await say();
  expect(await held(code)).toEqual({ contactUntil: '2030-01-01', claimed: false, views: [] });
  await (
    await city.as('hallinta')
  )('mutation ($input: OpenContactInput!) { openContact(input: $input) { id } }', { input: { feedbackId: id, reason: 'ANSWER' } });
  expect((await held(code.toLowerCase())).views).toEqual([{ at: city.clock.now(), by: 'Hanna P.', data: 'CONTACT', reason: 'ANSWER' }]);
  expect(await held(await receiptOf(newId()))).toBeNull();
  expect((await city.ask(HELD, { code: 'x' })).codes).toEqual(['bad-input']);
});

test('they take the address back, and the words stay', async () => {
  const { item, code } = await say();
  expect((await city.ask(WITHDRAW, { code })).data).toEqual({ withdrawContact: true });
  expect(await held(code)).toMatchObject({ contactUntil: null });
  expect(await sql(city.em(), 'select words, contact_id from feedback')).toEqual([{ words: 'Penkkejä', contact_id: null }]);
  expect((await tablet.push(item)).results).toMatchObject([{ code: 'DUPLICATE' }]);
  expect(await held(code)).toMatchObject({ contactUntil: null });
  expect((await city.ask(WITHDRAW, { code })).codes).toEqual([]);
});

test('they erase the words, and these do not come back', async () => {
  const { item, code } = await say();
  expect((await city.ask(ERASE, { code })).data).toEqual({ eraseByReceipt: true });
  expect(await sql(city.em(), 'select from feedback union all select from feedback_contact')).toHaveLength(0);
  expect((await tablet.push(item)).results).toMatchObject([{ code: 'TOMBSTONED' }]);
  expect((await city.ask(ERASE, { code })).codes).toEqual(['not-found']);
  expect((await city.ask('query ($code: String!) { receipt(code: $code) { state } }', { code })).data).toEqual({ receipt: { state: 'ERASED' } });
});

test('what is in an account its resident alone erases; the address can be taken back all the same', async () => {
  const { code } = await say();
  const aino = await aResident(city, 'aino@example.fi');
  await aino.ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt: code } });
  expect((await city.ask(ERASE, { code })).codes).toEqual(['already-claimed']);
  expect((await city.ask(WITHDRAW, { code })).codes).toEqual([]);
  expect((await aino.ask('{ consents { withdrawnAt } }')).data).toEqual({ consents: [{ withdrawnAt: city.clock.now() }] });
});

test('staff, who may know a receipt, erase by their own verbs, which name them', async () => {
  const { code } = await say();
  for (const person of ['mirja', 'hallinta'] as const)
    for (const verb of [ERASE, WITHDRAW]) expect((await (await city.as(person))(verb, { code })).codes).toEqual(['forbidden']);
});
