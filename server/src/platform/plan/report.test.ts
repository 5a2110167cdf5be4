import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const REPORT =
  'mutation ($input: ReportActionInput!) { reportAction(input: $input) { key state reports(first: 10) { id day note { fi } state firm withdrawnAt } } }';
const WITHDRAW = 'mutation ($input: WithdrawReportInput!) { withdrawReport(input: $input) { state reports(first: 10) { id note { fi } withdrawalReason } } }';
const SHOWN =
  '{ plan { measures(first: 15) { actions(first: 10) { key state reports(first: 10) { day note { fi sv } state firm withdrawnAt withdrawalReason } } } } }';

interface Shown {
  key: string;
  state: string;
  reports: { note: { fi: string } | null; withdrawalReason: string | null }[];
}
const MAY = '2027-05-18T09:00:00Z';
/** A day of the plan, `app-reach`: goes on all the time; of the unit `communications`. And one that was due at the end of 2024. */
const actionId = async (key: string): Promise<string> => (await sql<{ id: string }>(city.em(), 'select id from action where key = $1', [key]))[0]!.id;
const shown = async (key: string): Promise<Shown> =>
  ((await city.ask(SHOWN)).data!.plan.measures as { actions: Shown[] }[]).flatMap(({ actions }) => actions).find((action) => action.key === key)!;
const officerOf = async (unit: string): Promise<Actor> => {
  const [antti] = await sql<{ id: string }>(city.em(), "select id from staff_member where email like 'antti%'");
  return { kind: 'staff', id: antti!.id, roles: [], unitRoles: [{ role: 'OFFICER', unit }] };
};
const due = async (): Promise<string> =>
  (await sql<{ key: string }>(city.em(), "select key from action where schedule->>'due' = '2024-12-31' order by key limit 1"))[0]!.key;
const note = (fi: string, more: object = {}) => ({ id: newId(), day: '2027-05-17', note: { fi }, ...more });

test('what a unit reports is on the public page, and the state follows from it and from the schedule', async () => {
  city.clock.set(MAY);
  const key = await due();
  expect((await shown(key)).state).toBe('LATE');
  const ask = await city.as('hallinta');
  const report = note('Avattiin keväällä.', { actionId: await actionId(key), state: 'DONE', note: { fi: 'Avattiin keväällä.', sv: 'Öppnades på våren.' } });
  expect((await ask(REPORT, { input: report })).data!.reportAction).toMatchObject({ key, state: 'DONE' });
  // sent again it is the same
  expect((await ask(REPORT, { input: report })).errors).toEqual([]);
  expect(await shown(key)).toMatchObject({
    state: 'DONE',
    reports: [{ day: '2027-05-17', note: { fi: 'Avattiin keväällä.', sv: 'Öppnades på våren.' }, state: 'DONE', firm: false, withdrawnAt: null }],
  });
  for (const other of [{ note: { fi: 'Muuta' } }, { firm: true }])
    expect((await ask(REPORT, { input: { ...report, ...other } })).codes).toEqual(['already-exists']);
  const lines = await sql(city.em(), "select subject_id from audit_line where action = 'plan.report'");
  expect(lines).toContainEqual({ subject_id: report.id });
});

test('a state may be set regardless of the schedule, with a reason that everybody reads, until something newer is reported', async () => {
  city.clock.set(MAY);
  const key = await due();
  const id = await actionId(key);
  const ask = await city.as('antti');
  expect((await ask(REPORT, { input: note('Jatkettiin vuoteen 2028.', { actionId: id, state: 'RUNNING', firm: true }) })).data!.reportAction.state).toBe(
    'RUNNING',
  );
  expect((await shown(key)).reports).toMatchObject([{ firm: true, note: { fi: 'Jatkettiin vuoteen 2028.' } }]);
  expect((await ask(REPORT, { input: note('Edelleen kesken.', { actionId: id, day: '2027-05-18', state: 'RUNNING' }) })).data!.reportAction.state).toBe('LATE');
});

test('a wrong report is withdrawn: it stays, marked, without its words for the public, and the state is what the others say', async () => {
  city.clock.set(MAY);
  const key = await due();
  const ask = await city.as('hallinta');
  const input = note('Väärä asia.', { actionId: await actionId(key), state: 'DONE' });
  await ask(REPORT, { input });
  expect((await ask(WITHDRAW, { input: { id: input.id, reason: 'OTHER_ACTION' } })).data!.withdrawReport).toEqual({
    state: 'LATE',
    reports: [{ id: input.id, note: { fi: 'Väärä asia.' }, withdrawalReason: 'OTHER_ACTION' }],
  });
  expect(await shown(key)).toMatchObject({ state: 'LATE', reports: [{ note: null, withdrawalReason: 'OTHER_ACTION' }] });
  // the first reason stays
  await ask(WITHDRAW, { input: { id: input.id, reason: 'MISTAKE' } });
  expect((await shown(key)).reports[0]!.withdrawalReason).toBe('OTHER_ACTION');
  expect((await ask(WITHDRAW, { input: { id: newId(), reason: 'MISTAKE' } })).codes).toEqual(['not-found']);
});

test('an officer reports on the actions of their own unit alone; others on none', async () => {
  city.clock.set(MAY);
  const input = async () => note('Viestitty.', { actionId: await actionId('app-reach') });
  const ours = city.askAs(await officerOf('communications'));
  const theirs = city.askAs(await officerOf('education'));
  const kept = await input();
  expect((await ours(REPORT, { input: kept })).errors).toEqual([]);
  expect((await theirs(REPORT, { input: await input() })).codes).toEqual(['forbidden']);
  expect((await theirs(WITHDRAW, { input: { id: kept.id, reason: 'MISTAKE' } })).codes).toEqual(['forbidden']);
  expect((await (await city.as('mirja'))(REPORT, { input: await input() })).codes).toEqual(['forbidden']);
  expect((await city.ask(REPORT, { input: await input() })).codes).toEqual(['unauthenticated']);
  expect((await ours('{ reportingUnits }')).data).toEqual({ reportingUnits: ['communications'] });
  expect((await (await city.as('antti'))('{ reportingUnits }')).data).toEqual({ reportingUnits: null });
  expect((await city.ask('{ reportingUnits }')).data).toEqual({ reportingUnits: [] });
});

test('what cannot be is refused: a day to come, a state that the schedule has not, no words, firm without a state, no action', async () => {
  city.clock.set(MAY);
  const id = await actionId('app-reach');
  const ask = await city.as('hallinta');
  const fields = async (input: object) => ((await ask(REPORT, { input })).errors[0]!.extensions!.facts as { fields?: string[] }).fields;
  expect(await fields(note('Huomenna.', { actionId: id, day: '2027-05-19' }))).toEqual(['day: to-come']);
  expect(await fields(note('Valmis.', { actionId: id, state: 'DONE' }))).toEqual(['state: not-of-schedule']);
  expect(await fields(note(' ', { actionId: id }))).toEqual(['note: note-empty']);
  expect(await fields(note('x'.repeat(2001), { actionId: id }))).toEqual(['note: note-too-long']);
  expect(await fields(note('Pysyy.', { actionId: id, firm: true }))).toEqual(['state: state-missing']);
  expect((await ask(REPORT, { input: note('Ei missään.', { actionId: newId() }) })).codes).toEqual(['not-found']);
});
