import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { expect, vi } from 'vitest';
import { giveFeedback } from '@torilla/schema/feedback/capture';
import { createOutbox, type OutboxOptions } from '../outbox.ts';
import { syncOutbox } from '../workerSync.ts';
import { aCity, type City } from './city.ts';
import { anInbox } from './inbox.ts';
import { someLocks } from './locks.ts';
import { aNetwork, weather } from './network.ts';
import { aShelf } from './shelf.ts';

// a loaded machine is no fault
vi.setConfig({ testTimeout: 30_000 });

/** What must become true before long. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });

let theCity: Promise<City> | undefined;

/** A market square: a clock, a city with its inbox, a network, and tablets that can be opened, killed and opened again. */
export async function aSquare() {
  const clock = { now: Date.parse('2027-05-18T09:00:00Z') };
  const serverClock = { offset: 0 };
  const city = await (theCity ??= aCity());
  const inbox = anInbox(() => clock.now + serverClock.offset);
  const network = aNetwork(inbox, city);

  /** A browser with its storage and locks; its tabs come and go. */
  function aTablet() {
    const databaseName = `outbox-${crypto.randomUUID()}`;
    const locks = someLocks();
    const shelf = aShelf();
    const options = (more: Partial<OutboxOptions>): OutboxOptions => ({
      appVersion: '1.0',
      fetch: network.fetch,
      now: () => clock.now,
      random: () => 1,
      databaseName,
      shelf,
      ...more,
    });
    return {
      databaseName,
      /** Where the second copies lie. */
      shelf,
      /** The browser throws the whole database away; its tabs are dead by then. */
      wipe: () => deleteDB(databaseName),
      /** Opens the app in a tab, without the city's key. */
      openBare(more: Partial<OutboxOptions> = {}) {
        const tabLocks = locks.forTab();
        let alive = true;
        const fetch: OutboxOptions['fetch'] = (url, init) =>
          alive
            ? network.fetch(url, init).then(
                (r) => (alive ? r : weather.silence()),
                (e: unknown) => (alive ? Promise.reject(e) : weather.silence()),
              )
            : weather.silence();
        const outbox = createOutbox(options({ fetch, locks: tabLocks, ...more }));
        /** The tab dies: it hears no answer, holds no lock, writes no more. */
        const kill = () => {
          alive = false;
          outbox.close();
          tabLocks.die();
        };
        return Object.assign(outbox, { kill });
      },
      /** Opens the app in a tab, with the city's key. */
      async open(more: Partial<OutboxOptions> = {}) {
        const outbox = this.openBare(more);
        await outbox.refreshCityKey();
        return outbox;
      },
      /** The service worker wakes for a sync. */
      sync: () => syncOutbox(options({ locks: locks.forTab() })),
    };
  }

  /** What the city has, as `id revision sha256`, in order. */
  const atTheCity = () => [...inbox.rows.values()].map((row) => `${row.id} ${row.revision}`).sort();
  return { clock, serverClock, city, inbox, network, aTablet, atTheCity };
}

export type Square = Awaited<ReturnType<typeof aSquare>>;
export type Tab = Awaited<ReturnType<ReturnType<Square['aTablet']>['open']>>;

/** A resident says something. */
export const say = (outbox: Pick<Tab, 'capture'>, words: string, options: Parameters<Tab['capture']>[2] = {}) =>
  outbox.capture(giveFeedback, { words, channel: 'TALKED' }, options);

/** Several, one after another. */
export async function sayMany(outbox: Pick<Tab, 'capture'>, count: number, options: Parameters<Tab['capture']>[2] = {}) {
  const said = [];
  for (let i = 1; i <= count; i++) said.push(await say(outbox, `puhe ${i}`, options));
  return said;
}

export const keyOf = (captured: { id: string; revision: number }): string => `${captured.id} ${captured.revision}`;
