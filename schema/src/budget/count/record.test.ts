import { expect, test } from 'vitest';
import type { BallotRule } from '../ballot.ts';
import { readPb } from '../pb/read.ts';
import type { TieOrder } from '../rules.ts';
import { pbOf, recount, type Votes } from './record.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const projects = [
  { id: 'b', name: 'Valot; isot', costCents: 250_050 },
  { id: 'a', name: 'Penkit', costCents: 100_000 },
  { id: 'c', name: 'Marjat', costCents: 50_000 },
];
const votes = (ballot: Partial<BallotRule>, ballots: Votes['ballots']): Votes => ({
  city: 'Hamina',
  year: 2027,
  area: 'Keskusta',
  budgetCents: 300_000,
  ballot: { kind: 'BASKET', changeable: true, ...ballot },
  projects,
  ballots,
});
const of = (...ids: string[]) => ids.map((id) => ({ id }));
const ties: TieOrder = { steps: [], end: 'ID' };

test('the same ballots are the same file, in whichever order they lie, and it is read as it was written', () => {
  const ballots = [of('b', 'a'), of('c'), of('a'), []];
  const file = pbOf(votes({}, ballots));
  expect(
    pbOf(
      votes(
        {},
        ballots.toReversed().map((one) => one.toReversed()),
      ),
    ),
  ).toBe(file);
  const { election, projects: table } = readPb(bytes(file));
  expect(election).toMatchObject({ budget: 300_000, voters: 4, ids: ['a', 'b', 'c'], costs: [100_000, 250_050, 50_000], votes: [2, 1, 1] });
  expect(table.rows[1]).toEqual(['b', '2500.5', 'Valot; isot']);
});

test('it is counted from the file: by votes as long as the money lasts', async () => {
  const file = bytes(pbOf(votes({}, [of('b'), of('b'), of('a'), of('c'), of('a', 'c')])));
  expect(await recount(file, { kind: 'GREEDY' }, ties)).toMatchObject({ winners: ['a', 'c'], cost: 150_000 });
  expect(await recount(file, { kind: 'GREEDY' }, { ...ties, steps: ['LEAST_COST'] })).toMatchObject({ winners: ['c', 'a'] });
});

test('points are counted as they were dealt; where projects are put in order the first gets as many as there are projects', async () => {
  const dealt = bytes(pbOf(votes({ kind: 'POINTS', points: 5 }, [[{ id: 'c', points: 5 }], [{ id: 'a', points: 2 }]])));
  expect((await recount(dealt, { kind: 'GREEDY' }, ties)).projects.map(({ id, votes: n }) => [id, n])).toEqual([
    ['c', 5],
    ['a', 2],
    ['b', 0],
  ]);
  const ranked = bytes(pbOf(votes({ kind: 'RANKING' }, [of('c', 'a', 'b'), of('c', 'a')])));
  expect((await recount(ranked, { kind: 'GREEDY' }, ties)).projects.map(({ id, votes: n }) => [id, n])).toEqual([
    ['c', 6],
    ['a', 4],
    ['b', 1],
  ]);
});

test('where nobody voted nothing is funded that needs a vote', async () => {
  expect(await recount(bytes(pbOf(votes({}, []))), { kind: 'GREEDY', leastVotes: 1 }, ties)).toMatchObject({ winners: [], cost: 0 });
});
