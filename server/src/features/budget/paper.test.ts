import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { RoundPhase } from '@torilla/schema/budget/phases';
import { newId } from '@torilla/schema/kernel/id';
import type { EnterSheet, SavePaperBatch } from '@torilla/schema/budget/paper';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

const city = await aCity({ rolledBack: false });
const round = aRound({ votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' });
const area = round.areas[0]!;
const projects = Array.from({ length: 6 }, (_, n) => aProject(round, { title: { fi: `Hanke ${n}` }, costCents: 1_000_000 }));
type Who = 'hallinta' | 'antti' | 'mirja';
const ask = async (who: Who, query: string, variables: Record<string, unknown>): Promise<Answer> => (await city.as(who))(query, variables);

beforeAll(async () => {
  await ask('hallinta', 'mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('COSTING');
  for (const input of projects) await ask('hallinta', 'mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input });
});
beforeEach(async () => {
  city.clock.set('2027-05-02T10:00:00Z');
  for (const table of ['budget_voter', 'budget_ballot', 'budget_paper_batch', 'budget_count']) await sql(city.em(), `delete from ${table}`);
  await phase('COUNTING');
});
const phase = (to: RoundPhase) =>
  sql(city.em(), `update budget_round set phase = $2, tie_seed = case $2 when 'COSTING' then null else 'abc' end where id = $1`, [round.id, to]);

const BATCH = `{ id place sheets firstBy secondBy entered hand mine { number verdict choices { id } } differences { number first { verdict choices { id } } second { verdict } settled { verdict } } votes blank spoiled signedAt sha256 }`;
const factsOf = ({ errors }: Answer) => errors[0]!.extensions!['facts'];
async function bundle(sheets: number, given: Partial<SavePaperBatch> = {}) {
  const input: SavePaperBatch = { id: newId(), roundId: round.id, areaId: area.id, place: 'Kirjasto', sheets, ...given };
  return { input, answer: await save(input) };
}
const save = (input: SavePaperBatch, who: Who = 'hallinta') =>
  ask(who, `mutation ($input: SavePaperBatchInput!) { savePaperBatch(input: $input) ${BATCH} }`, { input });
const choicesOf = (...numbers: number[]) => numbers.map((n) => ({ id: projects[n]!.id }));
const enter = (who: Who, batchId: string, number: number, given: Partial<EnterSheet> = {}) =>
  ask(who, `mutation ($input: EnterSheetInput!) { enterPaperSheet(input: $input) ${BATCH} }`, {
    input: { batchId, number, verdict: 'VOTE', choices: choicesOf(0, 1), ...given },
  });
const settle = (batchId: string, number: number, given: Partial<EnterSheet> = {}) =>
  ask('hallinta', `mutation ($input: EnterSheetInput!) { settlePaperSheet(input: $input) ${BATCH} }`, {
    input: { batchId, number, verdict: 'VOTE', choices: choicesOf(3), ...given },
  });
const sign = (id: string) => ask('hallinta', `mutation ($id: ID!) { signPaperBatch(id: $id) ${BATCH} }`, { id });
const seen = async (who: Who) => (await ask(who, `query ($id: ID!) { paperBatches(roundId: $id) ${BATCH} }`, { id: round.id })).data!['paperBatches'];
const ballots = async () =>
  (await sql<{ choices: { id: string }[] }>(city.em(), 'select choices from budget_ballot')).map(({ choices }) =>
    choices.map(({ id }) => projects.findIndex((one) => one.id === id)).toSorted((a, b) => a - b),
  );

test('two people enter a bundle, neither seeing what the other read; what differs is settled, and signed it is votes', async () => {
  const { input, answer } = await bundle(4);
  expect(answer.data!['savePaperBatch']).toMatchObject({ place: 'Kirjasto', sheets: 4, entered: [0, 0], hand: 'FIRST', signedAt: null });
  const { id } = input;
  await enter('hallinta', id, 1);
  await enter('hallinta', id, 2, { choices: choicesOf(2) });
  await enter('hallinta', id, 3, { verdict: 'BLANK', choices: [] });
  await enter('hallinta', id, 4, { verdict: 'SPOILED', choices: [] });
  expect(await seen('antti')).toMatchObject([{ entered: [4, 0], hand: 'SECOND', mine: [], differences: [], votes: 0 }]);
  // whoever types in another order reads the same
  await enter('antti', id, 1, { choices: choicesOf(1, 0) });
  await enter('antti', id, 2, { choices: choicesOf(3) });
  await enter('antti', id, 3, { verdict: 'BLANK', choices: [] });
  expect(factsOf(await sign(id))).toEqual({ missing: 1, differing: 0 });
  const through = await enter('antti', id, 4, { verdict: 'SPOILED', choices: [] });
  expect(through.data!['enterPaperSheet']).toMatchObject({
    differences: [{ number: 2, first: { choices: choicesOf(2) }, settled: null }],
    votes: 1,
    blank: 1,
    spoiled: 1,
  });
  expect(factsOf(await sign(id))).toEqual({ missing: 0, differing: 1 });
  expect((await settle(id, 1)).codes).toEqual(['paper-not-ready']);
  expect((await settle(id, 2)).data!['settlePaperSheet']).toMatchObject({ votes: 2, differences: [{ settled: { verdict: 'VOTE' } }] });
  const signed = await sign(id);
  expect(signed.data!['signPaperBatch']).toMatchObject({ votes: 2, blank: 1, spoiled: 1, signedAt: new Date('2027-05-02T10:00:00Z') });
  expect((await ballots()).toSorted()).toEqual([[0, 1], [3]]);
  expect(await sql(city.em(), `select count(*)::int as n, min(channel) as channel from budget_voter`)).toEqual([{ n: 2, channel: 'PAPER' }]);
  // signed twice it is signed once, and nothing of it changes
  expect((await sign(id)).errors).toEqual([]);
  expect(await ballots()).toHaveLength(2);
  for (const refused of [await enter('hallinta', id, 1), await settle(id, 2), await save({ ...input, sheets: 5 })])
    expect(refused.codes).toEqual(['paper-signed']);
  expect((await ask('hallinta', 'mutation ($id: ID!) { dropPaperBatch(id: $id) }', { id })).codes).toEqual(['paper-signed']);
});

test('a sheet that is entered anew after it was settled has to be settled again', async () => {
  const { input } = await bundle(1);
  await enter('hallinta', input.id, 1, { choices: choicesOf(2) });
  await enter('antti', input.id, 1, { choices: choicesOf(3) });
  await settle(input.id, 1);
  expect((await enter('antti', input.id, 1, { choices: choicesOf(4) })).data!['enterPaperSheet']).toMatchObject({ differences: [{ settled: null }] });
  expect(factsOf(await sign(input.id))).toEqual({ missing: 0, differing: 1 });
});

test('a third person enters nothing, nor does who works at the square', async () => {
  const { input } = await bundle(2);
  await enter('hallinta', input.id, 1);
  await sql(city.em(), `update budget_paper_batch set second_id = (select id from staff_member where email like 'mirja@%')`);
  expect((await enter('antti', input.id, 1)).codes).toEqual(['paper-taken']);
  expect(await seen('antti')).toMatchObject([{ hand: null, mine: [] }]);
  expect((await enter('mirja', input.id, 1)).codes).toEqual(['forbidden']);
  const one = 'query ($id: ID!) { paperBatch(id: $id) { id } }';
  expect((await ask('mirja', one, { id: input.id })).codes).toEqual(['forbidden']);
  expect((await ask('hallinta', one, { id: newId() })).data).toEqual({ paperBatch: null });
});

test.each([
  ['over the money', { choices: choicesOf(0, 1, 2, 3, 4, 5) }, 'choices: over-budget'],
  ['with nothing on it, called a vote', { choices: [] }, 'choices: too-few'],
  ['that is blank and has something on it', { verdict: 'BLANK' as const }, 'choices: no-vote'],
  ['that the bundle does not have', { number: 3 }, 'number: no-such-sheet'],
])('a sheet %s is bad input', async (_name, given, field) => {
  const { input } = await bundle(2);
  expect(factsOf(await enter('hallinta', input.id, 1, given))).toEqual({ fields: [field] });
});

test('a bundle is begun while votes are taken or counted, for an area of the round, and no smaller than what was entered', async () => {
  const { input } = await bundle(3);
  expect((await save(input)).errors).toEqual([]);
  expect(await seen('hallinta')).toHaveLength(1);
  await enter('hallinta', input.id, 3);
  expect(factsOf(await save({ ...input, sheets: 2 }))).toEqual({ fields: ['sheets: fewer-than-entered'] });
  expect((await save({ ...input, sheets: 4 })).data!['savePaperBatch']).toMatchObject({ sheets: 4 });
  expect(factsOf((await bundle(1, { areaId: newId() })).answer)).toEqual({ fields: ['areaId: unknown'] });
  expect((await save({ ...input, id: newId() }, 'mirja')).codes).toEqual(['forbidden']);
  await phase('BALLOT');
  expect((await bundle(1)).answer.codes).toEqual(['wrong-phase']);
});

test('votes are not counted before each bundle is signed or laid aside, and one that is signed later makes the count anew', async () => {
  const count = () => ask('hallinta', 'mutation ($id: ID!) { countBudgetRound(id: $id) { voters } }', { id: round.id });
  expect((await count()).data!['countBudgetRound']).toEqual([{ voters: 0 }]);
  const [one, other] = [await bundle(1), await bundle(1)];
  expect((await count()).codes).toEqual(['paper-not-ready']);
  for (const who of ['hallinta', 'antti'] as const) await enter(who, one.input.id, 1);
  await sign(one.input.id);
  const [{ revision } = { revision: 0 }] = await sql<{ revision: number }>(city.em(), 'select revision from budget_round where id = $1', [round.id]);
  const confirm = { input: { id: round.id, basedOn: revision, to: 'CONFIRMED' } };
  expect((await ask('hallinta', 'mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { phase } }', confirm)).codes).toEqual(['not-counted']);
  await ask('hallinta', 'mutation ($id: ID!) { dropPaperBatch(id: $id) }', { id: other.input.id });
  expect((await count()).data!['countBudgetRound']).toEqual([{ voters: 1 }]);
});
