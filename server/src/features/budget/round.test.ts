import { beforeEach, expect, test } from 'vitest';
import { toldPhases, type RoundPhase } from '@torilla/schema/budget/phases';
import type { SaveRound } from '@torilla/schema/budget/round';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

const SAVE = `mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) {
  id phase revision year title { fi } areas(first: 30) { id budgetCents districts(first: 100) { key } } categories(first: 20) { id name { fi } }
  ballot { kind most } count { kind } tieSeed days { phase from to } } }`;
const MOVE = 'mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { phase revision tieSeed } }';
const DISCARD = 'mutation ($id: ID!) { discardBudgetRound(id: $id) }';

const city = await aCity();
beforeEach(() => city.clock.set('2027-01-01T10:00:00Z'));
const voting = { votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' };
const officer = () => city.as('hallinta');
const save = async (input: Partial<SaveRound>) => (await officer())(SAVE, { input });

/** A project whose cost is known, which a ballot needs. */
const project = async (round: SaveRound) =>
  (await officer())('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', {
    input: aProject(round, { costCents: 100_000 }),
  });

/** Takes a round on phase by phase. @returns its revision */
async function moved(id: string, ...phases: RoundPhase[]): Promise<number> {
  let revision = 1;
  for (const to of phases) {
    const { data, errors } = await (await officer())(MOVE, { input: { id, basedOn: revision, to } });
    expect(errors).toEqual([]);
    revision = data!['moveBudgetRound'].revision;
  }
  return revision;
}

test('a round is planned, changed, and is one though it was sent twice', async () => {
  const round = aRound(voting);
  const { data, errors } = await save(round);
  expect(errors).toEqual([]);
  expect(data!['saveBudgetRound']).toMatchObject({ phase: 'DRAFT', revision: 1, areas: [{ budgetCents: 5_000_000, districts: [] }], tieSeed: null });
  expect((await save(round)).data!['saveBudgetRound'].revision).toBe(1);

  const areas = [
    { id: round.areas[0]!.id, name: { fi: 'Keskusta' }, budgetCents: 3_000_000, districts: ['keskusta'] },
    { id: newId(), name: { fi: 'Muut' }, budgetCents: 2_000_000, districts: ['pitajansaari'] },
  ];
  const changed = await save({ ...round, basedOn: 1, areas, categories: round.categories.toReversed() });
  expect(changed.errors).toEqual([]);
  expect(changed.data!['saveBudgetRound']).toMatchObject({
    revision: 2,
    areas: areas.map(({ id, budgetCents, districts }) => ({ id, budgetCents, districts: districts.map((key) => ({ key })) })),
    categories: [{ name: { fi: 'Liikunta' } }, { name: { fi: 'Puistot' } }],
  });
  // a colleague had the first one open
  expect((await save({ ...round, basedOn: 1 })).codes).toEqual(['newer-revision']);
});

test('an area or a category of another round is not taken over', async () => {
  const other = aRound();
  await save(other);
  for (const taken of [{ areas: other.areas }, { categories: other.categories }]) expect((await save(aRound(taken))).codes).toEqual(['already-exists']);
});

test('what is voted on and how it is counted is settled once the ballot is published, and the order of ties is drawn then', async () => {
  const round = aRound(voting);
  await save(round);
  const revision = await moved(round.id, 'IDEAS', 'SCREENING', 'IDEAS', 'SCREENING', 'COSTING');
  await project(round);
  expect((await save({ ...round, basedOn: revision, title: { fi: 'Toinen nimi' } })).errors).toEqual([]);
  const { data } = await (await officer())(MOVE, { input: { id: round.id, basedOn: revision + 1, to: 'BALLOT' } });
  const { tieSeed, revision: published } = data!['moveBudgetRound'];
  expect(tieSeed).toMatch(/^[0-9a-f]{64}$/);
  for (const change of [{}, { count: { kind: 'PHRAGMEN' } }, { tieSteps: [] }, { areas: [] }])
    expect((await save({ ...round, ...(change as Partial<SaveRound>), basedOn: published })).codes).toEqual([
      'areas' in change ? 'bad-input' : 'round-settled',
    ]);
  // sent twice it is published once, by the same order
  expect((await (await officer())(MOVE, { input: { id: round.id, basedOn: revision + 1, to: 'BALLOT' } })).data!['moveBudgetRound'].tieSeed).toBe(tieSeed);
  expect((await (await officer())(MOVE, { input: { id: round.id, basedOn: published, to: 'COSTING' } })).codes).toEqual(['wrong-phase']);
});

test('a ballot is not published without times of voting, and votes are not counted before they are over', async () => {
  const round = aRound();
  await save(round);
  let revision = await moved(round.id, 'IDEAS', 'SCREENING', 'COSTING');
  await project(round);
  const publish = async () => (await officer())(MOVE, { input: { id: round.id, basedOn: revision, to: 'BALLOT' } });
  expect((await publish()).codes).toEqual(['bad-input']);
  await save({ ...round, basedOn: revision++, votingOpensAt: '2026-04-01T06:00:00Z', votingClosesAt: '2026-04-30T21:00:00Z' });
  expect((await publish()).codes).toEqual(['bad-input']);
  await save({ ...round, basedOn: revision++, ...voting });
  expect((await publish()).codes).toEqual([]);
  await (
    await officer()
  )(MOVE, { input: { id: round.id, basedOn: ++revision, to: 'VOTING' } });
  const count = async () => (await officer())(MOVE, { input: { id: round.id, basedOn: revision + 1, to: 'COUNTING' } });
  city.clock.set('2027-04-30T20:59:59Z');
  expect((await count()).codes).toEqual(['wrong-phase']);
  city.clock.set('2027-04-30T21:00:00Z');
  expect((await count()).data!['moveBudgetRound'].phase).toBe('COUNTING');
});

test('no phase is passed over', async () => {
  const round = aRound(voting);
  await save(round);
  for (const to of toldPhases.slice(1)) expect((await (await officer())(MOVE, { input: { id: round.id, basedOn: 1, to } })).codes, to).toEqual(['wrong-phase']);
  expect((await (await officer())(MOVE, { input: { id: newId(), basedOn: 1, to: 'IDEAS' } })).codes).toEqual(['not-found']);
});

test('a draft is read by officers of its unit alone, and only a draft is laid aside', async () => {
  const round = aRound(voting);
  await save(round);
  const read = { query: 'query ($id: ID!) { budgetRound(id: $id) { id } }', variables: { id: round.id } };
  expect((await city.ask(read.query, read.variables)).data!['budgetRound']).toBeNull();
  expect((await (await city.as('mirja'))(read.query, read.variables)).data!['budgetRound']).toBeNull();
  await moved(round.id, 'IDEAS');
  expect((await city.ask(read.query, read.variables)).data!['budgetRound']).toEqual({ id: round.id });
  expect((await (await officer())(DISCARD, { id: round.id })).codes).toEqual(['still-in-use']);
  const other = aRound();
  await save(other);
  expect((await (await city.as('mirja'))(DISCARD, { id: other.id })).codes).toEqual(['forbidden']);
  expect((await (await officer())(DISCARD, { id: other.id })).data!['discardBudgetRound']).toBe(other.id);
});

test.each([
  ['no area', { areas: [] }],
  ['an area without money', { areas: [{ id: newId(), name: { fi: 'A' }, budgetCents: 0, districts: [] }] }],
  ['more money than a city has', { areas: [{ id: newId(), name: { fi: 'A' }, budgetCents: 2_000_000_001, districts: [] }] }],
  ['an area twice', { areas: [1, 2].map(() => ({ id: '0190a000-0000-7000-8000-000000000001', name: { fi: 'A' }, budgetCents: 1, districts: [] })) }],
  ['no way to show that one may vote', { proofs: [] }],
  [
    'phases that overlap',
    {
      days: [
        { phase: 'IDEAS', from: '2027-01-01', to: '2027-02-01' },
        { phase: 'SCREENING', from: '2027-02-01' },
      ],
    },
  ],
  [
    'phases in another order',
    {
      days: [
        { phase: 'SCREENING', from: '2027-01-01' },
        { phase: 'IDEAS', from: '2027-02-01' },
      ],
    },
  ],
  ['voting that closes before it opens', { votingOpensAt: '2027-04-30T21:00:00Z', votingClosesAt: '2027-04-01T06:00:00Z' }],
  ['an oldest who is younger than the youngest', { leastAge: 16, mostAge: 12 }],
  ['a ballot with fewer than its least', { ballot: { kind: 'APPROVAL', least: 3, most: 2, changeable: true } }],
  ['a count that mixes two rules', { count: { kind: 'GREEDY', utility: 'COST' } }],
  ['a blank name', { title: { fi: ' ' } }],
])('%s is refused', async (_name, given) => {
  expect((await save(aRound(given as Partial<SaveRound>))).codes).toEqual(['bad-input']);
});

test.each([
  ['unknown-unit', { unit: 'no-such' }],
  ['unknown-measure', { measureIds: [newId()] }],
  ['unknown-district', { areas: [{ id: newId(), name: { fi: 'A' }, budgetCents: 1, districts: ['no-such'] }] }],
])('%s', async (code, given) => {
  expect((await save(aRound(given as Partial<SaveRound>))).codes).toEqual([code]);
});
