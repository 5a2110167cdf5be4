// Beside plain SQL by `pg` with json_agg, in the same run and with the same answer: what the read path costs, and its statement alone.
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuid } from './testing/rows.ts';
import { openMuseum, type World } from './testing/world.ts';

let museum: World;

beforeAll(async () => {
  museum = await openMuseum();
  await museum.client.query(`insert into room select gen_random_uuid(), 'Hall ' || n, n, true, 'hamina' from generate_series(1, 300) n`);
  await museum.client.query(`insert into exhibit
    select gen_random_uuid(), 'Piece ' || n, 'PAINTING', n % 5000, n, n / 7.0, now() - n * interval '1 hour', null, '', r.id, '${uuid(2, 2)}'
    from generate_series(1, 30000) n join (select id, row_number() over () as at from room) r on r.at = 1 + n % 300`);
  await museum.client.query('create index on exhibit (value_cents, id)');
  await museum.client.query('create index on exhibit (room_id)');
  await museum.client.query('create index on exhibit_tags (exhibit_id)');
  await museum.client.query('analyze');
});
afterAll(() => museum?.close());

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

test.each(cases)('%s', async (name, query, plain) => {
  const document = parse(query);
  const byRead = async () => (await execute({ schema: museum.schema, document, contextValue: museum.context() })).data;
  const bySql = async () => (await museum.client.query({ name, text: plain, values: [] })).rows[0].j as unknown;
  expect(JSON.parse(JSON.stringify(await byRead()))).toEqual(await bySql());
  const { text, values } = museum.sent.at(-1)!;
  const statement = async () => JSON.parse((await museum.client.query({ name: `${name}, read`, text, values: [...values] })).rows[0].j) as unknown;
  const spent = { read: 0, statement: 0, sql: 0 };
  // turn by turn, so that whatever else the machine does falls on both alike
  for (let round = 0; round < 60; round++) {
    for (const [which, run] of [
      ['read', byRead],
      ['statement', statement],
      ['sql', bySql],
    ] as const) {
      const from = performance.now();
      for (let n = 0; n < 10; n++) await run();
      if (round >= 25) spent[which] += (performance.now() - from) / 350;
    }
  }
  const told = Object.entries(spent).map(([which, ms]) => `${which} ${ms.toFixed(2)} ms (${(ms / spent.sql).toFixed(2)})`);
  console.log(`${name}: ${told.join(', ')}`);
});
