import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { CHANGES, type Changes } from '../kernel/changes.ts';

/** How often followers are told, in milliseconds; tests are in a hurry. */
export interface ChangePace {
  /** At most so often, whatever happens. */
  least: number;
  /** At least so often, though nothing was heard. */
  most: number;
  /** After so long a lost connection is tried anew. */
  retry: number;
}

/** A database that does not answer keeps nobody from stopping for longer. */
const CONNECT_MS = 5000;

const usualPace: ChangePace = { least: 1000, most: 15_000, retry: 1000 };

/** What `LISTEN` hears, for whoever follows it in this process. */
export interface ChangeFeed extends Changes {
  /** Ends every following, and the connection. */
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own, from the first follower on: one of a pool, or of a pooler, would change hands and lose its listening.
 * When it is lost it is made anew, and everybody is told that something may have happened meanwhile.
 */
export function changeFeed(databaseUrl: string, pace: ChangePace = usualPace): ChangeFeed {
  const followers = new Map<string, Set<() => void>>();
  const closing = new AbortController();
  let listening: Promise<void> | null = null;

  const tell = (subject: string) => followers.get(subject)?.forEach((wake) => wake());
  const tellAll = () => [...followers.keys()].forEach(tell);

  // lives until the connection is lost; that PostgreSQL is away is what /readyz tells
  async function listenOnce(): Promise<void> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'torilla changes', keepAlive: true, connectionTimeoutMillis: CONNECT_MS });
    let over = () => {};
    const lost = new Promise<void>((resolve) => {
      over = resolve;
    });
    client.once('end', over);
    client.on('error', over);
    closing.signal.addEventListener('abort', over);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => tell(payload ?? ''));
      await client.query(`listen ${CHANGES}`);
      tellAll();
      await lost;
    } catch {
      // tried anew
    } finally {
      closing.signal.removeEventListener('abort', over);
      await client.end().catch(() => undefined);
    }
  }

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      await listenOnce();
      await pause(pace.retry, null, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }

  async function* of(subject: string, signal: AbortSignal): AsyncGenerator<void, void, undefined> {
    const gone = AbortSignal.any([signal, closing.signal]);
    let changed = false;
    let wake = () => {};
    let stop = () => {};
    const told = () => {
      changed = true;
      wake();
    };
    // a change ends it early where that is asked for; that nobody follows any more always does
    const wait = (ms: number, early: boolean) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        stop = () => {
          clearTimeout(timer);
          resolve();
        };
        if (early) wake = stop;
        if (gone.aborted || (early && changed)) stop();
      });
    gone.addEventListener('abort', () => stop(), { once: true });
    const beside = followers.get(subject) ?? new Set();
    followers.set(subject, beside.add(told));
    listening ??= listen();
    try {
      while (!gone.aborted) {
        changed = false;
        yield;
        await wait(pace.least, false);
        await wait(Math.max(0, pace.most - pace.least), true);
      }
    } finally {
      beside.delete(told);
      if (!beside.size) followers.delete(subject);
    }
  }

  return {
    of,
    close: async () => {
      closing.abort();
      await listening;
    },
  };
}
