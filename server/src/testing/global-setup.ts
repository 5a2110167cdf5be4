import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../tools/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's connection string, with the database's name left open as `{database}`. */
    ownerUrl: string;
    /** The same for the app's role. */
    appUrl: string;
  }
}

/** One real PostgreSQL for all tests of the server; it stops with them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'torilla-test-'));
  const postgres = await startPostgres(folder, { fast: true });
  project.provide('ownerUrl', postgres.ownerUrl('{database}'));
  project.provide('appUrl', postgres.appUrl('{database}'));
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
