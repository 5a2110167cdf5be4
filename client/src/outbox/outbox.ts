import type { CaptureKind } from '@torilla/schema/kernel/capture';
import type { Id } from '@torilla/schema/kernel/id';
import { EnrolTablet } from '@torilla/schema/devices/devices';
import type { RosterWorker } from '@torilla/schema/devices/roster';
import type { Photo } from '@torilla/schema/feedback/feedback';
import { capture, photoOf, reopenLast, type CaptureOptions, type InputOf } from './capture.ts';
import { createChanges } from './changes.ts';
import { createCopies } from './copies.ts';
import { deviceOf } from './device.ts';
import { createDrafts } from './drafts.ts';
import { createDraftSlots } from './draftSlots.ts';
import { createDrain, type DrainOptions, type DrainOutcome } from './drain.ts';
import { exportQueue, importQueue } from './exportFile.ts';
import { getMeta, metaIn, noContact, setMeta, updateContact, type Enrolment } from './meta.ts';
import { rescue } from './queue.ts';
import { rosterOf } from './roster.ts';
import { countMadeAt, pageOf, statusOf } from './reading.ts';
import { readinessOf } from './readiness.ts';
import { createSchedule } from './schedule.ts';
import { loadSeal } from './seal.ts';
import { emptyStatus, type OutboxStatus } from './status.ts';
import { browserShelf } from './shelf.ts';
import { createStore } from './store.ts';
import { createTransport } from './transport.ts';
import { askForSync, askToPersist, browserLocks, listenToBrowser, saysOffline, showBadge } from './browser.ts';
import { OUTBOX, type SyncOptions } from './workerSync.ts';

/** What a test, or another city's shell, may replace. */
export interface OutboxOptions extends SyncOptions {
  /** From 0 to 1, for the jitter. */
  random?: () => number;
}

/** Between two counts for those who watch, in milliseconds. */
const COUNT_PAUSE = 200;

export type Outbox = ReturnType<typeof createOutbox>;

/** The sealed outbox of this browser. Several may be open on one database: they share numbers, lock and list. */
export function createOutbox(options: OutboxOptions) {
  const name = options.databaseName ?? OUTBOX;
  const now = options.now ?? Date.now;
  const store = createStore(name);
  const changes = createChanges(name);
  const transport = createTransport(options.fetch ?? ((url, init) => fetch(url, init)));
  const drafts = createDrafts(store, now);
  const copies = createCopies(options.shelf === undefined ? browserShelf(name) : options.shelf);
  const locks = options.locks ?? browserLocks();
  const slots = createDraftSlots(store, locks, name);
  const drain = createDrain({ store, transport, copies, locks, lock: name, now, appVersion: options.appVersion, onChange: changes.tell });
  const schedule = createSchedule(drain.run, now, options.random ?? Math.random);
  const listeners = new Set<(status: OutboxStatus) => void>();
  let last: OutboxStatus = emptyStatus;
  let recounting: Promise<void> | null = null;
  let stale = false;
  let started = false;

  /** One count at a time, and another a moment later when something changed meanwhile: counting thousands holds up the next capture. */
  function recount(): void {
    if (!started && listeners.size === 0) return;
    stale = true;
    recounting ??= (async () => {
      while (stale) {
        stale = false;
        last = await statusOf(store);
        listeners.forEach((listener) => listener(last));
        showBadge(last.unsent);
        // another tab may have captured it and die before it is sent
        if (last.unsent > 0) schedule.watch();
        await new Promise((resolve) => setTimeout(resolve, COUNT_PAUSE));
      }
    })()
      // the storage failed: who captures or looks at readiness is told why
      .catch(() => undefined)
      .finally(() => (recounting = null));
  }
  changes.listen(recount);

  /** A newer app may be what the refused entries waited for. */
  async function noteAppVersion(): Promise<void> {
    const before = await getMeta(store, 'appVersion');
    if (before === options.appVersion) return;
    await rescue(store);
    await store.run(['meta', 'entries'], 'readwrite', async (tx) => {
      for (let at = await tx.objectStore('entries').index('state').openCursor(IDBKeyRange.only('ONLY_HERE')); at; at = await at.continue()) {
        if (at.value.code === 'UPGRADE_REQUIRED') await at.update({ ...at.value, dueAt: 0 });
      }
      await tx.objectStore('meta').put(options.appVersion, 'appVersion');
      await tx.objectStore('meta').put({ ...((await metaIn(tx, 'contact')) ?? noContact), updateRequired: false }, 'contact');
    });
  }

  /** @throws NotDelivered when the city could not be asked; the key that is here stays */
  async function refreshCityKey(): Promise<void> {
    await setMeta(store, 'city', await transport.captureKey());
    changes.tell();
  }

  return {
    /**
     * Saves a capture; when this resolves it is on disk, numbered and sealed, and will be sent by itself.
     * @throws ZodError for the form to show; StorageError, or OutboxError `no-city-key`, and then nothing is written
     */
    async capture<K extends CaptureKind>(kind: K, input: InputOf<K>, captureOptions: CaptureOptions = {}) {
      const captured = await capture(store, drafts, copies, now, kind, input, captureOptions);
      changes.tell();
      void askToPersist();
      void askForSync();
      // a try in vain holds up the next capture: it is left to the timer and to the network's return
      if (!saysOffline()) schedule.nudge();
      return captured;
    },
    /** The slot for a form's draft that no other tab writes in, this tab's as long as it lives; one in which a draft was left comes first. */
    claimDraft: slots.claim,
    /** Saves a form as it stands, under this device's key. The last capture can no longer be reopened then. */
    saveDraft: drafts.save,
    /** The form as it stood, or null. */
    loadDraft: async (slot: string): Promise<unknown> => (await drafts.load(slot))?.value ?? null,
    /** Removes one draft that its writer gave up. */
    dropDraft: drafts.drop,
    /** Whether there is a draft of anything. */
    hasDrafts: drafts.any,
    /** Hand-over: no draft of the person before is left, nor the key to what the disk still holds of them. */
    wipeDrafts: drafts.wipe,
    /** The last capture, to be corrected: until the next is begun and for five minutes at most. Capture again with its `id`. */
    reopenLast: () => reopenLast(drafts, now),
    /** A photo of a reopened capture, or null when it is gone. */
    photoOf: (captureId: Id, photo: Photo) => photoOf(store, captureId, photo),

    /** How much is where, read now. */
    counts: (): Promise<OutboxStatus> => statusOf(store),
    /** Calls at once, and whenever something changes here or in another tab. @returns how to stop */
    subscribe(listener: (status: OutboxStatus) => void): () => void {
      listeners.add(listener);
      recount();
      return () => listeners.delete(listener);
    },
    /** Whether closing the app leaves something only here, as last counted since `start` or `subscribe`: a warning before unloading cannot wait. */
    hasUnsent: (): boolean => last.unsent > 0,
    /** A page of the list, newest first; the next page starts at its `cursor`. */
    page: (cursor: number | null = null, limit = 50) => pageOf(store, cursor, limit),
    /** How many entries this device made at the event, whatever became of them. */
    madeAt: (eventId: Id) => countMadeAt(store, eventId),

    /** By default a person's tap: sends everything now, also what waits or was refused, and reports. Never throws for the network. */
    drain: (how: DrainOptions = { eager: true, rescue: true, report: true }): Promise<DrainOutcome> => {
      schedule.resetBackoff();
      return schedule.send(how);
    },
    /** Begins to send by itself: now, after each capture, when the network or the person comes back, and by a timer. @returns how to stop */
    async start(): Promise<() => void> {
      started = true;
      // before anything new. Where the storage fails, whoever captures is told why, and the next start looks again
      if ((await copies.restore(store).catch(() => 0)) > 0) changes.tell();
      schedule.start();
      // a disk that is full takes nothing new; what it holds is sent all the same, and the next start notes the version
      await noteAppVersion().catch(() => undefined);
      // fetched ahead, so that the first capture does not wait for it
      loadSeal().catch(() => undefined);
      // the next start does what this one could not
      copies
        .mend(store)
        .then(() => copies.sweep(store))
        .catch(() => undefined);
      const wake = (report: boolean) => {
        schedule.resetBackoff();
        refreshCityKey().catch(() => undefined);
        // drops its draft when the five minutes are over
        reopenLast(drafts, now).catch(() => undefined);
        void askForSync();
        schedule.nudge({ report });
      };
      const silence = listenToBrowser(wake);
      wake(true);
      return () => {
        silence();
        schedule.stop();
      };
    },

    /** All that the city does not have, sealed, as a file for another tablet. */
    exportQueue: async (): Promise<Blob> => exportQueue(store, await deviceOf(store)),
    /** Takes over another tablet's file and sends it in that tablet's name. @throws OutboxError `file-unreadable`, StorageError */
    async importQueue(file: Blob) {
      const imported = await importQueue(store, file);
      changes.tell();
      schedule.nudge();
      return imported;
    },

    /** Who this device is, and what the city knows it as. */
    async device() {
      const { deviceId, deviceEpoch, publicKey } = await deviceOf(store);
      return { deviceId, deviceEpoch, publicKey, enrolment: (await getMeta(store, 'enrolment')) ?? null };
    },
    /** Makes this device a tablet of the city. @throws NotDelivered (`problem` says why), ZodError when the code cannot be one */
    async enrolTablet(code: string): Promise<Enrolment> {
      const { deviceId, publicKey } = await deviceOf(store);
      const enrolment = await transport.enrolTablet(EnrolTablet.parse({ deviceId, publicKey, code }));
      await setMeta(store, 'enrolment', enrolment);
      await updateContact(store, { problem: null });
      await askToPersist();
      await refreshCityKey();
      schedule.nudge({ report: true });
      return enrolment;
    },
    refreshCityKey,
    /** Who staffs an event, as the city tells its own tablets alone. @throws NotDelivered (`problem` says why) */
    async roster(eventId: Id): Promise<RosterWorker[]> {
      const workers = await rosterOf({ store, transport, now, measure: () => drain.run({ wait: true, report: true }) }, eventId);
      changes.tell();
      return workers;
    },
    /** Whether this device is ready for the square, point by point. */
    readiness: () => readinessOf(store),
    /** Keeps what was found wrong with this device for an event, nothing where it is ready, and tells the city with the next report. */
    async noteReady(eventId: Id, faults: string[]): Promise<void> {
      await setMeta(store, 'ready', { eventId, faults, at: new Date(now()).toISOString() });
      schedule.nudge({ report: true });
    },

    /** Lets go of database, channel and timers, for good. */
    close(): void {
      schedule.stop();
      slots.close();
      changes.close();
      store.close();
    },
  };
}
