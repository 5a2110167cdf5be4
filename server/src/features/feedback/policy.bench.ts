// The list that officers and workers read all day, under the policy of those who see a part beside the same list for whom it asks nothing, in the same run.
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { endPool } from '../../testing/endPool.ts';

const ROWS = 20_000;
const IN_FLIGHT = 8;
const TURNS = 12;
const TURN_MS = 400;
const LIST = `{ feedbackPage(first: 50) { nodes { id words mood note capturedAt event { id title { fi } } unit { key name { fi } } worker { displayName } topics { key } }
  pageInfo { hasNextPage } } }`;

const city = await aCity({ rolledBack: false });
let pool: pg.Pool;
const worker = newId();
const actors: Record<'nothing' | 'officer' | 'worker', Actor> = {
  nothing: { kind: 'staff', id: newId(), roles: ['ADMINISTRATOR'] },
  officer: { kind: 'staff', id: newId(), roles: [], unitRoles: [] },
  worker: { kind: 'staff', id: worker, roles: ['WORKER'] },
};

beforeAll(async () => {
  const [database] = await sql<{ name: string }>(city.em(), 'select current_database() as name', []);
  pool = new pg.Pool({ connectionString: inject('ownerUrl').replace('{database}', database!.name), max: 1 });
  const [unit] = (await pool.query<{ key: string }>('select key from unit order by key')).rows;
  actors.officer = { ...actors.officer, unitRoles: [{ role: 'OFFICER', unit: unit!.key }] };
  await pool.query(`insert into staff_member (id, email, display_name) values ($1, 'bench@example.fi', 'Bench B.')`, [worker]);
  await pool.query(
    `insert into feedback (id, revision, words, language, channel, headcount, captured_at, received_at, unit_key, worker_id, event_id)
     select gen_random_uuid(), 1, 'Rantaraitille tarvitaan penkkejä ' || n, 'fi', 'TALKED', 1, now() - n * interval '1 minute', now(), $1, $2, (select id from event order by id limit 1)
     from generate_series(1, ${ROWS}) n`,
    [unit!.key, worker],
  );
  await pool.query(
    'insert into feedback_topics (feedback_id, topic_key) select f.id, t.key from feedback f cross join (select key from topic order by key limit 2) t',
  );
  await pool.query('analyze');
}, 60_000);
afterAll(() => endPool(pool));

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

test('a list under the policy', { timeout: 60_000 }, async () => {
  const asks = Object.entries(actors).map(([who, actor]) => [who, city.askAs(actor)] as const);
  const answers = await Promise.all(asks.map(([, ask]) => ask(LIST)));
  expect(answers[0]!.data!.feedbackPage.nodes).toHaveLength(50);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const rates: Record<string, number[]> = { nothing: [], officer: [], worker: [] };
  // turn by turn, so that whatever else the machine does falls on all alike; the first turns warm up
  for (let turn = -3; turn < TURNS; turn++) {
    for (const [who, ask] of asks) {
      const rate = await perSecond(() => ask(LIST));
      if (turn >= 0) rates[who]!.push(rate);
    }
  }
  const median = (who: string): number => rates[who]!.toSorted((a, b) => a - b)[TURNS / 2]!;
  const told = Object.keys(rates).map((who) => `${who} ${median(who).toFixed(0)}/s (${(median('nothing') / median(who)).toFixed(2)} times as long)`);
  console.log(`a page of 50 of ${ROWS} with four relations, ${IN_FLIGHT} at once: ${told.join(', ')}`);
});
