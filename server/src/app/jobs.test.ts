import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { expect, inject, onTestFinished, test } from 'vitest';
import { sql } from '../kernel/command.ts';
import type { Job } from '../kernel/feature.ts';
import { system } from '../kernel/actor.ts';
import { aCity } from '../testing/city.ts';
import { startJobs } from './jobs.ts';

const city = await aCity({ rolledBack: false });
const [{ name: database }] = (await sql<{ name: string }>(city.em(), 'select current_database() as name')) as [{ name: string }];
const url = inject('appUrl').replace('{database}', database);
const pace = { poll: 1, schedule: 1 };

/** A log that remembers. */
function aLog(): FastifyBaseLogger & { lines: string[] } {
  const lines: string[] = [];
  const line = (facts: { err?: Error }, message: string): void => void lines.push(`${message} ${facts.err?.message ?? ''}`.trim());
  return { lines, info: line, warn: line, error: line } as unknown as FastifyBaseLogger & { lines: string[] };
}

/** Where a job stands that was due first: the next minute may bring another at any moment. */
const first = (name: string) => sql<{ state: string }>(city.em(), 'select state from jobs.job where name = $1 order by created_on limit 1', [name]);

async function started(jobs: Job[], log = aLog()): Promise<() => Promise<void>> {
  const stop = await startJobs(city.app, url, log, { jobs, pace });
  onTestFinished(stop);
  return stop;
}

test('a schedule fires, in one of three processes, as the server itself', { timeout: 60_000 }, async () => {
  const ran: unknown[] = [];
  const job: Job = { name: 'test.fires', cron: '* * * * *', run: async (ctx) => ran.push(ctx.actor) };
  await Promise.all([started([job]), started([job]), started([job])]);
  await expect.poll(() => ran.length, { timeout: 20_000 }).toBe(1);
  // the next minute may begin meanwhile, the same minute never fires again
  const minute = () => Math.floor(Date.now() / 60_000);
  const began = minute();
  await new Promise((resolve) => setTimeout(resolve, 4000));
  expect(ran.length).toBeLessThanOrEqual(1 + minute() - began);
  expect(ran[0]).toEqual(system);
});

test('a job that fails is logged and tried again, and the queue keeps nothing of why', { timeout: 60_000 }, async () => {
  const log = aLog();
  const job: Job = { name: 'test.fails', cron: '* * * * *', run: () => Promise.reject(new Error('aino@example.fi is there already')) };
  await started([job], log);
  await expect.poll(() => log.lines, { timeout: 20_000 }).toContain('a job failed aino@example.fi is there already');
  await expect.poll(() => first('test.fails'), { timeout: 10_000 }).toEqual([{ state: 'retry' }]);
  const kept = await sql(city.em(), "select * from jobs.job where name = 'test.fails'");
  expect(JSON.stringify(kept)).toContain('the log says why');
  expect(JSON.stringify(kept)).not.toContain('aino');
});

test('what is running is waited for when the server stops', { timeout: 60_000 }, async () => {
  let begun = false;
  let done = false;
  const job: Job = {
    name: 'test.takes-long',
    cron: '* * * * *',
    run: async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      done = true;
    },
  };
  const stop = await started([job]);
  await expect.poll(() => begun, { timeout: 20_000 }).toBe(true);
  await stop();
  expect(done).toBe(true);
  expect(await first('test.takes-long')).toEqual([{ state: 'completed' }]);
});

test('connections that are lost are logged, and the jobs go on', { timeout: 60_000 }, async () => {
  const log = aLog();
  let ran = 0;
  await started([{ name: 'test.goes-on', cron: '0 0 1 1 *', run: async () => void ran++ }], log);
  const admin = new pg.Client({ connectionString: inject('ownerUrl').replace('{database}', 'postgres') });
  await admin.connect();
  onTestFinished(() => admin.end());
  await admin.query(`alter database ${database} allow_connections false`);
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'pgboss%'", [database]);
  await expect.poll(() => log.lines.some((line) => line.startsWith('the jobs had a fault')), { timeout: 20_000 }).toBe(true);
  await admin.query(`alter database ${database} allow_connections true`);
  const other = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, schedule: false, supervise: false });
  await other.start();
  onTestFinished(() => other.stop());
  await other.send('test.goes-on');
  await expect.poll(() => ran, { timeout: 20_000 }).toBe(1);
});

test('the app works in the queue and owns nothing of it; a job that is no more has no schedule', async () => {
  await expect(sql(city.em(), 'create table jobs.mine (x int)')).rejects.toThrow('permission denied');
  const stop = await started([]);
  await stop();
  expect(await sql(city.em(), 'select name from jobs.schedule')).toEqual([]);
});
