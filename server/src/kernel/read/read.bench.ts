// Requests per second beside plain SQL by `pg` with json_agg, in the same run and with the same answer: what the read path costs, and its statement alone.
import { execute, parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuid } from './testing/rows.ts';
import { openMuseum, type World } from './testing/world.ts';

const IN_FLIGHT = 10;
const TURNS = 12;
const TURN_MS = 400;

let museum: World;
let pool: pg.Pool;

beforeAll(async () => {
  museum = await openMuseum();
  pool = new pg.Pool({ connectionString: museum.url, max: IN_FLIGHT, options: '-c timezone=UTC' });
  await museum.client.query(`insert into room select gen_random_uuid(), 'Hall ' || n, n, true, 'hamina' from generate_series(1, 300) n`);
  await museum.client.query(`insert into exhibit
    select gen_random_uuid(), 'Piece ' || n, 'PAINTING', n % 5000, n, n / 7.0, now() - n * interval '1 hour', null, '', r.id, '${uuid(2, 2)}'
    from generate_series(1, 30000) n join (select id, row_number() over () as at from room) r on r.at = 1 + n % 300`);
  await museum.client.query('create index on exhibit (value_cents, id)');
  await museum.client.query('create index on exhibit (room_id)');
  await museum.client.query('create index on exhibit_tags (exhibit_id)');
  await museum.client.query('analyze');
});
afterAll(async () => {
  await pool?.end();
  await museum?.close();
});

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const seen = '(a.published or a.account = null)';

const cases: [name: string, query: string, plain: string][] = [
  [
    'a page of 50 with two relations',
    '{ exhibitPage(first: 50) { nodes { id title kind valueCents acquiredAt room { name floor } artist { name } } pageInfo { hasNextPage } } }',
    `select json_build_object('exhibitPage', json_build_object('nodes', coalesce(json_agg(json_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'valueCents', e.value_cents,
       'acquiredAt', ${instant('e.acquired_at')}, 'room', case when r.id is not null then json_build_object('name', r.name, 'floor', r.floor) end,
       'artist', case when a.id is not null then json_build_object('name', a.name) end) order by e.value_cents desc, e.id desc) filter (where e.at <= 50), '[]'),
       'pageInfo', json_build_object('hasNextPage', count(*) > 50))) as j
     from (select *, row_number() over (order by value_cents desc, id desc) as at from (select * from exhibit where deleted_at is null order by value_cents desc, id desc limit 51) x) e
     left join room r on r.id = e.room_id left join artist a on a.id = e.artist_id and ${seen}`,
  ],
  [
    'one by id',
    `{ exhibit(id: "${uuid(3, 5)}") { id title kind valueCents grams acquiredAt room { name museum { key } } artist { name } label { text { fi } } } }`,
    `select json_build_object('exhibit', json_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'valueCents', e.value_cents, 'grams', e.grams::text,
       'acquiredAt', ${instant('e.acquired_at')}, 'room', case when r.id is not null then json_build_object('name', r.name, 'museum', json_build_object('key', r.museum_key)) end,
       'artist', case when a.id is not null then json_build_object('name', a.name) end, 'label', case when l.id is not null then json_build_object('text', json_build_object('fi', l.text->'fi')) end)) as j
     from exhibit e left join room r on r.id = e.room_id left join artist a on a.id = e.artist_id and ${seen} left join label l on l.exhibit_id = e.id
     where e.deleted_at is null and e.id = '${uuid(3, 5)}'`,
  ],
  [
    'figures over the rows of 20 parents',
    '{ rooms(first: 20) { id name floor open exhibitCount valueCents } }',
    `select json_build_object('rooms', json_agg(json_build_object('id', r.id, 'name', r.name, 'floor', r.floor, 'open', r.open, 'exhibitCount', f.n, 'valueCents', f.total) order by r.floor, r.id)) as j
     from (select * from room order by floor, id limit 20) r
     cross join lateral (select count(*) as n, sum(e.value_cents) as total from exhibit e where e.room_id = r.id and e.deleted_at is null) f`,
  ],
];

/** Requests per second with so many under way at once, for the length of one turn. */
async function perSecond(run: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (; performance.now() - from < TURN_MS; done++) await run();
    }),
  );
  return (done * 1000) / (performance.now() - from);
}

test.each(cases)('%s', { timeout: 60_000 }, async (name, query, plain) => {
  const document = parse(query);
  const byRead = async () => (await execute({ schema: museum.schema, document, contextValue: museum.context() })).data;
  const bySql = async () => (await pool.query({ name, text: plain, values: [] })).rows[0].j as unknown;
  expect(JSON.parse(JSON.stringify(await byRead()))).toEqual(await bySql());
  const { text, values } = museum.sent.at(-1)!;
  const statement = async () => JSON.parse((await pool.query({ name: `${name}, read`, text, values: [...values] })).rows[0].j) as unknown;
  const rates: Record<string, number[]> = { read: [], statement: [], sql: [] };
  // turn by turn, so that whatever else the machine does falls on all alike; the first turns warm up
  for (let turn = -3; turn < TURNS; turn++) {
    for (const [which, run] of Object.entries({ read: byRead, statement, sql: bySql })) {
      museum.sent.length = 0;
      const rate = await perSecond(run);
      if (turn >= 0) rates[which]!.push(rate);
    }
  }
  const median = (which: string): number => rates[which]!.toSorted((a, b) => a - b)[TURNS / 2]!;
  const told = Object.keys(rates).map((which) => `${which} ${median(which).toFixed(0)}/s (${(median(which) / median('sql')).toFixed(2)})`);
  console.log(`${name}, ${IN_FLIGHT} at once: ${told.join(', ')}`);
});
