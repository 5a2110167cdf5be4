import { beforeEach, expect, test } from 'vitest';
import type { RoundPhase } from '@torilla/schema/budget/phases';
import type { SaveProject } from '@torilla/schema/budget/project';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aProject, aRound } from './testing.ts';

const city = await aCity();
const round = aRound({ votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' });
beforeEach(async () => {
  city.clock.set('2027-01-01T10:00:00Z');
  await (
    await officer()
  )('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('SCREENING');
});

/** What a refusal tells besides its code. */
const factsOf = ({ errors }: Answer) => errors[0]!.extensions!['facts'];
const officer = () => city.as('hallinta');
const phase = (to: RoundPhase) =>
  sql(
    city.em(),
    `update budget_round set phase = $2, tie_seed = case when $2 in ('DRAFT', 'IDEAS', 'SCREENING', 'COSTING') then null else 'abc' end where id = $1`,
    [round.id, to],
  );
const SAVE = `mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) {
  id revision title { fi } area { id } category { name { fi } } unit { key } leastCents mostCents costCents ideas(first: 50) { id } } }`;
const save = async (given: Partial<SaveProject> = {}, who: 'hallinta' | 'antti' | 'mirja' = 'hallinta') =>
  (await city.as(who))(SAVE, { input: aProject(round, given) });
const idea = async (title = 'Penkkejä rantaraitille'): Promise<string> => {
  const phone = await TestDevice.public(city);
  const item = await phone.seal({ operation: 'budget.propose', input: { roundId: round.id, title, words: 'Kävelijät lepäävät.' } });
  await phone.push(item);
  return item.id;
};
const judge = async (id: string) =>
  (await officer())('mutation ($input: JudgeIdeaInput!) { judgeIdea(input: $input) { id } }', { input: { id, verdict: 'SHOW' } });
const decline = async (id: string, why: string | null) =>
  (await officer())('mutation ($input: DeclineIdeaInput!) { declineIdea(input: $input) { declinedWhy { fi } declinedAt } }', {
    input: { id, why: why && { fi: why } },
  });
const withdraw = async (id: string) =>
  (await officer())('mutation ($input: WithdrawProjectInput!) { withdrawBudgetProject(input: $input) { withdrawnWhy { fi } withdrawnAt } }', {
    input: { id, why: { fi: 'Ranta on suojeltu' } },
  });
const drop = async (id: string) => (await officer())('mutation ($id: ID!) { dropBudgetProject(id: $id) }', { id });
const publish = async (basedOn: number) =>
  (await officer())('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { phase } }', { input: { id: round.id, basedOn, to: 'BALLOT' } });
const PROJECTS = 'query ($roundId: ID!) { budgetProjects(roundId: $roundId) { totalCount nodes { id title { fi } ideas(first: 50) { title } } } }';
const IDEA = 'query ($id: ID!) { budgetIdea(id: $id) { declinedWhy { fi } projects(first: 10) { title { fi } } } }';

test('a project is made of ideas that are one thing, changed, and is one though it was sent twice; an idea may be part of two', async () => {
  const [one, other] = [await idea(), await idea('Levähdyspaikka raitille')];
  const given = {
    id: newId(),
    ideaIds: [one, other],
    categoryId: round.categories[0]!.id,
    unit: 'green-services',
    district: 'keskusta',
    place: ' Saunan luona ',
    leastCents: 100_000,
    mostCents: 250_000,
  };
  const { data, errors } = await save(given);
  expect(errors).toEqual([]);
  expect(data!['saveBudgetProject']).toMatchObject({ revision: 1, category: { name: { fi: 'Puistot' } }, unit: { key: 'green-services' }, costCents: null });
  expect(data!['saveBudgetProject'].ideas.map(({ id }: { id: string }) => id).sort()).toEqual([one, other].sort());
  expect((await save(given)).data!['saveBudgetProject'].revision).toBe(1);
  // it was two things after all
  expect((await save({ ...given, basedOn: 1, ideaIds: [one] })).data!['saveBudgetProject']).toMatchObject({ revision: 2, ideas: [{ id: one }] });
  await save({ title: { fi: 'Levähdyspaikka' }, ideaIds: [one, other] });
  expect((await save({ ...given, basedOn: 1 })).codes).toEqual(['newer-revision']);
  const { projects } = (await (await officer())(IDEA, { id: one })).data!['budgetIdea'];
  expect(projects.map(({ title }: { title: { fi: string } }) => title.fi)).toEqual(['Kaksi penkkiä rantaraitille', 'Levähdyspaikka']);
});

test('what is left to decide are ideas that are part of no project and not declined', async () => {
  const [one, other, third] = [await idea(), await idea('Levähdyspaikka raitille'), await idea('Lisää valoa raitille')];
  const left = async (ask: typeof city.ask) =>
    (await ask('query ($roundId: ID!) { budgetIdeas(roundId: $roundId, undecided: true) { nodes { id } } }', { roundId: round.id })).data![
      'budgetIdeas'
    ].nodes.map(({ id }: { id: string }) => id);
  for (const id of [one, other, third]) await judge(id);
  await save({ ideaIds: [one] });
  await decline(other, 'Alue ei ole kaupungin');
  expect(await left(await officer())).toEqual([third]);
  // a project that residents do not see yet tells them nothing
  expect((await left(city.ask)).sort()).toEqual([one, third].sort());
});

test('residents read projects once the ballot is published, and each of their ideas tells what became of it', async () => {
  const one = await idea();
  await judge(one);
  await save({ ideaIds: [one] });
  const seen = async () => (await city.ask(PROJECTS, { roundId: round.id })).data!['budgetProjects'];
  expect(await seen()).toEqual({ totalCount: 0, nodes: [] });
  expect((await city.ask(IDEA, { id: one })).data!['budgetIdea'].projects).toEqual([]);
  await phase('BALLOT');
  expect(await seen()).toMatchObject({ totalCount: 1, nodes: [{ ideas: [{ title: 'Penkkejä rantaraitille' }] }] });
  expect((await city.ask(IDEA, { id: one })).data!['budgetIdea'].projects).toEqual([{ title: { fi: 'Kaksi penkkiä rantaraitille' } }]);
});

test('costs are worked out in their phase, and none is more than its area has', async () => {
  const given = { id: newId(), costCents: 5_000_000 };
  expect(factsOf(await save(given))).toEqual({ fields: ['costCents: too-early'] });
  await phase('COSTING');
  expect(factsOf(await save({ ...given, costCents: 5_000_001 }))).toEqual({ fields: ['costCents: over-budget'] });
  expect((await save(given)).data!['saveBudgetProject'].costCents).toBe(5_000_000);
  // a round that goes back a step keeps what was worked out
  await phase('SCREENING');
  expect((await save({ ...given, basedOn: 1, place: 'Rannassa' })).data!['saveBudgetProject'].costCents).toBe(5_000_000);
  expect(factsOf(await save({ ...given, basedOn: 2, costCents: 4_000_000 }))).toEqual({ fields: ['costCents: too-early'] });
});

test('a ballot is not published without projects, nor with one whose cost is not known', async () => {
  await phase('COSTING');
  const refused = async () => factsOf(await publish(1));
  expect(await refused()).toEqual({ projects: 0, unready: 0 });
  const given = { id: newId() };
  await save(given);
  await save({ costCents: 100_000 });
  expect(await refused()).toEqual({ projects: 2, unready: 1 });
  await save({ ...given, basedOn: 1, costCents: 5_000_000 });
  // the area has less money now
  await sql(city.em(), 'update budget_area set budget_cents = 4999999 where round_id = $1', [round.id]);
  expect(await refused()).toEqual({ projects: 2, unready: 1 });
  await sql(city.em(), 'update budget_area set budget_cents = 5000000 where round_id = $1', [round.id]);
  expect((await publish(1)).data!['moveBudgetRound'].phase).toBe('BALLOT');
  expect((await save({ ...given, basedOn: 2, costCents: 1 })).codes).toEqual(['round-settled']);
});

test('an idea that will not be voted on says why, until it is part of a project', async () => {
  const one = await idea();
  await judge(one);
  expect((await decline(one, 'Alue ei ole kaupungin')).data!['declineIdea']).toMatchObject({ declinedWhy: { fi: 'Alue ei ole kaupungin' } });
  expect((await city.ask(IDEA, { id: one })).data!['budgetIdea'].declinedWhy).toEqual({ fi: 'Alue ei ole kaupungin' });
  expect((await decline(one, null)).data!['declineIdea']).toEqual({ declinedWhy: null, declinedAt: null });
  await decline(one, 'Alue ei ole kaupungin');
  await save({ ideaIds: [one] });
  expect((await city.ask(IDEA, { id: one })).data!['budgetIdea'].declinedWhy).toBeNull();
  expect((await decline(one, 'Sittenkään')).codes).toEqual(['still-in-use']);
  expect((await decline(newId(), 'Ei ole')).codes).toEqual(['not-found']);
  expect((await decline(one, ' ')).codes).toEqual(['bad-input']);
});

test('a project is dropped until the ballot is published, its ideas stay; from then on it is withdrawn with a reason, once', async () => {
  const one = await idea();
  const id = newId();
  await save({ id, ideaIds: [one] });
  expect((await withdraw(id)).codes).toEqual(['round-settled']);
  expect((await drop(id)).data!['dropBudgetProject']).toBe(id);
  expect((await drop(id)).codes).toEqual(['not-found']);
  expect((await (await officer())(IDEA, { id: one })).data!['budgetIdea'].projects).toEqual([]);
  await save({ id, ideaIds: [one] });
  await phase('BALLOT');
  expect((await drop(id)).codes).toEqual(['round-settled']);
  const first = await withdraw(id);
  expect(first.data!['withdrawBudgetProject']).toMatchObject({ withdrawnWhy: { fi: 'Ranta on suojeltu' } });
  city.clock.set('2027-02-01T10:00:00Z');
  expect((await withdraw(id)).data).toEqual(first.data);
  await phase('COUNTING');
  expect((await withdraw(id)).codes).toEqual(['round-settled']);
});

test.each([
  ['an area of another round', { areaId: newId() }, 'areaId: unknown'],
  ['a category of another round', { categoryId: newId() }, 'categoryId: unknown'],
  ['an idea that nobody has', { ideaIds: [newId()] }, 'ideaIds: unknown'],
])('%s is refused', async (_name, given, field) => {
  expect(factsOf(await save(given))).toEqual({ fields: [field] });
});

test.each([
  ['no name', { title: { fi: ' ' } }],
  ['a cost of nothing', { leastCents: 0 }],
  ['a cost below nothing', { mostCents: -1 }],
  ['a most that is less than its least', { leastCents: 2, mostCents: 1 }],
  ['an idea twice', { ideaIds: ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000001'] }],
])('%s is bad input', async (_name, given) => {
  expect((await save(given)).codes).toEqual(['bad-input']);
});

test.each([
  ['unknown-unit', { unit: 'no-such' }],
  ['unknown-district', { district: 'no-such' }],
])('%s', async (code, given) => {
  expect((await save(given)).codes).toEqual([code]);
});

test('only officers of its unit plan a round’s projects, and an area that has some is not taken away', async () => {
  expect((await save({}, 'mirja')).codes).toEqual(['forbidden']);
  await sql(
    city.em(),
    `update staff_grant set unit_key = 'education' where role = 'OFFICER' and staff_id = (select id from staff_member where email like 'antti%')`,
  );
  expect((await save({}, 'antti')).codes).toEqual(['forbidden']);
  await save();
  const other = { ...round, basedOn: 1, areas: [{ ...round.areas[0]!, id: newId() }] };
  expect((await (await officer())('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: other })).codes).toEqual([
    'still-in-use',
  ]);
});
