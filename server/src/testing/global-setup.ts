import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../app/app.ts';
import { migrate, seed } from '../app/database.ts';
import { developmentMailbox } from '../app/mailbox.ts';
import { openOrm } from '../app/orm.ts';
import { cityKeysFrom, newCityKey } from '../platform/inbox/city-keys.ts';
import { startPostgres, type Postgres } from '../../tools/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's connection string, with the database's name left open as `{database}`. */
    ownerUrl: string;
    /** The same for the app's role. */
    appUrl: string;
  }
}

/** The database that every city of the tests is copied from: migrated and seeded once. */
export const TEMPLATE = 'template_city';

/** One real PostgreSQL for all tests of the server; it stops with them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'torilla-test-'));
  // tests need no disk to be sure of; figures do
  const postgres = await startPostgres(folder, { fast: !process.env.BENCH });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(postgres);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('ownerUrl', postgres.ownerUrl('{database}'));
  project.provide('appUrl', postgres.appUrl('{database}'));
  return stop;
}

async function makeTemplate(postgres: Postgres): Promise<void> {
  await postgres.ensureDatabase(TEMPLATE);
  const owner = await openOrm(postgres.ownerUrl(TEMPLATE));
  await migrate(owner, postgres.appUrl(TEMPLATE));
  await owner.close();
  const app = await buildApp({
    databaseUrl: postgres.appUrl(TEMPLATE),
    publicUrl: 'http://localhost',
    mailer: developmentMailbox(),
    cityKeys: await cityKeysFrom([await newCityKey()]),
    identityKey: 'nobody is known yet',
  });
  await seed(app);
  await app.orm.close();
}
