// Pushes of sealed captures beside a bare `insert … on conflict` of the same rows through `pg`, in the same run: what storing first and judging afterwards costs.
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PushCaptures } from '@torilla/schema/kernel/capture';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { look } from './open.ts';

const DEVICES = 20;
const PUSHES = 8;
const ITEMS = 50;
const PUSH = 'mutation ($input: PushCapturesInput!) { pushCaptures(input: $input) { results { id code } receivedThrough missing { from to } } }';

const city = await aCity({ rolledBack: false });
const pool = new pg.Pool({ connectionString: inject('ownerUrl').replace('{database}', 'postgres'), max: DEVICES });
const pushes: PushCaptures[][] = [];

beforeAll(async () => {
  await pool.query(
    `create table if not exists bare (id uuid, revision int, device uuid, epoch uuid, sequence int, at timestamptz, sha256 text, sealed text, primary key (id, revision))`,
  );
  const words = 'Rantaraitille tarvitaan penkkejä. '.repeat(75); // some 4 kB once sealed
  for (let d = 0; d < DEVICES; d++) {
    const device = await TestDevice.public({ ...city, ask: city.askAs({ kind: 'anonymous', id: null, roles: [] }, { address: `192.0.2.${d}` }) });
    const mine: PushCaptures[] = [];
    for (let p = 0; p < PUSHES; p++) {
      const items = await Promise.all(
        Array.from({ length: ITEMS }, () => device.seal({ input: { words, topics: ['parks', 'maintenance'], channel: 'TALKED', mood: 'HOPEFUL' } })),
      );
      mine.push(await device.envelope(items));
    }
    pushes.push(mine);
  }
}, 120_000);
afterAll(async () => {
  await pool.query('drop table bare');
  await pool.end();
});

const percentile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1]!;

/** All devices at once, each one push after another. */
async function timed(send: (push: PushCaptures) => Promise<unknown>): Promise<{ perSecond: number; p50: number; p99: number }> {
  const times: number[] = [];
  const from = performance.now();
  await Promise.all(
    pushes.map(async (mine) => {
      for (const push of mine) {
        const sent = performance.now();
        await send(push);
        times.push(performance.now() - sent);
      }
    }),
  );
  return { perSecond: (DEVICES * PUSHES * ITEMS * 1000) / (performance.now() - from), p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

test('twenty devices push', { timeout: 300_000 }, async () => {
  const bare = () =>
    timed(async (push) => {
      const column = <T>(of: (item: PushCaptures['items'][number]) => T): T[] => push.items.map(of);
      await pool.query(
        `insert into bare select unnest($1::uuid[]), unnest($2::int[]), $3, $4, unnest($5::int[]), unnest($6::timestamptz[]), unnest($7::text[]), unnest($8::text[]) on conflict do nothing`,
        [
          column((i) => i.id),
          column((i) => i.revision),
          push.deviceId,
          push.deviceEpoch,
          column((i) => i.sequence),
          column((i) => i.capturedAt),
          column((i) => i.sha256),
          column((i) => i.sealed),
        ],
      );
    });
  const first = await bare();
  const opening = performance.now();
  for (const item of pushes[0]![0]!.items) await look(item, city.app.services);
  const openMs = (performance.now() - opening) / ITEMS;
  const cpu = process.cpuUsage();
  const whole = await timed(async (push) => {
    const { data, errors } = await city.ask(PUSH, { input: push });
    expect(errors).toEqual([]);
    expect(data!.pushCaptures.results.every(({ code }: { code: string }) => code === 'ACCEPTED')).toBe(true);
  });
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1000 / (DEVICES * PUSHES * ITEMS);
  await pool.query('truncate bare');
  const second = await bare();
  const bareRate = Math.max(first.perSecond, second.perSecond);
  const size = Math.round((pushes[0]![0]!.items[0]!.sealed.length / 1024) * 10) / 10;
  console.log(`items of ${size} kB, ${ITEMS} to a push, ${DEVICES} devices
    torilla     ${whole.perSecond.toFixed(0)} items/s, a push p50 ${whole.p50.toFixed(0)} ms, p99 ${whole.p99.toFixed(0)} ms; ${(whole.perSecond / bareRate).toFixed(3)} of bare
    bare insert ${bareRate.toFixed(0)} items/s
    this process spends ${cpuMs.toFixed(2)} ms of processor time on an item; opening one takes ${openMs.toFixed(2)} ms`);
});
