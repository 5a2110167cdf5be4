import type { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { sql, transaction } from '../kernel/command.ts';
import type { App } from './context.ts';
import { systemContext } from './context.ts';
import { featureList } from './features.ts';
import { JOBS_SCHEMA, migrateJobs } from './jobs.ts';

/** What PostgreSQL, or the system in its place, answers while it is only just starting. */
const STARTING = new Set(['ECONNREFUSED', '57P03']);

/**
 * Waits until PostgreSQL takes connections: after a reboot it may come later than the server.
 * @throws what it answered when it is not there in time (milliseconds), and at once when that is something else
 */
export async function databaseStarted(url: string, patience = 30_000): Promise<void> {
  for (const end = Date.now() + patience; ;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (!STARTING.has((error as { code?: string }).code ?? '') || Date.now() > end) throw error;
      await pause(50);
    } finally {
      await client.end();
    }
  }
}

/**
 * Brings the database to today's tables, as its owner, and gives the app's role what it may do: everything with rows,
 * nothing with tables, and only adding to the logs of writes and of looks.
 */
export async function migrate(owner: MikroORM, appUrl: string): Promise<string[]> {
  const done = await owner.migrator.up();
  await migrateJobs(owner.config.get('clientUrl')!);
  const role = new URL(appUrl).username;
  const em = owner.em.fork();
  const [who] = await sql<{ owner: string }>(em, 'select current_user as owner');
  if (role && role !== who!.owner) {
    const name = `"${role.replaceAll('"', '""')}"`;
    for (const schema of ['public', JOBS_SCHEMA]) {
      await sql(em, `grant usage on schema ${schema} to ${name}`);
      await sql(em, `grant select, insert, update, delete on all tables in schema ${schema} to ${name}`);
      await sql(em, `grant usage, select on all sequences in schema ${schema} to ${name}`);
    }
    await sql(em, `revoke update, delete, truncate on audit_line, view_line from ${name}`);
  }
  return done.map(({ name }) => name);
}

/** Puts in what a fresh city starts with, once: all of it or nothing. @returns whether it did */
export async function seed(app: App): Promise<boolean> {
  const ctx = systemContext(app);
  const [row] = await sql<{ seeded: boolean }>(ctx.em, 'select exists (select from plan) as seeded');
  if (row!.seeded) return false;
  await transaction(ctx, async (within) => {
    for (const feature of featureList) await feature.seed?.(within);
  });
  return true;
}

/** Puts in a year to try the city with, once, after what a fresh city starts with. @returns whether it did */
export async function seedDemo(app: App, scale: number): Promise<boolean> {
  await seed(app);
  const ctx = systemContext(app);
  const [row] = await sql<{ there: boolean }>(ctx.em, `select exists (select from device where name like 'Demo %') as there`);
  if (row!.there) return false;
  await transaction(ctx, async (within) => {
    for (const feature of featureList) await feature.demo?.(within, scale);
  });
  return true;
}

/**
 * Lets the database go once nothing that matters is under way. Whoever asked and left may still be taking a connection at that very moment,
 * and that one would never come back to the pool: it is waited for a while, and the end of the process takes it.
 */
export const letGo = (orm: MikroORM, patience = 5000): Promise<unknown> => Promise.race([orm.close(), pause(patience, null, { ref: false })]);
