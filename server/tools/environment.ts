// What the development commands add to the environment: the PostgreSQL that comes along, and the demo.
import path from 'node:path';
import { root } from './build.ts';
import { beginPostgres } from './postgres.ts';

export const dataFolder = process.env.TORILLA_DATA ?? path.join(root, '.data');

/** The environment of a server for trying Torilla. */
export interface Development {
  env: NodeJS.ProcessEnv;
  /** Resolves when its database takes connections. A server may start before, and waits for it. */
  ready: Promise<void>;
  /** Stops the PostgreSQL that comes along, unless it never came to start, DATABASE_URL names another, or somebody else is at it. */
  stop(): Promise<void>;
}

/** Starts what the environment names. @throws with a sentence for a person when it cannot be started */
export async function environment(): Promise<Development> {
  const base = { DATA_FOLDER: dataFolder, DEMO: 'true', ...process.env };
  if (process.env.DATABASE_URL) return { env: base, ready: Promise.resolve(), stop: async () => undefined };
  const postgres = await beginPostgres(dataFolder);
  const ready = postgres.ready.then(() => postgres.ensureDatabase('torilla'));
  // without its database no server has anything to wait for
  if (postgres.fresh) await ready;
  return {
    env: { ...base, DATABASE_URL: postgres.appUrl('torilla'), DATABASE_OWNER_URL: postgres.ownerUrl('torilla') },
    ready,
    async stop() {
      const started = await postgres.ready.then(
        () => true,
        () => false,
      );
      if (started) await postgres.leave();
    },
  };
}
