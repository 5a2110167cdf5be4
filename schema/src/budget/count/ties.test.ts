import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { TieOrder } from '../rules.ts';
import { anElection } from '../testing/elections.ts';
import { drawnOrder, ranksOf } from './ties.ts';

const firstToLast = async (order: TieOrder): Promise<string[]> => {
  const election = anElection(100, { a: 5, b: 5, c: 3, 10: 9, 2: 9 }, { 'a,b': 2, 10: 2, 'c,2': 1 });
  const ranks = await ranksOf(election, order);
  return [...election.ids].sort((a, b) => ranks[election.ids.indexOf(a)]! - ranks[election.ids.indexOf(b)]!);
};

test('votes, cost and the id as text, in the order that was settled', async () => {
  expect(await firstToLast({ steps: ['MOST_VOTES', 'LEAST_COST'], end: 'ID' })).toEqual(['a', 'b', '10', 'c', '2']);
  expect(await firstToLast({ steps: ['LEAST_COST', 'MOST_VOTES'], end: 'ID' })).toEqual(['c', 'a', 'b', '10', '2']);
  expect(await firstToLast({ steps: [], end: 'ID' })).toEqual(['10', '2', 'a', 'b', 'c']);
});

test('an order is drawn as anybody can draw it again', async () => {
  const ids = ['puisto', 'laituri', 'kenttä', '7'];
  const lot = (id: string) => createHash('sha256').update(`Torilla 2027\n${id}`).digest('hex');
  const order = await drawnOrder('Torilla 2027', ids);
  expect(order).toEqual([...ids].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)));
  expect(await drawnOrder('Torilla 2027', [...ids].reverse())).toEqual(order);
  expect(await drawnOrder('another seed', ids)).not.toEqual(order);
  expect((await firstToLast({ steps: ['MOST_VOTES', 'LEAST_COST'], end: 'DRAWN', seed: 'x' })).slice(-2)).toEqual(['c', '2']);
});
