import { UnderscoreNamingStrategy } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { migrations } from '../migrations/index.ts';
import { PreparedClient } from '../kernel/read/index.ts';
import { featureList } from './features.ts';
import { paths } from './paths.ts';

/** How the server speaks with PostgreSQL; no state lives in a connection, so poolers and several processes work unchanged. */
function ormOptions(url: string, more: Partial<Options> = {}): Options {
  return {
    clientUrl: url,
    entities: featureList.flatMap(({ entities }) => [...entities]),
    namingStrategy: UnderscoreNamingStrategy,
    extensions: [Migrator],
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 20 },
    driverOptions: {
      Client: PreparedClient,
      idleTimeoutMillis: 0,
      options:
        '-c timezone=UTC -c jit=off -c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000 -c synchronous_commit=on',
    },
    // triggers and their functions are written by hand, in migrations
    schemaGenerator: { ignoreTriggers: true },
    migrations: {
      migrationsList: migrations,
      path: paths.migrations,
      snapshotName: 'snapshot',
      snapshotOnMigrate: false,
      disableForeignKeys: false,
      emit: 'ts',
      fileName: (timestamp, name) => `${timestamp}${name ? `-${name}` : ''}`,
    },
    ...more,
  };
}

export const openOrm = (url: string, more: Partial<Options> = {}): Promise<MikroORM> => MikroORM.init(ormOptions(url, more)) as Promise<MikroORM>;
