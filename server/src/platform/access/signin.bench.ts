// Signing in with a mailed code, its two requests, beside one indexed read through `pg` in the same run: what transactions, audit lines and a session cost.
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { anonymous } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { endPool } from '../../testing/endPool.ts';

const PEOPLE = 300;
const IN_FLIGHT = 8;
const REQUEST = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }';
const SIGN_IN = 'mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { id displayName roles } }';

const city = await aCity({ rolledBack: false });
let pool: pg.Pool;
const people = Array.from({ length: PEOPLE }, (_, n) => ({ email: `person${n}@example.fi`, address: `192.0.${n >> 8}.${n & 255}` }));

beforeAll(async () => {
  const [database] = await sql<{ name: string }>(city.em(), 'select current_database() as name', []);
  pool = new pg.Pool({ connectionString: inject('ownerUrl').replace('{database}', database!.name), max: IN_FLIGHT });
  await pool.query(`insert into staff_member (id, email, display_name)
    select gen_random_uuid(), 'person' || n || '@example.fi', 'Person ' || n from generate_series(0, ${PEOPLE - 1}) n`);
  await pool.query(`insert into staff_grant (id, staff_id, role, starts_at)
    select gen_random_uuid(), id, 'OFFICER', now() - interval '1 day' from staff_member where email like 'person%'`);
  await pool.query('analyze');
});
afterAll(() => endPool(pool));

const percentile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1]!;

interface Times {
  p50: number;
  p95: number;
}

/** How long it takes for each of them, so many at once. */
async function times(run: (person: (typeof people)[number]) => Promise<unknown>): Promise<Times> {
  const left = [...people];
  const found: number[] = [];
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let person = left.pop(); person; person = left.pop()) {
        const from = performance.now();
        await run(person);
        found.push(performance.now() - from);
      }
    }),
  );
  return { p50: percentile(found, 0.5), p95: percentile(found, 0.95) };
}

test('signing in with a mailed code', { timeout: 300_000 }, async () => {
  const codes = new Map<string, string>();
  const bare = () => times(({ email }) => pool.query('select id, display_name from staff_member where email = $1', [email]));
  const as = (address: string) =>
    city.askAs(anonymous, { address, session: { secret: null, id: null, agent: 'Firefox, Linux', set: () => {}, clear: () => {} } });
  const rounds: Record<'asking' | 'entering' | 'read', Times>[] = [];
  // the first round warms up
  for (let round = 0; round < 4; round++) {
    const asking = await times(async ({ email, address }) => {
      expect((await as(address)(REQUEST, { input: { email } })).codes).toEqual([]);
      codes.set(email, /\d{6}/.exec(city.mails.find((mail) => mail.to === email)!.text)![0]);
    });
    const entering = await times(async ({ email, address }) => {
      expect((await as(address)(SIGN_IN, { input: { email, code: codes.get(email) } })).codes).toEqual([]);
    });
    rounds.push({ asking, entering, read: await bare() });
  }
  const median = (of: (round: (typeof rounds)[number]) => number): number => percentile(rounds.slice(1).map(of), 0.5);
  const tell = (which: 'asking' | 'entering' | 'read'): string => {
    const [p50, p95] = (['p50', 'p95'] as const).map((share) => median((round) => round[which][share]));
    return `p50 ${p50!.toFixed(1)} ms, p95 ${p95!.toFixed(1)} ms; ${(p50! / median(({ read }) => read.p50)).toFixed(1)} of the read`;
  };
  console.log(`${PEOPLE} people, ${IN_FLIGHT} at once
    a code asked for   ${tell('asking')}
    a code used        ${tell('entering')}
    an indexed read    ${tell('read')}`);
});
