import type { FastifyBaseLogger } from 'fastify';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { Job } from '../kernel/feature.ts';
import { hamina } from '../platform/municipality/hamina.ts';
import { systemContext, type App } from './context.ts';
import { featureList } from './features.ts';

/** PostgreSQL's schema of the queue. Its owner makes it, the app's role only works in it. */
export const JOBS_SCHEMA = 'jobs';

// a job whose process died without a word is begun again after so many seconds
const HEARTBEAT_SECONDS = 60;

/** How often is looked, in seconds; tests are in a hurry. */
export interface Pace {
  /** For a job that has come due. */
  poll: number;
  /** For a schedule whose minute has come, at most 45. */
  schedule: number;
}

/** Makes or renews the queue's tables. Several may do it at once. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = bossOf(ownerUrl, { migrate: true, schedule: false, supervise: false, registerInstance: false });
  const faults: unknown[] = [];
  boss.on('error', (fault) => faults.push(fault));
  await boss.start();
  await boss.stop();
  if (faults.length) throw faults[0];
}

/**
 * Runs the features' jobs by the city's clock until it is stopped. However many processes do so, each time of a job is one process's.
 * A time that passed while none ran is made up for once; a job that failed is tried twice more; and a database that is away is only logged.
 * @returns stops: what is running is waited for, half a minute at most
 */
export async function startJobs(
  app: App,
  databaseUrl: string,
  log: FastifyBaseLogger,
  { jobs = featureList.flatMap((feature) => feature.jobs ?? []), pace = { poll: 20, schedule: 30 } }: { jobs?: readonly Job[]; pace?: Pace } = {},
): Promise<() => Promise<void>> {
  const boss = bossOf(databaseUrl, { migrate: false, cronMonitorIntervalSeconds: pace.schedule, cronWorkerIntervalSeconds: Math.min(pace.poll, 5) });
  boss.on('error', (err) => log.error({ err }, 'the jobs had a fault'));
  boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: 'exclusive', retryLimit: 2, retryDelay: 60, heartbeatSeconds: HEARTBEAT_SECONDS, expireInSeconds: 6 * 60 * 60 });
    await boss.schedule(job.name, job.cron, null, { tz: hamina.timeZone, missed: 'once' });
    await boss.work(job.name, { pollingIntervalSeconds: pace.poll }, () => run(app, job, log));
  }
  const known = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name);
  return () => boss.stop({ graceful: true, timeout: 30_000 });
}

async function run(app: App, job: Job, log: FastifyBaseLogger): Promise<void> {
  const started = Date.now();
  const done = await job.run(systemContext(app)).then(
    () => true,
    (err: unknown) => {
      log.error({ job: job.name, err }, 'a job failed');
      return false;
    },
  );
  // the queue keeps what it is told: not the fault, which may hold what people wrote
  if (!done) throw new Error(`${job.name} failed, the log says why`);
  log.info({ job: job.name, ms: Date.now() - started }, 'a job is done');
}

const bossOf = (url: string, options: Partial<ConstructorOptions>): PgBoss =>
  // the app's role may not rebuild indexes, and a handful of jobs a day needs none rebuilt
  new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, max: 2, reindex: false, ...options });
