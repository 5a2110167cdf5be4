import type { FastifyInstance } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import pg from 'pg';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../kernel/command.ts';
import { hashOf } from '../kernel/secret.ts';
import { tellEvent } from '../platform/events/changes.ts';
import { aCity } from '../testing/city.ts';
import { httpServer } from './http.ts';

const LEAST = 200;
const city = await aCity({ rolledBack: false, changePace: { least: LEAST, most: 1500, retry: 50 } });
let http: FastifyInstance;
let origin = '';
let eventId = '';
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: true, secure: false });
  origin = await http.listen({ port: 0, host: '127.0.0.1' });
  eventId = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id;
});
afterAll(async () => http.close());

const FOLLOW = 'subscription ($id: ID!) { eventCountsChanged(eventId: $id) { countedAt figures { key counts { value } } } }';
interface Told {
  data?: { eventCountsChanged: { countedAt: string } } | null;
  errors?: { extensions: { code: string } }[];
}
const codeOf = (told: Told | undefined) => told?.errors?.[0]?.extensions.code;

/** A session of somebody of the staff, as a browser carries it. */
async function aSession(person: string): Promise<string> {
  const secret = `${person}-${newId()}`;
  await sql(
    city.em(),
    `insert into session (id, hash, staff_id, method, agent, created_at, last_seen_at) select $1, $2, id, 'CODE', '', $3, $3 from staff_member where email = $4`,
    [newId(), hashOf(secret), city.clock.now(), `${person}@torilla.example`],
  );
  return secret;
}

/** Follows an event as somebody, until `stop`. */
async function follow(
  secret: string | null,
  { query = FOLLOW, operationName, headers = {} }: { query?: string; operationName?: string; headers?: Record<string, string> } = {},
) {
  const abort = new AbortController();
  const response = await fetch(`${origin}/graphql/stream`, {
    method: 'POST',
    signal: abort.signal,
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...(secret && { cookie: `session=${secret}` }), ...headers },
    body: JSON.stringify({ query, operationName, variables: { id: eventId } }),
  });
  const told: Told[] = [];
  const state = { ended: false };
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const reading = isStream
    ? (async () => {
        let text = '';
        for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
          text += chunk;
          const parts = text.split('\n\n');
          text = parts.pop()!;
          for (const part of parts) if (part.startsWith('event: next')) told.push(JSON.parse(part.slice(part.indexOf('data: ') + 6)) as Told);
        }
      })()
        .catch(() => undefined)
        .finally(() => (state.ended = true))
    : undefined;
  return { response, told, state, stop: async () => (abort.abort(), reading) };
}
const until = async (is: () => boolean, ms = 15_000) => {
  for (const end = Date.now() + ms; !is(); await pause(10)) if (Date.now() > end) throw new Error('It did not come to pass');
};

test('an officer is told at once, and again when something has changed, at most so often', async () => {
  const { told, response, stop } = await follow(await aSession('antti'));
  await until(() => told.length === 1);
  expect(response.headers.get('cache-control')).toMatch(/no-/);
  expect(response.headers.get('content-encoding')).not.toBe('gzip');
  expect(told[0]!.data!.eventCountsChanged).toMatchObject({ figures: expect.arrayContaining([{ key: 'feedback.voices', counts: [{ value: 0 }] }]) });
  await pause(LEAST);
  for (let n = 0; n < 50; n++) await tellEvent({ em: city.em() }, eventId);
  await pause(LEAST * 3);
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.length).toBeLessThanOrEqual(4);
  await stop();
});

test('whoever may not see the counts may not follow them', async () => {
  const anybody = await follow(null);
  await until(() => anybody.state.ended);
  expect(codeOf(anybody.told[0])).toBe('unauthenticated');
  await sql(city.em(), `delete from event_staffing where staff_member_id = (select id from staff_member where email = 'mirja@torilla.example')`);
  const worker = await follow(await aSession('mirja'));
  await until(() => worker.state.ended);
  expect(codeOf(worker.told[0])).toBe('forbidden');
});

test('signed out, the stream ends, and following is no use of the session', async () => {
  const secret = await aSession('antti');
  const seen = async () => sql(city.em(), 'select last_seen_at from session where hash = $1', [hashOf(secret)]);
  const { told, state } = await follow(secret);
  await until(() => told.length === 1);
  const before = await seen();
  city.clock.pass(10 * 60_000);
  await tellEvent({ em: city.em() }, eventId);
  await until(() => told.length === 2);
  expect(await seen()).toEqual(before);
  await sql(city.em(), 'delete from session where hash = $1', [hashOf(secret)]);
  await tellEvent({ em: city.em() }, eventId);
  await until(() => state.ended);
  expect(codeOf(told.at(-1))).toBe('unauthenticated');
  city.clock.set(new Date());
});

test('limits hold before any work, and nothing but subscriptions is asked here', async () => {
  const secret = await aSession('antti');
  const codes = async (query: string) => {
    const { response } = await follow(secret, { query });
    return ((await response.json()) as Told).errors![0]!.extensions.code;
  };
  expect(await codes('{ plan { from } }')).toBe('bad-input');
  expect(await codes('subscription { nothing }')).toBe('bad-input');
  expect(await codes(FOLLOW.replace('countedAt', Array.from({ length: 60 }, (_, n) => `a${n}: countedAt`).join(' ')))).toBe('query-too-expensive');
  expect(await codes('')).toBe('not-found');
  // the one that is chosen decides, not what stands beside it
  const beside = await follow(secret, {
    query: `${FOLLOW.replace('subscription', 'subscription Follow')} query Plan { plan { from } }`,
    operationName: 'Plan',
  });
  expect(codeOf((await beside.response.json()) as Told)).toBe('bad-input');
});

test("another site's page cannot open one: only JSON is taken, and no GET", async () => {
  const forged = await follow(await aSession('antti'), { headers: { 'content-type': 'text/plain' } });
  expect(forged.response.status).toBe(415);
  expect((await fetch(`${origin}/graphql/stream`, { headers: { accept: 'text/event-stream' } })).status).toBe(404);
});

test('one person has so many streams and no more', async () => {
  const secret = await aSession('antti');
  const open = await Promise.all(Array.from({ length: 8 }, () => follow(secret)));
  const more = await follow(secret);
  expect([more.response.status, more.response.headers.get('retry-after')]).toEqual([429, '15']);
  await Promise.all(open.map(({ stop }) => stop()));
  await pause(50);
  const again = await follow(secret);
  await until(() => again.told.length === 1);
  await again.stop();
});

test('64 who follow are told once each of a burst, and hear again after PostgreSQL was away', async () => {
  // eight officers with eight windows each
  const secrets = await Promise.all(Array.from({ length: 8 }, (_, n) => officer(n)));
  const all = await Promise.all(secrets.flatMap((secret) => Array.from({ length: 8 }, () => follow(secret))));
  await until(() => all.every(({ told }) => told.length === 1));
  await pause(LEAST * 2);
  const before = all.map(({ told }) => told.length);
  await tellEvent({ em: city.em() }, eventId);
  await until(() => all.every(({ told }, n) => told.length > before[n]!));
  await pause(LEAST * 2);
  expect(new Set(all.map(({ told }, n) => told.length - before[n]!))).toEqual(new Set([1]));
  await cutConnections();
  await pause(300);
  const after = all.map(({ told }) => told.length);
  await sql(city.em(), 'select 1').catch(() => undefined);
  await tellEvent({ em: city.em() }, eventId);
  await until(() => all.every(({ told }, n) => told.length > after[n]!));
  expect(all.every(({ state }) => !state.ended)).toBe(true);
  await Promise.all(all.map(({ stop }) => stop()));
}, 30_000);

async function officer(n: number): Promise<string> {
  const [id, email] = [newId(), `officer${n}`];
  await sql(city.em(), `insert into staff_member (id, email, display_name) values ($1, $2, $3)`, [id, `${email}@torilla.example`, email]);
  await sql(city.em(), `insert into staff_grant (id, staff_id, role, starts_at) values ($1, $2, 'OFFICER', now() - interval '1 day')`, [newId(), id]);
  return aSession(email);
}

async function cutConnections(): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('ownerUrl').replace('{database}', 'postgres') });
  await admin.connect();
  const [row] = await sql<{ name: string }>(city.em(), 'select current_database() as name');
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [row!.name]);
  await admin.end();
}

test('a server that stops ends its streams', async () => {
  const { told, state } = await follow(await aSession('antti'));
  await until(() => told.length === 1);
  const started = Date.now();
  await http.close();
  await until(() => state.ended);
  expect(Date.now() - started).toBeLessThan(2000);
});
