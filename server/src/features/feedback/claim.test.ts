import { beforeEach, expect, test } from 'vitest';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident, type TestResident } from '../../testing/resident.ts';

const city = await aCity();
const CLAIM = 'mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { words receipt } }';
const MINE = '{ myFeedback { totalCount nodes { words } } }';
const ONE = 'query ($id: ID!) { feedback(id: $id) { words } }';
let home: TestDevice;
let aino: TestResident;
let eino: TestResident;
beforeEach(async () => {
  home = await TestDevice.public(city);
  aino = await aResident(city, 'aino@example.fi');
  eino = await aResident(city, 'eino@example.fi');
});

async function say(words = 'Rantaraitille tarvitaan penkkejä', more: object = {}) {
  const item = await home.seal({ input: { words, channel: 'ONLINE', ...more } });
  await home.push(item);
  return { item, id: item.id, receipt: await receiptOf(item.id) };
}
const wordsOf = async ({ ask }: TestResident) => (await ask(MINE)).data!.myFeedback.nodes.map((node: { words: string }) => node.words);

test('whoever knows the receipt puts the words into their account, however it is typed and however often', async () => {
  const { receipt } = await say();
  for (const typed of [receipt, receipt.toLowerCase().replaceAll('-', ' ')])
    expect((await aino.ask(CLAIM, { input: { receipt: typed } })).data).toEqual({ claimFeedback: { words: 'Rantaraitille tarvitaan penkkejä', receipt } });
  expect((await aino.ask(MINE)).data!.myFeedback).toEqual({ totalCount: 1, nodes: [{ words: 'Rantaraitille tarvitaan penkkejä' }] });
  expect((await eino.ask(CLAIM, { input: { receipt } })).codes).toEqual(['already-claimed']);
  expect(await wordsOf(eino)).toEqual([]);
});

test('what is not in effect cannot be claimed yet, and a mistyped receipt is told', async () => {
  const coming = await home.seal();
  const held = await home.seal({ operation: 'feedback.sing' });
  await home.push(held);
  for (const id of [coming.id, held.id]) expect((await aino.ask(CLAIM, { input: { receipt: await receiptOf(id) } })).codes).toEqual(['not-found']);
  await home.push(coming);
  expect((await aino.ask(CLAIM, { input: { receipt: await receiptOf(coming.id) } })).codes).toEqual([]);
  expect((await aino.ask(CLAIM, { input: { receipt: 'K7QF-2M9X-4TDR' } })).codes).toEqual(['bad-input']);
});

test('nobody claims for somebody: not a worker, not an administrator, not the anonymous', async () => {
  const { receipt } = await say();
  expect((await city.ask(CLAIM, { input: { receipt } })).codes).toEqual(['unauthenticated']);
  for (const person of ['mirja', 'hallinta'] as const) expect((await (await city.as(person))(CLAIM, { input: { receipt } })).codes).toEqual(['forbidden']);
  const tablet = city.askAs({ kind: 'device', id: home.id, roles: [] });
  expect((await tablet(CLAIM, { input: { receipt } })).codes).toEqual(['forbidden']);
});

test('what is corrected after it was claimed stays where it is', async () => {
  const { id, receipt } = await say();
  await aino.ask(CLAIM, { input: { receipt } });
  await home.push(await home.seal({ id, revision: 2, input: { words: 'Kaksi penkkiä', channel: 'ONLINE' } }));
  expect(await wordsOf(aino)).toEqual(['Kaksi penkkiä']);
});

test('a resident sees what is in their account and nothing of what is the city’s own', async () => {
  const { id, receipt } = await say('Oma', { note: 'Tuttu mies' });
  await say('Toisen');
  expect((await aino.ask(ONE, { id })).data).toEqual({ feedback: null });
  await aino.ask(CLAIM, { input: { receipt } });
  expect((await aino.ask(ONE, { id })).data).toEqual({ feedback: { words: 'Oma' } });
  for (const field of ['note', 'worker { displayName }', 'device { id }', 'photos { file { received } }'])
    expect((await aino.ask(`{ myFeedback { nodes { ${field} } } }`)).codes, field).toEqual(['forbidden']);
  // its search knows the notes
  expect((await aino.ask('{ feedbackPage(filter: { search: "mies" }) { totalCount } }')).codes).toEqual(['forbidden']);
  expect((await city.ask(MINE)).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('hallinta'))(MINE)).codes).toEqual(['forbidden']);
});

test('it can be let go, and then somebody else may claim it', async () => {
  const { id, receipt } = await say();
  const RELEASE = 'mutation ($id: ID!) { releaseFeedback(id: $id) }';
  await aino.ask(CLAIM, { input: { receipt } });
  expect((await eino.ask(RELEASE, { id })).codes).toEqual(['not-found']);
  expect((await aino.ask(RELEASE, { id })).data).toEqual({ releaseFeedback: id });
  expect(await wordsOf(aino)).toEqual([]);
  expect((await eino.ask(CLAIM, { input: { receipt } })).codes).toEqual([]);
});

test('its resident erases it, and nobody else’s', async () => {
  const { item, id, receipt } = await say();
  const ERASE = 'mutation ($id: ID!) { eraseMyFeedback(id: $id) }';
  expect((await aino.ask(ERASE, { id })).codes).toEqual(['not-found']);
  await aino.ask(CLAIM, { input: { receipt } });
  expect((await eino.ask(ERASE, { id })).codes).toEqual(['not-found']);
  expect((await aino.ask(ERASE, { id })).codes).toEqual([]);
  expect(await sql(city.em(), 'select from feedback')).toHaveLength(0);
  expect((await home.push(item)).results).toMatchObject([{ code: 'TOMBSTONED' }]);
  expect((await aino.ask(ERASE, { id: newId() })).codes).toEqual(['not-found']);
});

test('who tries receipt after receipt is told to wait', async () => {
  let codes: string[] = [];
  for (let tries = 0; tries < 101 && !codes.includes('too-many-requests'); tries++)
    codes = (await aino.ask(CLAIM, { input: { receipt: await receiptOf(newId()) } })).codes;
  expect(codes).toEqual(['too-many-requests']);
});
