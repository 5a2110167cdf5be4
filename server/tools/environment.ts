// What the development commands add to the environment: the PostgreSQL that comes along, and the demo.
import path from 'node:path';
import { root } from './build.ts';
import { startPostgres, type Postgres } from './postgres.ts';

export const dataFolder = process.env.TORILLA_DATA ?? path.join(root, '.data');

/** The environment of a server for trying Torilla; with it the PostgreSQL to stop afterwards, unless DATABASE_URL names another. */
export async function environment(): Promise<{ env: NodeJS.ProcessEnv; postgres: Postgres | null }> {
  const base = { DATA_FOLDER: dataFolder, DEMO: 'true', ...process.env };
  if (process.env.DATABASE_URL) return { env: base, postgres: null };
  const postgres = await startPostgres(dataFolder);
  await postgres.ensureDatabase('torilla');
  return { env: { ...base, DATABASE_URL: postgres.appUrl('torilla'), DATABASE_OWNER_URL: postgres.ownerUrl('torilla') }, postgres };
}
