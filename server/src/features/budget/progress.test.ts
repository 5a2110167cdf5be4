import { expect, test } from 'vitest';
import type { ReportProgress } from '@torilla/schema/budget/progress';
import type { RoundPhase } from '@torilla/schema/budget/phases';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

const city = await aCity();
type Who = 'hallinta' | 'mirja';
const ask = async (who: Who, query: string, variables: Record<string, unknown>): Promise<Answer> => (await city.as(who))(query, variables);

/** A round whose result is confirmed, with a project that was voted for and one that was not. */
async function confirmed() {
  city.clock.set('2027-06-01T10:00:00Z');
  const [{ id: measure } = { id: '' }] = await sql<{ id: string }>(city.em(), `select id from measure where key = 'participatory-budgeting'`);
  const round = aRound({ votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z', measureIds: [measure] });
  const [won, lost] = [aProject(round, { costCents: 300_000 }), aProject(round, { costCents: 400_000 })];
  await ask('hallinta', 'mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  const phase = (to: RoundPhase) =>
    sql(city.em(), `update budget_round set phase = $2, tie_seed = case $2 when 'COSTING' then null else 'abc' end where id = $1`, [round.id, to]);
  await phase('COSTING');
  for (const input of [won, lost]) await ask('hallinta', 'mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input });
  await phase('CONFIRMED');
  await sql(
    city.em(),
    `insert into budget_count (id, round_id, area_id, file, sha256, voters, winners, cost_cents, accounts, counted_at) values (gen_random_uuid(), $1, $2, '', '', 9, $3, 300000, '[]', now())`,
    [round.id, round.areas[0]!.id, JSON.stringify([won.id])],
  );
  return { round, won, lost, phase };
}
const told = (projectId: string, given: Partial<ReportProgress> = {}): ReportProgress => ({
  id: newId(),
  projectId,
  state: 'UNDER_WAY',
  day: '2027-05-20',
  note: { fi: 'Penkit on tilattu.' },
  spentCents: 120_000,
  ...given,
});
const report = (input: ReportProgress, who: Who = 'hallinta') =>
  ask(who, 'mutation ($input: ReportProgressInput!) { reportBudgetProgress(input: $input) { progress(first: 5) { state day note { fi } spentCents } } }', {
    input,
  });
const factsOf = ({ errors }: Answer) => errors[0]!.extensions!['facts'];

test('what became of a project is told step by step, and everybody reads it, the newest first', async () => {
  const { won } = await confirmed();
  const first = told(won.id);
  await report(first);
  // sent twice it is one
  expect((await report(first)).errors).toEqual([]);
  for (const other of [{ state: 'DONE' }, { note: { fi: 'Penkit on noudettu.' } }, { spentCents: null }] as const)
    expect((await report({ ...first, ...other })).codes).toEqual(['already-exists']);
  await report(told(won.id, { state: 'DONE', day: '2027-05-31', note: { fi: 'Penkit ovat paikallaan.' }, spentCents: 290_000 }));
  const { data } = await city.ask('query ($id: ID!) { budgetProject(id: $id) { progress(first: 5) { state day spentCents } } }', { id: won.id });
  expect(data!['budgetProject'].progress).toEqual([
    { state: 'DONE', day: '2027-05-31', spentCents: 290_000 },
    { state: 'UNDER_WAY', day: '2027-05-20', spentCents: 120_000 },
  ]);
  const figures = await city.ask('{ measureFigures(year: 2027) { key value } }');
  expect(figures.data!['measureFigures']).toContainEqual({ key: 'budget.built', value: 1 });
});

test('nothing is told of what was not voted for, of a day to come, before the result is confirmed and once the round is closed', async () => {
  const { won, lost, phase } = await confirmed();
  expect((await report(told(lost.id))).codes).toEqual(['not-found']);
  expect(factsOf(await report(told(won.id, { day: '2027-06-02' })))).toEqual({ fields: ['day: to-come'] });
  expect((await report(told(won.id, { note: { fi: ' ' } }))).codes).toEqual(['bad-input']);
  expect((await report(told(won.id, { spentCents: -1 }))).codes).toEqual(['bad-input']);
  expect((await report(told(won.id), 'mirja')).codes).toEqual(['forbidden']);
  for (const at of ['COUNTING', 'CLOSED'] as const) {
    await phase(at);
    expect((await report(told(won.id))).codes, at).toEqual(['wrong-phase']);
  }
  await phase('REALISATION');
  expect((await report(told(won.id))).errors).toEqual([]);
});

const help = (projectId: string, eventId: string, on = true, who: Who = 'hallinta') =>
  ask(who, 'mutation ($input: HelpAtInput!) { helpAtEvent(input: $input) { events(first: 5) { id } } }', { input: { projectId, eventId, on } });

test('residents help with a project at events of the calendar: everybody sees them, and whoever follows it is told once', async () => {
  const { won, lost, phase } = await confirmed();
  const [{ id: event } = { id: '' }] = await sql<{ id: string }>(
    city.em(),
    `update event set ends_at = '2027-07-01', starts_at = '2027-06-30' where cancelled_at is null returning id`,
  );
  const resident = newId();
  await sql(city.em(), `insert into resident (id, locale, created_at, last_sign_in_at) values ($1, 'fi', now(), now())`, [resident]);
  await sql(city.em(), 'insert into budget_follow (id, resident_id, project_id, since) values ($1, $2, $3, now())', [newId(), resident, won.id]);
  expect((await help(won.id, event)).data!['helpAtEvent'].events).toEqual([{ id: event }]);
  expect((await help(won.id, event)).errors).toEqual([]);
  expect(await sql(city.em(), `select detail from notification where resident_id = $1`, [resident])).toEqual([{ detail: 'HELP' }]);
  const seen = async () =>
    (await city.ask('query ($id: ID!) { budgetProject(id: $id) { events(first: 5) { id } } }', { id: won.id })).data!['budgetProject'].events;
  expect(await seen()).toEqual([{ id: event }]);
  await help(won.id, event, false);
  expect(await seen()).toEqual([]);

  expect((await help(won.id, newId())).codes).toEqual(['unknown-event']);
  expect((await help(lost.id, event)).codes).toEqual(['not-found']);
  expect((await help(won.id, event, true, 'mirja')).codes).toEqual(['forbidden']);
  city.clock.set('2027-07-02T10:00:00Z');
  expect((await help(won.id, event)).codes).toEqual(['unknown-event']);
  await phase('CLOSED');
  expect((await help(won.id, event)).codes).toEqual(['wrong-phase']);
});
