import { beforeEach, expect, test } from 'vitest';
import { cookbook, type Around } from '@torilla/schema/queries/cookbook';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { aYear } from './testing/year.ts';

const city = await aCity();
let around: Around;
beforeEach(async () => {
  await aYear(city);
  // Antti looked at how to answer somebody
  await sql(
    city.em(),
    `insert into view_line (at, staff_id, by, data, reason, subject, subject_id) select now(), id, 'Antti L.', 'CONTACT', 'ANSWER', 'Feedback', $1 from staff_member where email like 'antti%'`,
    [newId()],
  );
  const measures = await sql<{ number: number; id: string }>(
    city.em(),
    `select number, id from measure where plan_id = (select id from plan where state = 'IN_FORCE')`,
  );
  around = { now: city.clock.now(), measures: new Map(measures.map(({ number, id }) => [number, id])) };
});

type Row = Record<string, any>; // each recipe has a shape of its own
const total = (rows: Row[]) => rows.reduce((sum, { count }) => sum + count, 0);
const statistics = (check: (rows: Row[]) => boolean) => (data: Row) => check(data['feedbackStatistics']);
const yearAgo = `captured_at >= now() - interval '365 days'`;
const counted = async (where: string) => (await sql<{ n: number }>(city.em(), `select count(*)::int as n from feedback where ${where}`))[0]!.n;

/** What each of them claims, looked at in its answer. */
const claims: Record<string, (data: Row) => boolean | Promise<boolean>> = {
  measureByMonth: async ({ feedbackStatistics: rows }) => total(rows) === (await counted(yearAgo)) && rows.every(({ period }: Row) => period.endsWith('-01')),
  unansweredByUnit: async ({ feedbackStatistics: rows }) =>
    total(rows) ===
    (await counted(
      `captured_at < now() - interval '14 days' and contact_id is not null and not exists (select from feedback_answer a where a.feedback_id = feedback.id)`,
    )),
  eventsOfMeasure: ({ events, feedbackStatistics: rows }) => rows.filter(({ key }: Row) => events.nodes.some(({ id }: Row) => id === key)).length > 0,
  daysToAnswer: statistics((rows) => rows.some(({ medianDays, p90Days }) => p90Days >= medianDays && medianDays > 0)),
  answeredByMonth: statistics((rows) => rows.length >= 12 && rows.every(({ answered, count }) => answered <= count)),
  late: ({ feedbackPage }) => feedbackPage.nodes.length > 0 && feedbackPage.nodes.every(({ dueOn }: Row) => dueOn < new Date().toISOString().slice(0, 10)),
  takenByNobody: ({ feedbackPage }) => feedbackPage.nodes.every(({ state }: Row) => ['RECEIVED', 'REOPENED'].includes(state)) && feedbackPage.totalCount > 0,
  topicsByWeek: statistics((rows) => rows.length > 12 && rows.every(({ period }) => new Date(period).getUTCDay() === 1)),
  districts: async ({ feedbackStatistics: rows }) => total(rows) === (await counted(yearAgo)) && rows.length > 5,
  languages: statistics((rows) => rows[0]!['key'] === 'fi' && rows.length > 1),
  channelsByMonth: async ({ feedbackStatistics: rows }) => total(rows) === (await counted(yearAgo)),
  moodByMonth: async ({ feedbackStatistics: rows }) => total(rows) === (await counted(yearAgo)),
  angry: async ({ feedbackPage }) => feedbackPage.totalCount === (await counted(`mood = 'ANGRY' and captured_at >= now() - interval '90 days'`)),
  matters: ({ matters }) => matters.nodes.length > 0 && matters.nodes.every(({ pieces, people }: Row) => people >= pieces && pieces > 1),
  comingEvents: ({ events }) => events.nodes.length > 0 && events.nodes.every(({ place }: Row) => place.district.name.fi),
  measureFigures: ({ measureFigures }) => measureFigures.some(({ value }: Row) => value > 0),
  actionStates: ({ plan }) => plan.measures.length === 15 && plan.measures.every(({ actions }: Row) => actions.every(({ state }: Row) => state)),
  money: ({ plan }) => plan.measures.some(({ actions }: Row) => actions.some(({ budgets }: Row) => budgets.some(({ amountCents }: Row) => amountCents > 0))),
  tablets: ({ devices }) => devices.nodes.length === 12,
  looks: ({ viewLines }) => viewLines.nodes.length === 1 && viewLines.nodes[0].by === 'Antti L.',
};

test('there are twenty, and each says what it claims, to an administrator', async () => {
  expect(cookbook).toHaveLength(20);
  expect(cookbook.map(({ key }) => key).sort()).toEqual(Object.keys(claims).sort());
  const admin = await city.as('hallinta');
  for (const { key, query, variables } of cookbook) {
    const { data, errors } = await admin(query, variables?.(around));
    expect(errors, key).toEqual([]);
    expect(await claims[key]!(data!), `${key}: ${JSON.stringify(data).slice(0, 300)}`).toBe(true);
  }
});

test('each may be kept as it stands', async () => {
  const admin = await city.as('hallinta');
  for (const { key, query, variables } of cookbook) {
    const input = { id: newId(), basedOn: 0, name: key, query, variables: JSON.stringify(variables?.(around) ?? {}) };
    expect((await admin('mutation ($input: SaveQueryInput!) { saveQuery(input: $input) { id } }', { input })).codes, key).toEqual([]);
  }
});
