import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { MAX_CHILDREN } from '@torilla/schema/residents/residents';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident, type TestResident } from '../../testing/resident.ts';
import { purgeDue } from '../retention/retention.commands.ts';

const city = await aCity();
const ADD = 'mutation ($input: AddChildInput!) { addChild(input: $input) { id firstName birthYear } }';
const REMOVE = 'mutation ($id: ID!) { removeChild(id: $id) }';
const CLAIM = 'mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { child { firstName } } }';
const CHILDREN = '{ myAccount { children { firstName birthYear } } }';
const CONSENTS = '{ consents { id purpose subjectId text withdrawnAt } }';
const year = city.clock.now().getFullYear();
const onni = { firstName: 'Onni', birthYear: year - 9, consent: 'Olen lapsen huoltaja' };

let aino: TestResident;
let eino: TestResident;
beforeEach(async () => {
  aino = await aResident(city, 'aino@example.fi');
  eino = await aResident(city, 'eino@example.fi');
});
const add = (more: Partial<typeof onni> = {}, { ask } = aino) => ask(ADD, { input: { ...onni, ...more } });
const idOf = async (answer: ReturnType<typeof add>): Promise<string> => (await answer).data!.addChild.id;
const childrenOf = async ({ ask }: TestResident) => (await ask(CHILDREN)).data!.myAccount.children;

async function say() {
  const home = await TestDevice.public(city);
  const item = await home.seal({ input: { words: 'Pulkkamäki', channel: 'ONLINE' } });
  await home.push(item);
  return { id: item.id, receipt: await receiptOf(item.id) };
}

test('a guardian has children in their account, whom nobody else sees', async () => {
  expect((await add()).data).toMatchObject({ addChild: { firstName: 'Onni', birthYear: year - 9 } });
  await add({ firstName: ' Ilona ', birthYear: year });
  expect(await childrenOf(aino)).toEqual([
    { firstName: 'Onni', birthYear: year - 9 },
    { firstName: 'Ilona', birthYear: year },
  ]);
  expect(await childrenOf(eino)).toEqual([]);
  expect((await aino.ask(CONSENTS)).data!.consents).toMatchObject(
    Array.from({ length: 2 }, () => ({ purpose: 'CHILD', text: onni.consent, withdrawnAt: null })),
  );
});

test('only a child who is too young for an account of their own, and each once', async () => {
  expect((await add({ birthYear: year - 14 })).codes).toEqual(['child-of-age']);
  expect((await add({ birthYear: year + 1 })).codes).toEqual(['bad-input']);
  expect((await add({ firstName: ' ' })).codes).toEqual(['bad-input']);
  expect((await add({ firstName: 'O'.repeat(41) })).codes).toEqual(['bad-input']);
  expect((await add({ consent: '' })).codes).toEqual(['bad-input']);
  // who turns thirteen this year may not have done so yet
  expect((await add({ birthYear: year - 13 })).codes).toEqual([]);
  expect((await add({ birthYear: year - 13 })).codes).toEqual(['already-exists']);
  expect((await city.ask(ADD, { input: onni })).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('hallinta'))(ADD, { input: onni })).codes).toEqual(['forbidden']);
});

test('there are ten at most, and a place that falls free is used again', async () => {
  const ids: string[] = [];
  for (let n = 0; n < MAX_CHILDREN; n++) ids.push(await idOf(add({ firstName: `Lapsi ${n}` })));
  expect(await add({ firstName: 'Yksi liikaa' })).toMatchObject({ codes: ['too-many-children'] });
  expect((await aino.ask(REMOVE, { id: ids[3] })).codes).toEqual([]);
  expect((await add({ firstName: 'Nyt mahtuu' })).codes).toEqual([]);
  expect(await childrenOf(aino)).toHaveLength(MAX_CHILDREN);
});

test('a claim may be for a child, and says so to the guardian alone', async () => {
  const child = await idOf(add());
  const { id, receipt } = await say();
  const claim = (more: object = {}) => aino.ask(CLAIM, { input: { receipt, ...more } });
  expect((await claim({ childId: child })).data).toEqual({ claimFeedback: { child: { firstName: 'Onni' } } });
  // sent again without a word of whose it is it stays the child's; told that it is the guardian's own it is
  expect((await claim()).data).toEqual({ claimFeedback: { child: { firstName: 'Onni' } } });
  expect((await (await city.as('hallinta'))('query ($id: ID!) { feedback(id: $id) { child { firstName } } }', { id })).codes).toEqual(['forbidden']);
  expect((await claim({ childId: null })).data).toEqual({ claimFeedback: { child: null } });
});

test('nobody acts for a child of somebody else, or for one who has grown up', async () => {
  const child = await idOf(add());
  const { receipt } = await say();
  expect((await eino.ask(CLAIM, { input: { receipt, childId: child } })).codes).toEqual(['not-found']);
  expect((await eino.ask(REMOVE, { id: child })).codes).toEqual(['not-found']);
  expect((await eino.ask('{ myFeedback { totalCount } }')).data).toEqual({ myFeedback: { totalCount: 0 } });
  await sql(city.em(), 'update child set birth_year = $1', [year - 14]);
  expect((await aino.ask(CLAIM, { input: { receipt, childId: child } })).codes).toEqual(['child-of-age']);
  expect((await aino.ask(CLAIM, { input: { receipt, childId: newId() } })).codes).toEqual(['not-found']);
});

test.each([
  ['by the guardian', (id: string) => aino.ask(REMOVE, { id })],
  [
    'as the consent is taken back',
    async () => aino.ask('mutation ($id: ID!) { withdrawConsent(id: $id) { id } }', (await aino.ask(CONSENTS)).data!.consents[0]),
  ],
  [
    'in the night of the year in which they are surely thirteen',
    async () => {
      await sql(city.em(), 'update child set birth_year = $1', [year - 14]);
      return purgeDue(city.context(system));
    },
  ],
])('a child who goes, %s, leaves what they said in the account', async (_, go) => {
  const child = await idOf(add());
  const { id, receipt } = await say();
  await aino.ask(CLAIM, { input: { receipt, childId: child } });
  await go(child);
  expect(await childrenOf(aino)).toEqual([]);
  expect((await aino.ask(`{ myFeedback { nodes { id child { id } } } }`)).data).toEqual({ myFeedback: { nodes: [{ id, child: null }] } });
  expect((await aino.ask(CONSENTS)).data!.consents).toMatchObject([{ subjectId: child, withdrawnAt: expect.any(Date) }]);
});
