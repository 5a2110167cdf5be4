// Two thousand ballots, many at once, beside the bare insert of the same rows through `pg` in the same run: what the right to vote, its secrecy and the audit line cost.
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newBallotReceipt } from '@torilla/schema/budget/receipt';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { endPool } from '../../testing/endPool.ts';
import { aProject, aRound } from './testing.ts';

const VOTERS = 2000;
const IN_FLIGHT = 16;
/** So many in a minute is the goal. */
const GOAL = 2000;
const CAST = 'mutation ($input: CastBallotInput!) { castBallot(input: $input) { voted } }';

const city = await aCity({ rolledBack: false });
const round = aRound({ votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' });
const projects = Array.from({ length: 40 }, (_, n) => aProject(round, { title: { fi: `Hanke ${n}` }, costCents: 500_000 }));
const choicesOf = (n: number) => [0, 1, 2].map((k) => ({ id: projects[(n * 7 + k * 13) % projects.length]!.id }));
let pool: pg.Pool;
let residents: string[];

beforeAll(async () => {
  city.clock.set('2027-04-10T10:00:00Z');
  const officer = await city.as('hallinta');
  await officer('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await sql(city.em(), `update budget_round set phase = 'COSTING'`);
  for (const input of projects) await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input });
  await sql(city.em(), `update budget_round set phase = 'VOTING', tie_seed = 'abc'`);
  const [database] = await sql<{ name: string }>(city.em(), 'select current_database() as name');
  pool = new pg.Pool({ connectionString: inject('ownerUrl').replace('{database}', database!.name), max: IN_FLIGHT });
  const { rows } = await pool.query<{ id: string }>(
    `insert into resident (id, locale, created_at, last_sign_in_at) select gen_random_uuid(), 'fi', now(), now() from generate_series(1, ${VOTERS}) returning id`,
  );
  residents = rows.map(({ id }) => id);
  await pool.query(`insert into identity (id, resident_id, person_hash, name, birth_date, home_municipality, verified_at)
    select gen_random_uuid(), id, 'hash of ' || id, 'Aino Asukas', '1990-05-01', '075', now() from resident`);
  await pool.query('create table bare_ballot (like budget_ballot including all)');
  await pool.query('create table bare_voter (like budget_voter including all)');
  await pool.query('analyze');
}, 120_000);
afterAll(() => endPool(pool));

/** Milliseconds that it takes for all, so many at once. */
async function timeOf(run: (resident: string, n: number) => Promise<unknown>): Promise<number> {
  const from = performance.now();
  const left = residents.map((id, n) => [id, n] as const);
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await run(...next);
    }),
  );
  return performance.now() - from;
}

test('two thousand ballots', { timeout: 300_000 }, async () => {
  const [area] = round.areas;
  const cast = await timeOf(async (id, n) => {
    const input = { roundId: round.id, areaId: area!.id, choices: choicesOf(n), receipt: newBallotReceipt() };
    expect((await city.askAs({ kind: 'resident', id, roles: [] })(CAST, { input })).errors).toEqual([]);
  });
  const bare = await timeOf(async (id, n) => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query(`insert into bare_voter values (gen_random_uuid(), $1, $2, 'ONLINE') on conflict do nothing`, [round.id, id]);
    await client.query('insert into bare_ballot values (gen_random_uuid(), $1, $2, $3, $4)', [
      round.id,
      area!.id,
      JSON.stringify(choicesOf(n)),
      newBallotReceipt(),
    ]);
    await client.query('commit');
    client.release();
  });
  const perMinute = (ms: number): number => Math.round((VOTERS / ms) * 60_000);
  console.log(`${VOTERS} ballots, ${IN_FLIGHT} at once: ${perMinute(cast)} in a minute (at least ${GOAL}), ${(bare / cast).toFixed(2)} of the bare insert`);
  const [there] = await sql<{ voters: number; ballots: number }>(
    city.em(),
    'select (select count(*)::int from budget_voter) as voters, (select count(*)::int from budget_ballot) as ballots',
  );
  expect(there).toEqual({ voters: VOTERS, ballots: VOTERS });
  expect(perMinute(cast)).toBeGreaterThan(GOAL);
});
