import { MISSING_LIMIT, type PushAnswer, type SequenceRange } from '@torilla/schema/kernel/capture';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { keyOfEntry, keyOfPhoto } from './copies.ts';
import { deliveredStates, type Entry } from './entry.ts';
import { metaIn, noContact, type Contact } from './meta.ts';
import { afterResult } from './results.ts';
import type { Store, Transaction } from './store.ts';
import { backoff, RETENTION } from './timing.ts';

const ended = ['device-revoked', 'device-retired'] as const satisfies readonly ProblemCode[];

type Tx = Transaction<['entries', 'attachments', 'bytes', 'meta'], 'readwrite'>;

/** A push that was answered: what was sent, when, and what the city said. */
export interface Answered {
  entries: Entry[];
  answer: PushAnswer;
  /** `made` of the push's report. */
  made: number;
  /** Milliseconds by the device's clock, before sending and after the answer. */
  sentAt: number;
  now: number;
  /** The report that the city has now, in short. */
  reported: string | null;
}

/**
 * Applies an answer as a whole or not at all: results, a restored server, missing numbers, reconciling, purging, and what was learnt of the city.
 * @returns the keys of the copies of what went
 */
export const applyAnswer = (store: Store, told: Answered): Promise<string[]> =>
  store.run(['entries', 'attachments', 'bytes', 'meta'], 'readwrite', async (tx) => {
    const { answer, now } = told;
    const gone: string[] = [];
    const serverTime = new Date(answer.serverTime).toISOString();
    const before = (await metaIn(tx, 'contact')) ?? noContact;
    if (before.serverEpoch !== null && before.serverEpoch !== answer.serverEpoch) await sendAllAgain(tx);
    for (const result of answer.results) {
      const sent = told.entries.find((e) => e.id === result.id && e.revision === result.revision);
      // read again: an import or another tab never changes it while it is being sent, but a lost database might have
      const entry = sent && (await tx.objectStore('entries').get(sent.key));
      if (!entry) continue;
      const change = afterResult(entry, result, { now, serverTime, alone: told.entries.length === 1 });
      if (change === 'delete') gone.push(...(await drop(tx, entry)));
      else await tx.objectStore('entries').put({ ...entry, ...change });
    }
    for (const range of answer.missing) await sendAgain(tx, range, now);
    await reconcile(tx, answer, told.made);
    gone.push(...(await purge(tx, serverTime)));
    const contact: Contact = {
      ...before,
      serverEpoch: answer.serverEpoch,
      clockOffsetMs: Math.round(Date.parse(serverTime) - (told.sentAt + now) / 2),
      lastContactAt: serverTime,
      reported: told.reported,
      problem: problemIn(told, before),
      updateRequired: before.updateRequired || answer.results.some((r) => r.code === 'UPGRADE_REQUIRED'),
    };
    await tx.objectStore('meta').put(contact, 'contact');
    return gone;
  });

/** A device that was taken out of use may go on sending, and all is held: its people are told until something of its own is accepted again. */
function problemIn({ answer, entries }: Answered, before: Contact): Contact['problem'] {
  const own = answer.results.filter(({ id }) => entries.some((entry) => entry.id === id && entry.own !== undefined));
  const why = ended.find((code) => own.some(({ reason }) => reason === code));
  if (why || own.some(({ code }) => code === 'ACCEPTED')) return why ?? null;
  return ended.find((code) => code === before.problem) ?? null;
}

/** The city restored a backup: all that is kept goes again, photos too. What it has still, it calls a duplicate. */
async function sendAllAgain(tx: Tx): Promise<void> {
  for (const state of deliveredStates) {
    for (let at = await tx.objectStore('entries').index('state').openCursor(IDBKeyRange.only(state)); at; at = await at.continue()) {
      await at.update(unacknowledged(at.value, 0));
    }
  }
  for (let at = await tx.objectStore('attachments').openCursor(); at; at = await at.continue()) {
    if (!at.value.pending) await at.update({ ...at.value, pending: 1, dueAt: 0 });
  }
}

/** The city lacks numbers that it had acknowledged: the first time they go at once, then with growing waits. */
async function sendAgain(tx: Tx, { from, to }: SequenceRange, now: number): Promise<void> {
  for (const state of deliveredStates) {
    const range = IDBKeyRange.bound([state, from], [state, to]);
    for (let at = await tx.objectStore('entries').index('ownByState').openCursor(range); at; at = await at.continue()) {
      await at.update(unacknowledged(at.value, at.value.attempts > 1 ? now + backoff(at.value.attempts) : 0));
    }
  }
}

function unacknowledged(entry: Entry, dueAt: number): Entry {
  const { acknowledgedAt: _at, awaiting: _awaiting, ...kept } = entry;
  return { ...kept, state: 'ONLY_HERE', dueAt };
}

/**
 * Marks as reconciled what lies outside of every gap that the city sees among the numbers it knows to be given.
 * A list of gaps that is full may go on: beyond its end nothing is certain.
 */
async function reconcile(tx: Tx, { missing, receivedThrough }: PushAnswer, made: number): Promise<void> {
  const certain = missing.length < MISSING_LIMIT ? made : (missing.at(-1)?.to ?? 0);
  for (
    let at = await tx
      .objectStore('entries')
      .index('awaiting')
      .openCursor(IDBKeyRange.upperBound(Math.max(certain, receivedThrough)));
    at;
    at = await at.continue()
  ) {
    const own = at.key;
    if (own > receivedThrough && missing.some((gap) => own >= gap.from && own <= gap.to)) continue;
    const { awaiting: _awaiting, ...reconciled } = at.value;
    await at.update(reconciled);
  }
}

/** Removes what was acknowledged longer ago than the retention, by the city's own clock, and reconciled. */
async function purge(tx: Tx, serverTime: string): Promise<string[]> {
  const gone: string[] = [];
  const old = IDBKeyRange.upperBound(new Date(Date.parse(serverTime) - RETENTION).toISOString());
  for (let at = await tx.objectStore('entries').index('acknowledgedAt').openCursor(old); at; at = await at.continue()) {
    if (at.value.awaiting === undefined && !(await hasPendingPhotos(tx, at.value.id))) gone.push(...(await drop(tx, at.value)));
  }
  return gone;
}

const photosOf = (captureId: string) => IDBKeyRange.bound([captureId, ''], [captureId, '\uffff']);

async function hasPendingPhotos(tx: Tx, captureId: string): Promise<boolean> {
  const photos = await tx.objectStore('attachments').getAll(photosOf(captureId));
  return photos.some((photo) => photo.pending === 1);
}

/** Removes an entry, and its capture's photos with the last revision. @returns the keys of their copies */
async function drop(tx: Tx, entry: Entry): Promise<string[]> {
  const entries = tx.objectStore('entries');
  await entries.delete(entry.key);
  const left = await entries.index('item').count(IDBKeyRange.bound([entry.id, 0], [entry.id, Infinity]));
  if (left > 0) return [keyOfEntry(entry)];
  const photos = await tx.objectStore('attachments').getAll(photosOf(entry.id));
  await tx.objectStore('attachments').delete(photosOf(entry.id));
  await tx.objectStore('bytes').delete(photosOf(entry.id));
  return [keyOfEntry(entry), ...photos.map(keyOfPhoto)];
}
