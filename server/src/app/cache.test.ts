import type { FastifyInstance } from 'fastify';
import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { hashOf, newSecret } from '../kernel/secret.ts';
import { sql } from '../kernel/command.ts';
import { aCity } from '../testing/city.ts';
import { featureList } from './features.ts';
import { httpServer } from './http.ts';
import { apiSchema } from './schema.ts';

const city = await aCity({ rolledBack: false });
const schema = await apiSchema();
const roots = Object.values(schema.getQueryType()!.getFields());
const open = featureList.flatMap(({ publicReads = [] }) => publicReads);
let http: FastifyInstance;
let cookies: Record<'administrator' | 'resident', string>;
let ids: { event: string; question: string };

beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  await http.ready();
  const aino = newId();
  await sql(city.em(), "insert into resident (id, locale, created_at, last_sign_in_at) values ($1, 'fi', now(), now())", [aino]);
  const [hanna] = await sql<{ id: string }>(city.em(), "select id from staff_member where email like 'hallinta%'");
  const session = async (staff: string | null, resident: string | null) => {
    const secret = newSecret();
    await sql(
      city.em(),
      "insert into session (id, hash, staff_id, resident_id, method, agent, created_at, last_seen_at) values ($1, $2, $3, $4, 'CODE', '', now(), now())",
      [newId(), hashOf(secret), staff, resident],
    );
    return `session=${secret}`;
  };
  cookies = { administrator: await session(hanna!.id, null), resident: await session(null, aino) };
  const [event] = await sql<{ id: string }>(city.em(), 'select event_id as id from tally_question limit 1');
  const [question] = await sql<{ id: string }>(city.em(), 'select id from tally_question limit 1');
  ids = { event: event!.id, question: question!.id };
});
afterAll(() => http.close());

/** What public reads are asked with, where they ask for something. */
const examples = (): Record<string, string> => ({
  event: `(id: "${ids.event}")`,
  eventReport: `(eventId: "${ids.event}")`,
  measure: '(number: 3)',
  // of a plan that is not there
  planVersion: `(id: "${ids.event}")`,
  notice: '(purpose: FEEDBACK)',
  signInWays: '(audience: STAFF)',
  participation: `(id: "${ids.event}")`,
  budgetRound: `(id: "${ids.event}")`,
  budgetComments: `(roundId: "${ids.event}")`,
  budgetIdeas: `(roundId: "${ids.event}")`,
  budgetIdea: `(id: "${ids.event}")`,
  budgetProjects: `(roundId: "${ids.event}")`,
  budgetProject: `(id: "${ids.event}")`,
  budgetCounts: `(roundId: "${ids.event}")`,
  serviceTrends: '(by: WEEK)',
  touchpoint: '(code: "T9RPA")',
  tallyCounts: `(questionId: "${ids.question}")`,
  tallyQuestions: `(eventId: "${ids.event}")`,
});
const selected = (name: string) =>
  `${name}${examples()[name] ?? ''}${isObjectType(getNamedType(schema.getQueryType()!.getFields()[name]!.type)) ? ' { __typename }' : ''}`;
const ask = (query: string, cookie = '') =>
  http.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers: { 'apollo-require-preflight': '1', ...(cookie && { cookie }) } });

test.each(roots.map(({ name }) => name))('%s is kept by browsers only when it is everybody’s, and never with a session', async (name) => {
  const anonymous = await ask(`{ __typename ${selected(name)} }`); // as the app asks, with the type
  expect(anonymous.headers['cache-control']).toBe(open.includes(name) ? 'public, max-age=0, must-revalidate' : 'no-store');
  if (open.includes(name)) expect(anonymous.json().errors).toBeUndefined();
  for (const cookie of Object.values(cookies)) expect((await ask(`{ ${selected(name)} }`, cookie)).headers['cache-control']).toBe('no-store');
});

test('one personal field makes the whole answer personal, wherever it stands; so does an error, and a write', async () => {
  for (const query of [
    '{ plan { from } me { id } }',
    '{ plan { from } ... on Query { me { id } } }',
    '{ plan { from } ...mine } fragment mine on Query { myAccount { id } }',
    '{ plan { from } measure(number: "x") { id } }',
    '{ __schema { queryType { name } } }',
  ])
    expect((await ask(query)).headers['cache-control'], query).toBe('no-store');
  const written = await http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: '{"query":"{ plan { from } }"}',
  });
  expect(written.headers['cache-control']).toBe('no-store');
});

test('what is public are fields of the API, and what they lead to is a decision', () => {
  expect(open.filter((name) => !roots.some((root) => root.name === name))).toEqual([]);
  const reached = new Set<GraphQLObjectType>();
  const walk = (type: unknown): void => {
    const named = getNamedType(type as never);
    if (!isObjectType(named) || reached.has(named)) return;
    reached.add(named);
    for (const field of Object.values(named.getFields())) walk(field.type);
  };
  for (const root of roots) if (open.includes(root.name)) walk(root.type);
  // of people: the names of staff who meet residents, and, for administrators alone, their roles and who published a notice
  expect(
    [...reached]
      .map(({ name }) => name)
      .filter((name) => !/Connection$|Edge$/.test(name))
      .sort(),
  ).toMatchInlineSnapshot(`
    [
      "AccessibilityAssessment",
      "AccessibilityViolation",
      "Action",
      "ActionBudget",
      "ActionReport",
      "ActionTarget",
      "BallotRule",
      "BudgetArea",
      "BudgetCategory",
      "BudgetComment",
      "BudgetCount",
      "BudgetIdea",
      "BudgetProgress",
      "BudgetProject",
      "BudgetRemark",
      "BudgetRound",
      "BudgetTurnout",
      "CaptureKey",
      "CityFile",
      "CountRule",
      "District",
      "Estimate",
      "Event",
      "EventFigure",
      "EventFigureCount",
      "EventQuote",
      "EventSeries",
      "ExperiencePeriod",
      "LocalizedText",
      "MapTiles",
      "Measure",
      "MeasureFigure",
      "Municipality",
      "Notice",
      "NoticeVersion",
      "PageInfo",
      "Participation",
      "ParticipationStep",
      "PhaseDays",
      "Picture",
      "Place",
      "Plan",
      "PlanGovernance",
      "PublicCell",
      "PublicStatistics",
      "PublicTable",
      "PublishedEventReport",
      "ReportWords",
      "Schedule",
      "ServiceDeed",
      "ServiceTrend",
      "StaffGrant",
      "StaffMember",
      "Supervisor",
      "TallyCount",
      "TallyOption",
      "TallyQuestion",
      "Topic",
      "Touchpoint",
      "Unit",
    ]
  `);
});

test.each(['/healthz', '/readyz', '/attachments/x/y', '/no-such.txt', '/hallinta/graphiql'])('%s is kept by nobody', async (url) => {
  expect((await http.inject(url)).headers['cache-control']).toBe('no-store');
});
