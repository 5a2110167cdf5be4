// @vitest-environment node
import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { giveFeedback } from '@torilla/schema/feedback/capture';
import { newId } from '@torilla/schema/kernel/id';
import { createStore } from './store.ts';
import { finalise } from './finalise.ts';
import { aSquare, say, sayMany } from './testing/square.ts';
import { faultAtWrite, loseConnection, type FaultKind } from './testing/faults.ts';

afterEach(() => void vi.unstubAllGlobals());

const latin1 = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Everything that a finder of the disk could read, as one text. */
async function dump(databaseName: string): Promise<{ text: string; counts: Record<string, number> }> {
  const db = await openDB(databaseName);
  const counts: Record<string, number> = {};
  const seen: string[] = [];
  const write = (value: unknown): void => {
    if (value instanceof ArrayBuffer) seen.push(latin1(new Uint8Array(value)));
    else if (value instanceof Uint8Array) seen.push(latin1(value));
    else if (value instanceof CryptoKey) seen.push(`[key, extractable: ${value.type === 'public' ? 'public' : value.extractable}]`);
    else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(([key, inner]) => (seen.push(key), write(inner)));
    else seen.push(String(value));
  };
  for (const table of db.objectStoreNames) {
    const rows: unknown[] = await db.getAll(table);
    counts[table] = rows.length;
    rows.forEach(write);
  }
  db.close();
  return { text: seen.join('\n'), counts };
}

/** A whole capture: an event, a photo, and the draft that it came from; seven writes in its one transaction. */
const aWholeCapture = (tab: Parameters<typeof say>[0], eventId: string) =>
  say(tab, 'kaikki', { eventId, drafts: ['feedback'], photos: [{ bytes: new ArrayBuffer(100), type: 'image/jpeg' }] });
const WRITES = 7;

async function aTabletWithADraft() {
  const tablet = (await aSquare()).aTablet();
  const tab = await tablet.open();
  await say(tab, 'aiempi');
  await tab.saveDraft('feedback', { words: 'kesken' });
  return { tablet, tab, before: (await dump(tablet.databaseName)).counts };
}

describe('a capture is whole or not at all', () => {
  const places = Array.from({ length: WRITES }, (_, i) => i + 1);
  const kinds: FaultKind[] = ['quota at the write', 'quota at the end', 'abort', 'lost'];

  test.each(kinds)('%s, lasting, at each write', async (kind) => {
    for (const n of places) {
      const { tablet, tab, before } = await aTabletWithADraft();
      const eventId = newId();
      const fault = faultAtWrite(n, kind, { once: false });
      await expect(aWholeCapture(tab, eventId)).rejects.toMatchObject({ code: kind.startsWith('quota') ? 'storage-full' : 'storage-unavailable' });
      fault.stop();
      expect(fault.struck(), `write ${n}`).toBeGreaterThan(0);
      expect((await dump(tablet.databaseName)).counts).toEqual(before);
      expect(await tab.loadDraft('feedback')).toEqual({ words: 'kesken' });
      expect(await aWholeCapture(tab, eventId)).toMatchObject({ sequence: 2, revision: 1 });
      expect(await tab.loadDraft('feedback')).toBeNull();
      await tab.drain();
      expect(await tab.counts()).toMatchObject({ made: 2, received: 2, unsent: 0 });
    }
  });

  test.each(['abort', 'lost'] as FaultKind[])('%s, once, at each write: it is saved all the same, with one number', async (kind) => {
    for (const n of places) {
      const { tab } = await aTabletWithADraft();
      const fault = faultAtWrite(n, kind, { once: true });
      expect(await aWholeCapture(tab, newId())).toMatchObject({ sequence: 2, revision: 1 });
      fault.stop();
      expect(fault.struck()).toBe(1);
      expect(await tab.counts()).toMatchObject({ made: 2, onlyHere: 2, photosLeft: 1 });
    }
  });

  test('there are no more writes than were tried', async () => {
    const { tab } = await aTabletWithADraft();
    const fault = faultAtWrite(WRITES + 1, 'abort', { once: true });
    await aWholeCapture(tab, newId());
    fault.stop();
    expect(fault.struck()).toBe(0);
  });

  test('a transaction that completed although the browser said it was lost is not saved twice', async () => {
    const store = createStore(`outbox-${crypto.randomUUID()}`);
    const sealed = {
      id: newId(),
      revision: 1,
      eventId: null,
      workerId: null,
      capturedAt: new Date().toISOString(),
      sha256: 'a'.repeat(64),
      sealed: 'x',
      operation: 'o',
    };
    const last = { slot: '#last', nonce: new Uint8Array(12), bytes: new ArrayBuffer(1), savedAt: 0 };
    expect(await finalise(store, sealed, [], { last, done: [] })).toMatchObject({ sequence: 1 });
    expect(await finalise(store, sealed, [], { last, done: [] })).toMatchObject({ sequence: 1 });
    expect(await finalise(store, { ...sealed, sha256: 'b'.repeat(64) }, [], { last, done: [] })).toBeNull();
    expect(await finalise(store, { ...sealed, id: newId() }, [], { last, done: [] })).toMatchObject({ sequence: 2 });
  });
});

test('a newer app that starts on a full disk sends what lies there once there is room', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  await sayMany(await tablet.open(), 2);
  const fault = faultAtWrite(1, 'quota at the write', { once: false });
  const tab = tablet.openBare({ appVersion: '2.0' });
  const stop = await tab.start();
  expect(fault.struck()).toBeGreaterThan(0);
  fault.stop();
  await tab.drain();
  expect(await tab.counts()).toMatchObject({ made: 2, received: 2 });
  stop();
});

test.each(['closed', 'lost'] as const)('a database that iPadOS %s in the background is opened again', async (kind) => {
  const { aTablet, network } = await aSquare();
  const tab = await aTablet().open();
  await sayMany(tab, 2);
  for (let i = 0; i < 4; i++) {
    const heal = loseConnection(2, kind);
    if (i % 2) await tab.drain();
    else await say(tab, `puhe ${i}`);
    heal();
  }
  network.clear();
  await tab.drain();
  expect(await tab.counts()).toMatchObject({ made: 4, received: 4 });
});

describe('a window without lasting storage', () => {
  test('that has no IndexedDB refuses to capture, and readiness says why', async () => {
    const { aTablet } = await aSquare();
    vi.stubGlobal('indexedDB', undefined);
    const tab = aTablet().openBare();
    await expect(say(tab, 'x')).rejects.toMatchObject({ name: 'StorageError', code: 'storage-unavailable' });
    await expect(tab.saveDraft('feedback', {})).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(await tab.readiness()).toEqual([{ name: 'storage', ok: false, found: 'storage-unavailable' }]);
    tab.subscribe(() => expect.unreachable());
  });

  test('that refuses to open it does too, and captures once it opens', async () => {
    const { aTablet } = await aSquare();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
    });
    const tab = aTablet().openBare();
    await expect(say(tab, 'x')).rejects.toMatchObject({ code: 'storage-unavailable' });
    open.mockRestore();
    await tab.refreshCityKey();
    expect(await say(tab, 'x')).toMatchObject({ sequence: 1 });
  });
});

test('no word of a capture, a draft or a photo is in the database, before or after sending', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  const tab = await tablet.open();
  const canary = 'KANARIALINTU';
  const contact = { name: canary, email: `${canary}@example.org`, consent: canary, deleteOn: '2027-11-01' };
  await tab.capture(
    giveFeedback,
    { words: canary, note: canary, contact, channel: 'TALKED' },
    {
      photos: [{ bytes: new TextEncoder().encode(canary.repeat(100)).buffer, type: 'image/png' }],
    },
  );
  const canaries = [canary, btoa(canary).slice(0, 12), btoa(` ${canary}`).slice(4, 14), [...canary].join('\0')];
  const check = async () => {
    const { text } = await dump(tablet.databaseName);
    for (const word of canaries) expect(text.includes(word)).toBe(false);
    expect(text).not.toContain('extractable: true');
    return text;
  };
  expect(await check()).toContain('feedback.give');
  await tab.saveDraft('feedback', { words: canary, contact });
  expect(await check()).toContain('extractable: false');
  await tab.drain();
  await check();
});

test('readiness tells what is missing, point by point', async () => {
  const tab = (await aSquare()).aTablet().openBare();
  const okOf = async () => Object.fromEntries((await tab.readiness()).map((check) => [check.name, check.ok]));
  expect(await okOf()).toMatchObject({ storage: true, 'city-key': false, sealing: false, clock: false, enrolled: false });
  await tab.enrolTablet('ABCD2345');
  await tab.drain();
  expect(await okOf()).toMatchObject({ storage: true, 'city-key': true, sealing: true, clock: true, enrolled: true });
});
