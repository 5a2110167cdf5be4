import { receiptOf } from '@torilla/schema/kernel/receipt';
import { entryStates, unsentStates, type Entry, type EntryState } from './entry.ts';
import { metaIn, noContact } from './meta.ts';
import type { OutboxStatus } from './status.ts';
import type { Store } from './store.ts';

/** Counts by the indexes; reads no entry. */
export const statusOf = (store: Store): Promise<OutboxStatus> =>
  store.run(['entries', 'attachments', 'meta'], 'readonly', async (tx) => {
    const byState = tx.objectStore('entries').index('state');
    // all asked for at once: whoever captures meanwhile waits for this
    const [counts, photosLeft, made, contact, enrolment, city, restored] = await Promise.all([
      Promise.all(entryStates.map(async (state) => [state, await byState.count(state)] as const)),
      tx.objectStore('attachments').index('pending').count(1),
      metaIn(tx, 'sequence'),
      metaIn(tx, 'contact'),
      metaIn(tx, 'enrolment'),
      metaIn(tx, 'city'),
      metaIn(tx, 'restored'),
    ]);
    const n = Object.fromEntries(counts) as Record<EntryState, number>;
    const { clockOffsetMs, lastContactAt, updateRequired, problem } = contact ?? noContact;
    return {
      made: made ?? 0,
      onlyHere: n.ONLY_HERE,
      sending: n.SENDING,
      received: n.RECEIVED,
      withCity: n.WITH_CITY,
      needsHelp: n.NEEDS_HELP,
      photosLeft,
      unsent: unsentStates.reduce((sum, state) => sum + n[state], photosLeft),
      clockOffsetMs,
      lastContactAt,
      updateRequired,
      problem,
      enrolment: enrolment ?? null,
      ready: city !== undefined,
      restored: restored ?? 0,
    };
  });

/** How many entries this device made at an event, as they are numbered: nothing is counted beside the entries themselves. */
export const countMadeAt = (store: Store, eventId: string): Promise<number> =>
  store.run(['events'], 'readonly', async (tx) => {
    const numbers = await tx.objectStore('events').get(eventId);
    return (numbers?.made ?? []).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  });

/** Entries and photos that the city does not have. */
export const countUnsent = async (store: Store): Promise<number> => (await statusOf(store)).unsent;

/** One line of the list. */
export interface EntryLine extends Pick<Entry, 'key' | 'id' | 'revision' | 'sequence' | 'operation' | 'capturedAt' | 'state' | 'code' | 'reason' | 'attempts'> {
  eventId: string | null;
  workerId: string | null;
  receipt: string;
  /** Made by another device, which handed it over in a file. */
  foreign: boolean;
  photos: { sent: number; total: number };
}

/** A page of the list, newest first, from below `cursor`. The next page starts at `cursor`; null at the end. Reads no more than the page. */
export async function pageOf(store: Store, cursor: number | null, limit: number): Promise<{ lines: EntryLine[]; cursor: number | null }> {
  const rows = await store.run(['entries', 'attachments'], 'readonly', async (tx) => {
    const found: Entry[] = [];
    const below = cursor === null ? null : IDBKeyRange.upperBound(cursor, true);
    for (let at = await tx.objectStore('entries').openCursor(below, 'prev'); at && found.length <= limit; at = await at.continue()) found.push(at.value);
    return Promise.all(
      found.map(async (entry) => {
        const photos = await tx.objectStore('attachments').getAll(IDBKeyRange.bound([entry.id, ''], [entry.id, '\uffff']));
        return { entry, pending: photos.filter((photo) => photo.pending).length, total: photos.length };
      }),
    );
  });
  const shown = rows.slice(0, limit);
  const lines = await Promise.all(shown.map(({ entry, pending, total }) => lineOf(entry, { sent: total - pending, total })));
  return { lines, cursor: rows.length > limit ? (shown.at(-1)?.entry.key ?? null) : null };
}

async function lineOf(entry: Entry, photos: EntryLine['photos']): Promise<EntryLine> {
  const { key, id, revision, sequence, operation, capturedAt, state, code, reason, attempts, eventId = null, workerId = null } = entry;
  return {
    key,
    id,
    revision,
    sequence,
    operation,
    capturedAt,
    state,
    code,
    reason,
    attempts,
    eventId,
    workerId,
    receipt: await receiptOf(id),
    foreign: entry.own === undefined,
    photos,
  };
}
