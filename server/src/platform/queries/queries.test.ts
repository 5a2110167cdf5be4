import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const SAVE = 'mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { id revision name shared variables owner { displayName } } }';
const REMOVE = 'mutation ($id: ID!) { removeQuery(id: $id) }';
const ALL = '{ savedQueries { id name query revision shared } }';
const aQuery = (more: object = {}) => ({ id: newId(), basedOn: 0, name: 'Aiheet', query: '{ topics { key } }', ...more });

test('a question is kept for oneself, shared, mended and removed; what is removed comes back by the same words', async () => {
  const [hanna, antti] = [await city.as('hallinta'), await city.as('antti')];
  const own = aQuery();
  expect((await antti(SAVE, { input: own })).data!['saveQuery']).toEqual({
    id: own.id,
    revision: 1,
    name: 'Aiheet',
    shared: false,
    variables: '{}',
    owner: { displayName: 'Antti L.' },
  });
  // sent twice it is kept once
  expect((await antti(SAVE, { input: own })).data!['saveQuery'].revision).toBe(1);
  const names = async (ask: typeof antti) => (await ask(ALL)).data!['savedQueries'].map(({ name }: { name: string }) => name);
  expect(await names(hanna)).toEqual([]);
  await antti(SAVE, { input: { ...own, basedOn: 1, name: 'Kaikki aiheet', shared: true } });
  expect(await names(hanna)).toEqual(['Kaikki aiheet']);
  expect((await antti(REMOVE, { id: own.id })).codes).toEqual([]);
  expect((await antti(REMOVE, { id: own.id })).codes).toEqual(['not-found']);
  expect((await antti(SAVE, { input: { ...own, basedOn: 2 } })).codes).toEqual(['not-found']);
  expect((await antti(SAVE, { input: own })).codes).toEqual([]);
});

test("what a colleague changed meanwhile is not written over, and another's own is nobody else's", async () => {
  const [hanna, antti, mirja] = [await city.as('hallinta'), await city.as('antti'), await city.as('mirja')];
  const [own, shared] = [aQuery(), aQuery({ shared: true })];
  await antti(SAVE, { input: own });
  await antti(SAVE, { input: shared });
  await hanna(SAVE, { input: { ...shared, basedOn: 1, name: 'Parempi nimi' } });
  expect((await antti(SAVE, { input: { ...shared, basedOn: 1, name: 'Oma nimi' } })).codes).toEqual(['newer-revision']);
  expect((await mirja(SAVE, { input: { ...shared, basedOn: 2 } })).codes).toEqual(['forbidden']);
  expect((await mirja(REMOVE, { id: shared.id })).codes).toEqual(['forbidden']);
  for (const ask of [hanna, mirja]) {
    expect((await ask(SAVE, { input: { ...own, basedOn: 1, name: 'Toisen' } })).codes).toEqual(['not-found']);
    expect((await ask(REMOVE, { id: own.id })).codes).toEqual(['not-found']);
  }
  for (const ask of [city.ask, city.askAs({ kind: 'resident', id: newId(), roles: [] })]) {
    expect((await ask(ALL)).data).toBeNull();
    expect((await ask(SAVE, { input: aQuery() })).data!['saveQuery']).toBeNull();
  }
});

test.each([
  ['no query', { query: 'select 1' }, 'query-invalid'],
  ['a field that is not there', { query: '{ topics { shoeSize } }' }, 'query-invalid'],
  ['something that changes something', { query: 'mutation { signOut }' }, 'query-invalid'],
  ['two at once', { query: 'query a { topics { key } } query b { topics { key } }' }, 'query-invalid'],
  ['variables that are no object', { variables: '[1]' }, 'query-invalid'],
  ['variables that do not fit', { query: 'query ($n: Int!) { measure(number: $n) { id } }', variables: '{"n":"kolme"}' }, 'query-invalid'],
  ['too much at once', { query: `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: topics { key }`).join(' ')} }` }, 'query-too-expensive'],
  ['no name', { name: ' ' }, 'bad-input'],
])('%s is not kept, and it is said why', async (_, more, code) => {
  const { codes, errors } = await (await city.as('hallinta'))(SAVE, { input: aQuery(more) });
  expect(codes).toEqual([code]);
  if (code === 'query-invalid') expect((errors[0]!.extensions!['facts'] as { message: string }).message).not.toBe('');
});
