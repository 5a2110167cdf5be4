// The built product, started for a test on loopback and free ports, with a database of its own. It ends with the test.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, startPostgres, type Postgres } from '../server/tools/postgres.ts';

const server = path.resolve(import.meta.dirname, '../server');

/** A running Torilla. */
export interface Torilla {
  url: string;
  port: number;
  /** What the server last wrote, for a failure's report. */
  log(): string;
  /** Ends the server as a power cut would, or by that signal. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data, with another environment if one is given, and waits until it is ready. */
  start(env?: Record<string, string>): Promise<void>;
  /** Restarts PostgreSQL under the running server, which was started with one of its own. */
  restartPostgres(): Promise<void>;
  /** Runs a command of the server's command line on this database. */
  command(args: readonly string[], env?: Record<string, string>): { status: number | null; told: string };
  /** Connection string of the database's owner, for an oracle that looks from outside. */
  ownerUrl(): string;
  /** Asks the API; as a member of staff when signed in by `signIn`. */
  ask<T>(query: string, variables?: Record<string, unknown>, cookie?: string): Promise<T>;
  /** Signs a member of the demo's staff in, or a resident, whose account it may make, and gives the cookie. */
  signIn(email: string, as?: 'STAFF' | 'RESIDENT'): Promise<string>;
  /** The newest mail to an address, as the development mailbox shows it. */
  mailTo(address: string): Promise<string>;
  /** The code that was mailed last. */
  mailedCode(): Promise<string>;
  /** Ends everything and throws the data away. */
  stop(): Promise<void>;
}

/** How a server is started for a test. */
interface Start {
  port?: number;
  env?: Record<string, string>;
  /** With a PostgreSQL that no other test has, filled by the server itself. */
  alone?: boolean;
}

const DAY = 86_400_000;
const DATABASE = 'torilla';
const KEYS = 'capture-keys.json';
const TEMPLATE = 'TORILLA_TEMPLATE';

/** A folder for one server's data, and its database: a copy of the template where there is one, which takes less than filling it. */
async function aPlace(alone: boolean) {
  const folder = mkdtempSync(path.join(tmpdir(), 'torilla-e2e-'));
  const template = alone ? undefined : process.env[TEMPLATE];
  const postgres = await startPostgres(template ?? folder, { fast: true });
  const database = template ? `${DATABASE}_${randomUUID()}` : DATABASE;
  await postgres.ensureDatabase(database, template && DATABASE);
  // the other halves of the keys that stand in the database
  if (template) cpSync(path.join(template, KEYS), path.join(folder, KEYS));
  return { folder, postgres, database, leave: () => (template ? postgres.dropDatabase(database) : postgres.stop()) };
}

/** The environment of a server that lives so many days ago: its clock, and all that it decides by, is behind. */
export function daysAgo(days: number): Record<string, string> {
  const behind = `const late = ${-days * DAY};
    globalThis.Date = new Proxy(Date, {
      construct: (Real, given, target) => Reflect.construct(Real, given.length ? given : [Real.now() + late], target),
      get: (Real, key) => (key === 'now' ? () => Real.now() + late : Reflect.get(Real, key)),
    });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(behind)}` };
}

/** Makes what the servers of all tests begin from: a PostgreSQL with the demo in a database that no server is at. @returns what throws it away */
export async function prepareTemplate(): Promise<() => Promise<void>> {
  const place = await aPlace(true);
  const torilla = await startTorilla({}, place);
  await torilla.kill('SIGTERM');
  process.env[TEMPLATE] = place.folder;
  // compiled once for all who start after this, which is a fifth of their start
  process.env['NODE_COMPILE_CACHE'] = path.join(place.folder, 'compiled');
  return async () => {
    await place.postgres.stop();
    rmSync(place.folder, { recursive: true, force: true });
  };
}

/** Starts the built server on a fresh database with the demo in it. Build before. */
export async function startTorilla(options: Start = {}, place?: Awaited<ReturnType<typeof aPlace>>): Promise<Torilla> {
  const { folder, database, leave, ...at } = place ?? (await aPlace(options.alone ?? false));
  let postgres: Postgres = at.postgres;
  const port = options.port ?? (await freePort());
  const metricsPort = await freePort();
  const url = `http://localhost:${port}`;
  const pgPort = postgres.port;
  let child: ChildProcess | null = null;
  let log = '';
  const cookies = new Map<string, string>();

  const environment = (env = options.env) => ({
    ...process.env,
    NODE_ENV: 'development',
    DEMO: 'true',
    DATA_FOLDER: folder,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: 'warn',
    DATABASE_URL: postgres.appUrl(database),
    DATABASE_OWNER_URL: postgres.ownerUrl(database),
    ...env,
  });
  const start = async (env?: Record<string, string>): Promise<void> => {
    child = spawn(process.execPath, ['dist/main.js'], { cwd: server, stdio: ['ignore', 'pipe', 'pipe'], env: environment(env) });
    const keep = (chunk: Buffer): void => void (log = (log + chunk.toString()).slice(-20_000));
    child.stdout!.on('data', keep);
    child.stderr!.on('data', keep);
    // a machine with much to do may need a while
    for (const end = Date.now() + 90_000; Date.now() < end;) {
      if (child.exitCode !== null) throw new Error(`The server ended at once:\n${log}`);
      const ready = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server did not become ready:\n${log}`);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const ask: Torilla['ask'] = async (query, variables = {}, cookie = '') => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: never; errors?: { message: string; extensions?: unknown }[] };
    if (errors?.length) throw new Error(`${errors[0]!.message} ${JSON.stringify(errors[0]!.extensions)}`);
    return data;
  };
  const mailbox = async (): Promise<string> => (await fetch(`${url}/dev/posti`)).text();
  const mailedCode = async (): Promise<string> => /on (\d{6})\./.exec(await mailbox())![1]!;
  try {
    await start();
  } catch (error) {
    // between its choice and its use another test's server may have taken the port
    if (options.port || !log.includes('EADDRINUSE')) throw error;
    return startTorilla(options, { folder, database, leave, ...at });
  }
  return {
    url,
    port,
    start,
    ask,
    log: () => log,
    kill: (signal = 'SIGKILL') => end(signal),
    restartPostgres: async () => {
      if (!options.alone) throw new Error('Other tests are at this PostgreSQL');
      await postgres.stop();
      postgres = await startPostgres(folder, { fast: true, port: pgPort });
    },
    command: (args, env) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
        cwd: server,
        env: { ...environment(), ...env },
        encoding: 'utf8',
        timeout: 90_000,
      });
      return { status, told: stdout + stderr };
    },
    ownerUrl: () => postgres.ownerUrl(database),
    mailTo: async (address) => (await mailbox()).split('<article>').find((mail) => mail.includes(address))!,
    mailedCode,
    signIn: async (email, as = 'STAFF') => {
      // codes are limited; one session serves a whole test
      const known = cookies.get(email);
      if (known) return known;
      await ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email, audience: as } });
      const code = await mailedCode();
      const [verb, type] = as === 'STAFF' ? ['signInWithCode', 'SignInWithCodeInput'] : ['signInAsResident', 'SignInAsResidentInput'];
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `mutation ($input: ${type}!) { ${verb}(input: $input) { id } }`,
          variables: { input: { email, code } },
        }),
      });
      const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
      cookies.set(email, cookie);
      return cookie;
    },
    stop: async () => {
      await end('SIGTERM');
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
