import { beforeEach, expect, test } from 'vitest';
import type { RoundPhase } from '@torilla/schema/budget/phases';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

const city = await aCity();
const round = aRound({ votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' });
const project = aProject(round, { costCents: 320_000 });
const [idea, other] = [newId(), newId()];
type Ask = typeof city.ask;
let officer: Ask;
let aino: Ask;
let eino: Ask;

const phase = (to: RoundPhase, seed: string | null = null) =>
  sql(city.em(), 'update budget_round set phase = $2, tie_seed = $3 where id = $1', [round.id, to, seed]);
async function resident(): Promise<Ask> {
  const id = newId();
  await sql(
    city.em(),
    `insert into resident (id, email, locale, created_at, last_sign_in_at) values ($1::uuid, $1::text || '@example.fi', 'fi', now(), now())`,
    [id],
  );
  return city.askAs({ kind: 'resident', id, roles: [] });
}
beforeEach(async () => {
  city.clock.set('2027-03-01T10:00:00Z');
  officer = await city.as('hallinta');
  await officer('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  for (const id of [idea, other])
    await sql(
      city.em(),
      `insert into budget_idea (id, revision, round_id, title, words, language, way, state, received_at)
      values ($1, 1, $2, 'Penkkejä rantaraitille', 'Vanhemmat eivät jaksa.', 'fi', 'SELF', 'SHOWN', now())`,
      [id, round.id],
    );
  await phase('IDEAS');
  [aino, eino] = [await resident(), await resident()];
});

const support = (ask: Ask, ideaId: string, on = true): Promise<Answer> =>
  ask('mutation ($input: SupportIdeaInput!) { supportIdea(input: $input) { ideas projects } }', { input: { ideaId, on } });
const follow = (ask: Ask, on = true): Promise<Answer> =>
  ask('mutation ($input: FollowProjectInput!) { followProject(input: $input) { ideas projects } }', { input: { projectId: project.id, on } });
const mine = async (ask: Ask) =>
  (await ask('query ($id: ID!) { myBudgetFollows(roundId: $id) { ideas projects } }', { id: round.id })).data!['myBudgetFollows'];
const supports = async () => (await city.ask('query ($id: ID!) { budgetIdea(id: $id) { supports } }', { id: idea })).data!['budgetIdea'].supports;
const told = async (ask: Ask) =>
  (await ask('{ myNotifications(first: 20) { nodes { kind detail } } }')).data!['myNotifications'].nodes.map(
    ({ kind, detail }: { kind: string; detail: string }) => `${kind} ${detail}`,
  );
const move = async (to: RoundPhase) => {
  const [row] = await sql<{ revision: number }>(city.em(), 'select revision from budget_round where id = $1', [round.id]);
  return officer('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { phase } }', { input: { id: round.id, basedOn: row!.revision, to } });
};

test('residents support an idea once each, and take it back; everybody sees how many do, and nobody who', async () => {
  expect((await support(aino, idea)).data!['supportIdea']).toEqual({ ideas: [idea], projects: [] });
  await support(aino, idea);
  await support(eino, idea);
  expect(await supports()).toBe(2);
  expect(await mine(aino)).toEqual({ ideas: [idea], projects: [] });
  expect(await mine(city.ask)).toEqual({ ideas: [], projects: [] });
  await support(aino, idea, false);
  expect([await supports(), await mine(aino)]).toEqual([1, { ideas: [], projects: [] }]);
});

test('nobody supports what is hidden, what there is not, or anything once costs are worked out; nor does who has no account', async () => {
  await sql(city.em(), `update budget_idea set state = 'HIDDEN' where id = $1`, [other]);
  expect((await support(aino, other)).codes).toEqual(['not-found']);
  expect((await support(aino, newId())).codes).toEqual(['not-found']);
  expect((await support(city.ask, idea)).codes).toEqual(['unauthenticated']);
  expect((await support(officer, idea)).codes).toEqual(['forbidden']);
  await support(aino, idea);
  await phase('COSTING');
  expect((await support(eino, idea)).codes).toEqual(['wrong-phase']);
  // what was given is taken back at any time
  expect((await support(aino, idea, false)).codes).toEqual([]);
  expect((await follow(aino)).codes).toEqual(['not-found']);
});

test('whoever supports an idea is told at each step what becomes of it: declined, on the ballot, withdrawn', async () => {
  await support(aino, idea);
  await support(eino, other);
  const why = { fi: 'Maa ei ole kaupungin.' };
  const decline = (words: object | null) =>
    officer('mutation ($input: DeclineIdeaInput!) { declineIdea(input: $input) { id } }', { input: { id: other, why: words } });
  await phase('SCREENING');
  await decline(why);
  // another reason is no news
  await decline({ fi: 'Maa on valtion.' });
  expect(await told(eino)).toEqual(['BUDGET DECLINED']);
  await phase('COSTING');
  await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input: { ...project, ideaIds: [idea] } });
  expect(await told(aino)).toEqual([]);
  expect((await move('BALLOT')).errors).toEqual([]);
  expect(await told(aino)).toEqual(['BUDGET ON_BALLOT']);
  await follow(aino);
  const withdraw = () =>
    officer('mutation ($input: WithdrawProjectInput!) { withdrawBudgetProject(input: $input) { id } }', { input: { id: project.id, why } });
  await withdraw();
  await withdraw();
  // told once, although they follow it in two ways
  expect((await told(aino)).sort()).toEqual(['BUDGET ON_BALLOT', 'BUDGET WITHDRAWN']);
  expect(await told(eino)).toEqual(['BUDGET DECLINED']);
});

test('whoever follows a project hears of the result and of each step of the work, until they follow it no longer', async () => {
  await phase('COSTING');
  await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input: project });
  await move('BALLOT');
  expect((await follow(aino)).data!['followProject']).toEqual({ ideas: [], projects: [project.id] });
  await follow(eino);
  await follow(eino, false);
  await phase('VOTING', 'abc');
  city.clock.set('2027-05-01T10:00:00Z');
  await move('COUNTING');
  await officer('mutation ($id: ID!) { countBudgetRound(id: $id) { id } }', { id: round.id });
  expect((await move('CONFIRMED')).errors).toEqual([]);
  const input = { id: newId(), projectId: project.id, state: 'UNDER_WAY', day: '2027-05-01', note: { fi: 'Aloitettu.' } };
  const report = () => officer('mutation ($input: ReportProgressInput!) { reportBudgetProgress(input: $input) { id } }', { input });
  expect((await report()).errors).toEqual([]);
  await report();
  expect((await told(aino)).sort()).toEqual(['BUDGET PROGRESS', 'BUDGET RESULT']);
  expect(await told(eino)).toEqual([]);
});

test('whoever has their account erased supports nothing any more, and reads before what they did', async () => {
  await support(aino, idea);
  const held = (await aino('{ myData { class records } }')).data!['myData'].find((one: { class: string }) => one.class === 'budget-follow');
  expect(held.records).toMatchObject([{ title: 'Penkkejä rantaraitille', of: 'IDEA' }]);
  const fates = (
    await aino('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class goes stays } }', { input: { words: 'STAY', dryRun: false } })
  ).data!['eraseAccount'];
  expect(fates).toContainEqual({ class: 'budget-follow', goes: 1, stays: 0 });
  expect(await supports()).toBe(0);
});
