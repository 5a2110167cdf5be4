// What officers and administrators ask all day, of a city's year and of a hundred times as much, each beside the same question as plain SQL by `pg` with json_agg, in the same run.
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { exportFormats, exportPath } from '@torilla/schema/feedback/exportFormats';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import { PreparedClient } from '../kernel/read/index.ts';
import { aCity, type City } from '../testing/city.ts';
import { endPool } from '../testing/endPool.ts';
import { signedIn } from '../testing/visitor.ts';
import { seedDemo } from './database.ts';
import { httpServer } from './http.ts';

const SCALES = [1, 100] as const;
const ROUNDS = 60;
const WARM_UP = 10;
const RESIDENTS = 500;

interface Side {
  city: City;
  pool: pg.Pool;
  /** One piece of feedback, in the middle of what there is. */
  feedback: string;
  event: string;
  measure: string;
}

interface Times {
  p50: number;
  p95: number;
}

const administrator: Actor = { kind: 'staff', id: newId(), roles: ['ADMINISTRATOR'] };
const cities = [await aCity({ rolledBack: false }), await aCity({ rolledBack: false })];
const sides: Side[] = [];
const sent = vi.spyOn(PreparedClient.prototype, 'query');

beforeAll(async () => {
  for (const [n, scale] of SCALES.entries()) {
    const city = cities[n]!;
    // a budget of questions is for people
    city.app.services.limit = () => undefined;
    const from = performance.now();
    await seedDemo(city.app, scale);
    console.log(
      `a year, ${scale} times: ${((performance.now() - from) / 1000).toFixed(0)} s, and ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB of this process`,
    );
    const [database] = await sql<{ name: string }>(city.em(), 'select current_database() as name', []);
    const pool = new pg.Pool({ connectionString: inject('ownerUrl').replace('{database}', database!.name), max: 1, options: '-c timezone=UTC -c jit=off' });
    await pool.query('vacuum analyze');
    const [feedback] = (await pool.query<{ id: string }>('select id from feedback order by captured_at, id offset (select count(*) / 2 from feedback) limit 1'))
      .rows;
    const [event] = (
      await pool.query<{ id: string }>('select event_id as id from feedback where event_id is not null group by 1 order by count(*) desc, 1 limit 1')
    ).rows;
    const [measure] = (await pool.query<{ id: string }>(`select id from measure where key = 'outreach'`)).rows;
    sides.push({ city, pool, feedback: feedback!.id, event: event!.id, measure: measure!.id });
  }
}, 1_200_000);
afterAll(() => Promise.all(sides.map(({ pool }) => endPool(pool))));

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const pageOf = (
  where: string,
) => `select json_build_object('feedbackPage', json_build_object('nodes', coalesce(json_agg(json_build_object('id', f.id, 'words', f.words, 'mood', f.mood, 'state', f.state,
    'dueOn', f.due_on, 'capturedAt', ${instant('f.captured_at')}, 'event', case when e.id is not null then json_build_object('id', e.id, 'title', json_build_object('fi', e.title->'fi')) end,
    'unit', case when u.key is not null then json_build_object('key', u.key, 'name', json_build_object('fi', u.name->'fi')) end,
    'assignee', case when s.id is not null then json_build_object('displayName', s.display_name) end,
    'topics', (select coalesce(json_agg(json_build_object('key', p.key) order by p.position, p.key), '[]') from feedback_topics t join topic p on p.key = t.topic_key where t.feedback_id = f.id),
    'answers', (select coalesce(json_agg(json_build_object('id', a.id, 'words', a.words) order by a.answered_at, a.id), '[]') from feedback_answer a where a.feedback_id = f.id)) order by f.at) filter (where f.at <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50))) as j
  from (select *, row_number() over (order by captured_at desc, id desc) as at from (select * from feedback where ${where} order by captured_at desc, id desc limit 51) x) f
  left join event e on e.id = f.event_id left join unit u on u.key = f.unit_key left join staff_member s on s.id = f.assignee_id`;
const ROW =
  'id words mood state dueOn capturedAt event { id title { fi } } unit { key name { fi } } assignee { displayName } topics { key } answers { id words }';
const page = (filter: string) => `{ feedbackPage(first: 50${filter && `, filter: { ${filter} }`}) { nodes { ${ROW} } pageInfo { hasNextPage } } }`;

interface Question {
  name: string;
  ask: (side: Side) => string;
  plain: (side: Side) => string;
}

const questions: Question[] = [
  { name: 'the newest 50 with five relations', ask: () => page(''), plain: () => pageOf('true') },
  {
    name: '50 of one measure',
    ask: ({ measure }) => page(`measureId: "${measure}"`),
    plain: ({ measure }) => pageOf(`measure_id = '${measure}'`),
  },
  {
    name: '50 of one event, and how many there are',
    ask: ({ event }) => page(`eventId: "${event}"`).replace('pageInfo', 'totalCount pageInfo'),
    plain: ({ event }) =>
      pageOf(`event_id = '${event}'`).replace("'pageInfo',", `'totalCount', (select count(*) from feedback where event_id = '${event}'), 'pageInfo',`),
  },
  {
    name: '50 of a unit that are open',
    ask: () => page('unit: "green-services", queue: NEW'),
    plain: () => pageOf(`unit_key = 'green-services' and state not in ('ANSWERED', 'CHANGED') and state in ('RECEIVED', 'REOPENED') and assignee_id is null`),
  },
  {
    name: '50 of a topic in a district',
    ask: () => page('topic: "parks", district: "husula"'),
    plain: () => pageOf(`exists (select from feedback_topics t where t.feedback_id = feedback.id and t.topic_key = 'parks') and district_key = 'husula'`),
  },
  {
    name: 'one by id, with all that came of it',
    ask: ({ feedback }) => `{ feedback(id: "${feedback}") { ${ROW} steps { state at } } }`,
    plain: ({ feedback }) =>
      pageOf(`id = '${feedback}'`)
        .replace("'feedbackPage', json_build_object('nodes', coalesce(json_agg(json_build_object(", "'feedback', (json_agg(json_build_object(")
        .replace(" order by f.at) filter (where f.at <= 50), '[]'),\n    'pageInfo', json_build_object('hasNextPage', count(*) > 50))", ')->0)')
        .replace(
          "'topics',",
          `'steps', (select coalesce(json_agg(json_build_object('state', p.state, 'at', ${instant('p.at')}) order by p.at, p.id), '[]') from feedback_step p where p.feedback_id = f.id), 'topics',`,
        ),
  },
  {
    name: 'the list narrowed by a word',
    ask: () => page('search: "penkki"'),
    plain: () => pageOf(`found_by @@ to_tsquery('finnish', 'penkki') or words ilike '%penkk%'`),
  },
];

const percentile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1]!;

/** Turn by turn, so that whatever else the machine does falls on all alike; the first turns warm up. */
async function timed<Names extends string>(work: Readonly<Record<Names, () => Promise<unknown>>>, rounds = ROUNDS): Promise<Record<Names, Times>> {
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []])) as unknown as Record<Names, number[]>;
  for (let round = -WARM_UP; round < rounds; round++)
    for (const [name, run] of Object.entries<() => Promise<unknown>>(work) as [Names, () => Promise<unknown>][]) {
      const from = performance.now();
      await run();
      if (round >= 0) times[name].push(performance.now() - from);
    }
  return Object.fromEntries(Object.entries<number[]>(times).map(([name, all]) => [name, { p50: percentile(all, 0.5), p95: percentile(all, 0.95) }])) as Record<
    Names,
    Times
  >;
}

const ms = (time: number): string => time.toFixed(1);
const asked = async ({ city }: Side, query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const { data, errors } = await city.askAs(administrator)(query, variables);
  expect(errors).toEqual([]);
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
};
const plainly = async ({ pool }: Side, name: string, text: string): Promise<unknown> =>
  (await pool.query<{ j: unknown }>({ name, text, values: [] })).rows[0]!.j;

/** Tells a question's times on both sides, each beside plain SQL, and the larger city's beside the smaller. */
function tell(name: string, [small, large]: readonly Record<'ours' | 'plain', Times>[]): void {
  const one = ({ ours, plain }: Record<'ours' | 'plain', Times>) =>
    `p50 ${ms(ours.p50)} ms, p95 ${ms(ours.p95)} ms, ${(ours.p50 / plain.p50).toFixed(2)} × plain (${ms(plain.p50)} ms)`;
  console.log(`${name}\n    ${one(small!)}\n    ${one(large!)}; p95 ${(large!.ours.p95 / small!.ours.p95).toFixed(2)} × the smaller city's`);
}

test.each(questions)('$name', { timeout: 120_000 }, async ({ name, ask, plain }) => {
  const both = [];
  for (const side of sides) {
    const [query, text] = [ask(side), plain(side)];
    sent.mockClear();
    const answer = await asked(side, query);
    expect(sent).toHaveBeenCalledTimes(1);
    // a word is found by plain SQL in fewer ways
    if (name !== 'the list narrowed by a word') expect(answer).toEqual(await plainly(side, name, text));
    both.push(await timed({ ours: () => asked(side, query), plain: () => plainly(side, name, text) }));
  }
  tell(name, both);
});

const STATISTICS = '{ measureFigures { measure key value } }';
const COUNTS = `with m as (select id, number from measure where plan_id = (select id from plan where state = 'IN_FORCE'))
  select json_agg(c) as j from (
    select m.number as measure, 'feedback.received' as key, count(*)::int as value from m join feedback f on f.measure_id = m.id group by 1
    union all select m.number, 'feedback.answered', count(*)::int from m join feedback f on f.measure_id = m.id where exists (select from feedback_answer a where a.feedback_id = f.id) group by 1
    union all select m.number, 'events.held', count(*)::int from m join event_measures x on x.measure_id = m.id join event e on e.id = x.event_id where e.ends_at <= now() and e.cancelled_at is null group by 1
    union all select m.number, 'events.ahead', count(*)::int from m join event_measures x on x.measure_id = m.id join event e on e.id = x.event_id where e.ends_at > now() and e.cancelled_at is null group by 1
    union all select 5, 'devices', count(*)::int from device where kind = 'PUBLIC') c`;

test('the figures of all measures', { timeout: 240_000 }, async () => {
  const both = [];
  const statements = new Set<number>();
  for (const side of sides) {
    sent.mockClear();
    await asked(side, STATISTICS);
    statements.add(sent.mock.calls.length);
    both.push(await timed({ ours: () => asked(side, STATISTICS), plain: () => plainly(side, 'figures', COUNTS) }, 20));
  }
  // one for each figure, however much there is to count
  expect(statements.size).toBe(1);
  tell('the figures of all measures', both);
});

const SEARCH = `query ($text: String!) { search(text: $text) { totalCount groups { kind count best { id excerpt { text hit } } } nodes { id excerpt { text hit } } } }`;
const FOUND = `select json_agg(h) as j from (select id, ts_headline('finnish', words, to_tsquery('finnish', $1)) as excerpt from (
  select id, words, ts_rank(found_by, to_tsquery('finnish', $1)) as rank from feedback where found_by @@ to_tsquery('finnish', $1) order by captured_at desc, id desc limit 501) f order by rank desc limit 20) h`;

test.each(['penkki', 'uimahalli', 'kaupunki', 'linja', 'valaistus', 'lentoasema', 'uimhalli'])('a search for %s', { timeout: 240_000 }, async (word) => {
  const both = [];
  for (const side of sides) {
    sent.mockClear();
    await asked(side, SEARCH, { text: word });
    expect(sent).toHaveBeenCalledTimes(1);
    both.push(await timed({ ours: () => asked(side, SEARCH, { text: word }), plain: () => side.pool.query(FOUND, [word]) }, 30));
  }
  tell(`a search for ${word}`, both);
});

test(`an answer to ${RESIDENTS} residents`, { timeout: 240_000 }, async () => {
  const both = [];
  const statements = new Set<number>();
  for (const side of sides) {
    const [who] = (await side.pool.query<{ id: string }>(`select id from staff_member where email like 'antti%'`)).rows;
    const actor: Actor = { kind: 'staff', id: who!.id, roles: ['ADMINISTRATOR'] };
    const aMatter = async (): Promise<string> => {
      const id = newId();
      await side.pool.query(`insert into feedback_matter (id, title, created_at, created_by_id) values ($1, 'Penkit', now(), $2)`, [id, who!.id]);
      await side.pool.query(
        `update feedback set matter_id = $1 where id in (select id from feedback where state in ('READ', 'IN_PROGRESS') and matter_id is null order by captured_at desc limit ${RESIDENTS})`,
        [id],
      );
      return id;
    };
    const [ours, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round < (side === sides[0] ? 2 : 6); round++) {
      const matterId = await aMatter();
      sent.mockClear();
      let from = performance.now();
      const { data, errors } = await side.city.askAs(actor)('mutation ($input: AnswerMatterInput!) { answerMatter(input: $input) { answered left } }', {
        input: { id: newId(), matterId, texts: [{ language: 'fi', words: 'Penkit tulevat.' }] },
      });
      ours.push(performance.now() - from);
      expect(errors).toEqual([]);
      if (side !== sides[0]) expect(data!['answerMatter']).toMatchObject({ answered: RESIDENTS });
      statements.add(sent.mock.calls.length);
      const other = await aMatter();
      from = performance.now();
      await side.pool.query('begin');
      await side.pool.query(
        `insert into feedback_answer (id, feedback_id, words, language, answered_at, answered_by_id, mail, kind) select gen_random_uuid(), id, 'Penkit tulevat.', 'fi', now(), $2, 'NONE', 'ANSWER' from feedback where matter_id = $1`,
        [other, who!.id],
      );
      await side.pool.query(`update feedback set state = 'ANSWERED' where matter_id = $1`, [other]);
      await side.pool.query(
        `insert into feedback_step (id, feedback_id, state, at, by_id) select gen_random_uuid(), id, 'ANSWERED', now(), $2 from feedback where matter_id = $1`,
        [other, who!.id],
      );
      await side.pool.query('commit');
      plain.push(performance.now() - from);
    }
    both.push({ ours: { p50: percentile(ours, 0.5), p95: percentile(ours, 0.95) }, plain: { p50: percentile(plain, 0.5), p95: percentile(plain, 0.95) } });
  }
  // however many they are
  expect(statements.size).toBe(1);
  tell(`an answer to ${RESIDENTS} residents (fewer in the smaller city)`, both);
});

/** What nobody holds any more is thrown away before memory is looked at: how long the engine leaves it lying says nothing of the export. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const LOOK_EACH = 500_000;

test.each(exportFormats)('everything taken along as %s, and the memory it takes', { timeout: 600_000 }, async (format) => {
  // what counts statements keeps their rows
  sent.mockRestore();
  for (const { city, pool } of sides) {
    const http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
    await http.listen({ port: 0, host: '127.0.0.1' });
    const { port } = http.server.address() as AddressInfo;
    const { secret } = await signedIn(city, 'hallinta@torilla.example');
    const rows = (await pool.query<{ n: number }>('select count(*)::int as n from feedback')).rows[0]!.n;
    const held = () => (collect(), process.memoryUsage().heapUsed + process.memoryUsage().external);
    const [before, from] = [held(), performance.now()];
    let [most, bytes, looked] = [0, 0, 0];
    const headers = { cookie: `session=${secret}`, 'content-type': 'application/json' };
    const file = await fetch(`http://127.0.0.1:${port}${exportPath(format)}`, { method: 'POST', headers, body: '{}' });
    expect(file.status).toBe(200);
    for await (const chunk of file.body!) {
      bytes += chunk.length;
      if (bytes - looked < LOOK_EACH) continue;
      looked = bytes;
      most = Math.max(most, held() - before);
    }
    const seconds = (performance.now() - from) / 1000;
    console.log(`${rows} rows as ${format}: ${ms(bytes / 1e6)} MB in ${ms(seconds)} s, ${(most / 1e6).toFixed(0)} MB more than before at the most`);
    await http.close();
  }
});
