// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ItemCode, MISSING_LIMIT, type PushAnswer } from '@torilla/schema/kernel/capture';
import { aSquare, keyOf, say, sayMany, soon } from './testing/square.ts';
import { json, portals, weather, type Weather } from './testing/network.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

afterEach(() => void vi.unstubAllGlobals());

describe("what is not the city's whole answer is not delivery", () => {
  test.each(Object.entries(portals))('%s', async (_name, portal) => {
    const { aTablet, network, atTheCity } = await aSquare();
    const tab = await aTablet().open();
    const said = await sayMany(tab, 3);
    await tab.drain({});
    await sayMany(tab, 2);
    const before = await tab.page();
    network.now = portal;
    for (let tries = 0; tries < 3; tries++) {
      const outcome = await tab.drain();
      expect(outcome.fault).not.toBeNull();
      expect(await tab.counts()).toMatchObject({ onlyHere: 2, sending: 0, received: 3, withCity: 0, needsHelp: 0 });
    }
    expect((await tab.page()).lines.map(({ attempts: _a, ...line }) => line)).toEqual(before.lines.map(({ attempts: _a, ...line }) => line));
    network.clear();
    expect(await tab.drain()).toMatchObject({ fault: null, unsent: 0 });
    expect(atTheCity()).toHaveLength(said.length + 2);
  });
});

test('a lost answer is made good by sending again: the city has it once', async () => {
  const { aTablet, network, atTheCity } = await aSquare();
  const tab = await aTablet().open();
  await sayMany(tab, 1);
  await tab.drain();
  const said = await sayMany(tab, 120);
  for (let i = 0; i < 5; i++) {
    network.next(weather.loseAnswer);
    expect((await tab.drain()).fault?.fault).toBe('no-answer');
  }
  await tab.drain();
  expect(atTheCity()).toHaveLength(said.length + 1);
  expect((await tab.page()).lines.every((line) => line.state === 'RECEIVED')).toBe(true);
});

test('a capture makes no try of its own while the browser says that there is no network; a browser that says so in vain delivers all the same', async () => {
  const { aTablet, network, atTheCity } = await aSquare();
  const tab = await aTablet().open();
  await tab.start();
  await tab.drain({});
  vi.stubGlobal('navigator', { onLine: false });
  network.log.length = 0;
  await sayMany(tab, 3);
  expect(network.log).toEqual([]);
  await soon(() => atTheCity().length).toBe(3);
  tab.close();
});

test('where there was no answer the next try asks with one, then with twice as many each time', async () => {
  const { aTablet, network, atTheCity } = await aSquare();
  const tab = await aTablet().open();
  await sayMany(tab, 1);
  await tab.drain();
  await sayMany(tab, 60);
  network.log.length = 0;
  network.next(weather.offline);
  await tab.drain({});
  network.next(weather.offline);
  await tab.drain({});
  await tab.drain({});
  // the last is the report alone
  expect(network.log.map(({ items }) => items)).toEqual([50, 1, 1, 2, 4, 8, 16, 29, 0]);
  expect(atTheCity()).toHaveLength(61);
});

test('no push holds more than fifty entries or 256 KB', async () => {
  const { aTablet, network } = await aSquare();
  const tab = await aTablet().open();
  await sayMany(tab, 60);
  for (let i = 0; i < 60; i++) await say(tab, 'ä'.repeat(4000));
  await tab.drain();
  const pushes = network.log.filter((r) => r.operation === 'PushCaptures' && r.items > 0);
  expect(pushes.reduce((n, p) => n + p.items, 0)).toBe(120);
  expect(Math.max(...pushes.map((p) => p.items))).toBe(50);
  expect(Math.max(...pushes.map((p) => p.bytes))).toBeLessThan(256 * 1024 + 60 * 500);
  expect(await tab.counts()).toMatchObject({ received: 120, unsent: 0 });
});

describe('each answer about an item', () => {
  const cases: [string, { state: string; sentAgainAfter: number | null }][] = [
    [ItemCode.ACCEPTED, { state: 'RECEIVED', sentAgainAfter: null }],
    [ItemCode.DUPLICATE, { state: 'RECEIVED', sentAgainAfter: null }],
    [ItemCode.HELD, { state: 'WITH_CITY', sentAgainAfter: null }],
    [ItemCode.CONFLICT, { state: 'WITH_CITY', sentAgainAfter: null }],
    [ItemCode.HASH_MISMATCH, { state: 'ONLY_HERE', sentAgainAfter: 1000 }],
    [ItemCode.RETRY, { state: 'ONLY_HERE', sentAgainAfter: 7 * MINUTE }],
    [ItemCode.UPGRADE_REQUIRED, { state: 'ONLY_HERE', sentAgainAfter: 60 * MINUTE }],
    ['SOMETHING_NEW', { state: 'ONLY_HERE', sentAgainAfter: 60 * MINUTE }],
  ];
  test.each(cases)('%s', async (code, { state, sentAgainAfter }) => {
    const { aTablet, inbox, clock, network } = await aSquare();
    const tab = await aTablet().open();
    const [odd, plain] = [await say(tab, 'outo'), await say(tab, 'tavallinen')];
    const usual = inbox.script;
    inbox.script = (item, push) => {
      if (item.id !== odd.id) return null;
      // what is delivered is stored, so that the city does not miss its number
      if (state !== 'ONLY_HERE') inbox.rows.set(keyOf(item), { ...item, deviceId: push.deviceId, deviceEpoch: push.deviceEpoch });
      return { code, reason: 'syy', retryAfterMs: code === ItemCode.RETRY ? 7 * MINUTE : null };
    };
    await tab.drain({});
    const line = (await tab.page()).lines.find((l) => l.id === odd.id);
    expect(line).toMatchObject({ state, code, reason: 'syy', attempts: 1 });
    expect(inbox.rows.has(keyOf(plain))).toBe(true);
    expect((await tab.counts()).updateRequired).toBe(code === ItemCode.UPGRADE_REQUIRED);
    inbox.script = usual;
    if (sentAgainAfter === null) return;
    const sent = () => network.log.filter((r) => r.items > 0).length;
    const before = sent();
    clock.now += sentAgainAfter - 1;
    await tab.drain({});
    expect(sent()).toBe(before);
    clock.now += 1;
    await tab.drain({});
    expect(await tab.counts()).toMatchObject({ received: 2, unsent: 0 });
  });

  test('TOMBSTONED removes it, words and photos', async () => {
    const { aTablet, inbox } = await aSquare();
    const tab = await aTablet().open();
    const gone = await say(tab, 'poistettava', { photos: [{ bytes: new ArrayBuffer(10), type: 'image/png' }] });
    inbox.erase(gone.id);
    await tab.drain();
    expect((await tab.page()).lines).toEqual([]);
    expect(await tab.counts()).toMatchObject({ made: 1, unsent: 0, photosLeft: 0 });
  });

  test('TOO_LARGE goes alone, then waits for help; a newer app offers it again', async () => {
    const { aTablet, inbox } = await aSquare();
    const tablet = aTablet();
    const tab = await tablet.open();
    const [big] = await sayMany(tab, 4);
    const sizes: number[] = [];
    inbox.script = (item, push) => (item.id === big!.id ? (sizes.push(push.items.length), { code: 'TOO_LARGE' }) : null);
    await tab.drain({});
    expect(sizes).toEqual([4, 1]);
    expect(await tab.counts()).toMatchObject({ received: 3, needsHelp: 1, unsent: 1 });
    await tab.drain({});
    await expect(tablet.sync()).rejects.toMatchObject({ code: 'unsent-left' });
    expect(sizes).toHaveLength(2);
    tab.kill();
    inbox.script = () => null;
    const newer = await tablet.open({ appVersion: '1.1' });
    const stop = await newer.start();
    await newer.drain({});
    stop();
    expect(await newer.counts()).toMatchObject({ received: 4, unsent: 0 });
  });
});

describe('a poisoned item never stalls the others', () => {
  const N = 20;
  const poisons: Record<string, (isPoison: (id: string) => boolean) => Weather> = {
    'that the city answers with RETRY':
      (isPoison) =>
      async ({ deliver, init }) => {
        const response = await deliver();
        const body = (await response.json()) as { data?: { pushCaptures?: { results: { id: string; code: string }[] } } };
        if (String(init.body).includes('PushCaptures')) body.data?.pushCaptures?.results.forEach((r) => isPoison(r.id) && (r.code = 'RETRY'));
        return json(body);
      },
    'that makes every request with it fail':
      (isPoison) =>
      async ({ deliver, init, operation }) => {
        if (operation !== 'PushCaptures') return deliver();
        const { items } = (JSON.parse(String(init.body)) as { variables: { input: { items: { id: string }[] } } }).variables.input;
        return items.some((item) => isPoison(item.id)) ? new Response('Bad gateway', { status: 502 }) : deliver();
      },
  };
  test.each(Object.keys(poisons))('%s, at every place of a batch', async (kind) => {
    for (let k = 1; k <= N; k++) {
      const { aTablet, network, clock } = await aSquare();
      const tab = await aTablet().open();
      const said = await sayMany(tab, N);
      const poison = said[k - 1]!.id;
      network.now = poisons[kind]!((id) => id === poison);
      for (let runs = 0; runs < 12 && (await tab.counts()).received < N - 1; runs++, clock.now += 1) await tab.drain({});
      expect(await tab.counts(), `poison at ${k}`).toMatchObject({ received: N - 1, onlyHere: 1 });
      network.clear();
      clock.now += DAY;
      await tab.drain({});
      expect(await tab.counts(), `poison at ${k}`).toMatchObject({ received: N, unsent: 0 });
    }
  });

  test('a city that is down is not asked about each entry', async () => {
    const { aTablet, network } = await aSquare();
    const tab = await aTablet().open();
    await sayMany(tab, 200);
    network.now = async () => new Response('', { status: 500 });
    for (let i = 0; i < 20; i++) await tab.drain({});
    expect(network.log.filter((r) => r.operation !== 'CaptureKey').length).toBeLessThanOrEqual(40);
    network.clear();
    await tab.drain({});
    expect(await tab.counts()).toMatchObject({ received: 200 });
  });
});

describe('the city restored a backup', () => {
  test('everything kept goes again by itself, photos too', async () => {
    const { aTablet, inbox, atTheCity, clock } = await aSquare();
    const tab = await aTablet().open();
    const backup = inbox.backup();
    await sayMany(tab, 70);
    await say(tab, 'kuva', { photos: [{ bytes: new Uint8Array(300_000).buffer, type: 'image/jpeg' }] });
    await tab.drain();
    clock.now += DAY;
    const before = atTheCity();
    backup.restore();
    expect(atTheCity()).toEqual([]);
    // the restored city does not know the device either: a resident's browser enrols itself again
    await tab.drain();
    expect(atTheCity()).toEqual(before);
    expect([...inbox.photos.values()].map((p) => p.bytes.length)).toEqual([300_028]);
    expect(await tab.counts()).toMatchObject({ received: 71, unsent: 0 });
  });

  test('numbers that the city lacks go again, without waiting for a new epoch', async () => {
    const { aTablet, inbox, atTheCity } = await aSquare();
    const tab = await aTablet().open();
    const said = await sayMany(tab, 5);
    await tab.drain();
    inbox.forget(keyOf(said[1]!));
    inbox.forget(keyOf(said[3]!));
    await tab.drain();
    expect(atTheCity()).toEqual(said.map(keyOf).sort());
  });

  test('a city that takes an entry and misses it all the same is not asked without end', async () => {
    const { aTablet, inbox, network } = await aSquare();
    const tab = await aTablet().open();
    const [ghost] = await sayMany(tab, 2);
    inbox.script = (item) => (item.id === ghost!.id ? { code: 'ACCEPTED' } : null);
    await tab.drain({});
    expect(network.log.filter((r) => r.operation === 'PushCaptures').length).toBeLessThan(6);
    expect((await tab.page()).lines.find((l) => l.id === ghost!.id)).toMatchObject({ state: 'ONLY_HERE' });
  });
});

describe('purging', () => {
  test("acknowledged, reconciled and 72 hours old by the city's clock, and not before", async () => {
    const { aTablet, clock } = await aSquare();
    const tab = await aTablet().open();
    await sayMany(tab, 3);
    await tab.drain();
    clock.now += 3 * DAY - 1000;
    await tab.drain();
    expect((await tab.page()).lines).toHaveLength(3);
    clock.now += 2000;
    await tab.drain();
    expect((await tab.page()).lines).toHaveLength(0);
    expect(await say(tab, 'neljäs')).toMatchObject({ sequence: 4 });
  });

  test('what the city counts as missing is kept', async () => {
    const { aTablet, clock, inbox } = await aSquare();
    const tab = await aTablet().open();
    const [ghost] = await sayMany(tab, 3);
    inbox.script = (item) => (item.id === ghost!.id ? { code: 'ACCEPTED' } : null);
    await tab.drain();
    clock.now += 10 * DAY;
    await tab.drain({ report: true });
    expect((await tab.page()).lines.map((l) => l.id)).toEqual([ghost!.id]);
  });

  test('what lies beyond a full list of gaps is not reconciled, and kept', async () => {
    const { aTablet, clock, network } = await aSquare();
    const tab = await aTablet().open();
    await sayMany(tab, 3);
    const missing = Array.from({ length: MISSING_LIMIT }, () => ({ from: 1, to: 1 }));
    network.now = async (passing) => {
      const response = await passing.deliver();
      if (passing.operation !== 'PushCaptures') return response;
      const { data } = (await response.json()) as { data: { pushCaptures: PushAnswer } | null };
      return json({ data: data && { pushCaptures: { ...data.pushCaptures, receivedThrough: 0, missing } } });
    };
    await tab.drain();
    clock.now += 10 * DAY;
    await tab.drain();
    expect((await tab.page()).lines.map((line) => line.sequence)).toEqual([3, 2, 1]);
    network.clear();
    await tab.drain();
    clock.now += 4 * DAY;
    await tab.drain();
    expect((await tab.page()).lines).toEqual([]);
  });

  test('a device whose clock leaps three years ahead purges nothing', async () => {
    const { aTablet, clock, serverClock } = await aSquare();
    const tab = await aTablet().open();
    await sayMany(tab, 3);
    await tab.drain();
    clock.now += 3 * 365 * DAY;
    serverClock.offset = -3 * 365 * DAY;
    await tab.drain();
    expect((await tab.page()).lines).toHaveLength(3);
  });
});

test.each([
  ['three years slow', -3 * 365 * DAY],
  ['three years fast', 3 * 365 * DAY],
])('a clock %s: all arrive, with the offset as evidence', async (_name, off) => {
  const { aTablet, clock, serverClock, inbox } = await aSquare();
  clock.now += off;
  serverClock.offset = -off;
  const tab = await aTablet().open();
  await say(tab, 'ennen mittausta');
  await tab.drain();
  await say(tab, 'mittauksen jälkeen');
  await tab.drain();
  expect([...inbox.rows.values()].map((r) => r.clockOffsetMs)).toEqual([null, -off]);
});

test('a clock that jumps back while an entry waits does not make it wait for years', async () => {
  const { aTablet, clock, inbox } = await aSquare();
  const tab = await aTablet().open();
  const saved = await say(tab, 'odottaja');
  inbox.script = () => ({ code: 'RETRY' });
  await tab.drain({});
  inbox.script = () => null;
  clock.now -= 3 * 365 * DAY;
  await tab.drain({});
  expect(inbox.rows.has(keyOf(saved))).toBe(true);
  const next = await say(tab, 'seuraava');
  await tab.drain({});
  expect(inbox.rows.get(keyOf(next))).toMatchObject({ sequence: 2 });
});

describe('the device', () => {
  test('a visitor who said nothing is not enrolled', async () => {
    const { aTablet, network } = await aSquare();
    const tab = await aTablet().open();
    await tab.drain();
    expect(network.log.map((r) => r.operation)).toEqual(['CaptureKey']);
  });

  test('an empty queue reports once, and again when asked', async () => {
    const { aTablet, network, inbox } = await aSquare();
    const tab = await aTablet().open();
    await sayMany(tab, 2);
    await tab.drain({});
    expect(inbox.reports.map((r) => r.unsent)).toEqual([2, 0]);
    await tab.drain({});
    expect(inbox.reports).toHaveLength(2);
    await tab.drain({ report: true });
    expect(inbox.reports).toHaveLength(3);
    expect(network.log.at(-1)).toMatchObject({ items: 0 });
  });

  test('a tablet that the city does not know keeps everything and says that it needs a person', async () => {
    const { aTablet, inbox } = await aSquare();
    const tab = await aTablet().open();
    expect(await tab.enrolTablet('ABCD-2345')).toEqual({ name: 'Tabletti 1', kind: 'TABLET', role: 'FIELD' });
    await sayMany(tab, 2);
    inbox.forgetDevices();
    const { fault } = await tab.drain();
    expect(fault).toMatchObject({ problem: 'device-unknown' });
    expect(await tab.counts()).toMatchObject({ onlyHere: 2, problem: 'device-unknown' });
    await tab.enrolTablet('ABCD-2346');
    await tab.drain();
    expect(await tab.counts()).toMatchObject({ received: 2, problem: null });
  });

  test('a tablet that was taken out of use is told so from its first held capture until one is accepted again', async () => {
    const { aTablet, inbox } = await aSquare();
    const tab = await aTablet().open();
    await tab.enrolTablet('ABCD-2345');
    await sayMany(tab, 1);
    inbox.script = () => ({ code: 'HELD', reason: 'device-revoked' });
    await tab.drain();
    expect(await tab.counts()).toMatchObject({ problem: 'device-revoked' });
    expect((await tab.readiness()).find(({ name }) => name === 'enrolled')).toMatchObject({ ok: false, found: 'device-revoked' });
    // a report alone says nothing of it
    await tab.drain();
    expect(await tab.counts()).toMatchObject({ problem: 'device-revoked' });
    inbox.script = () => null;
    await sayMany(tab, 1);
    await tab.drain();
    expect(await tab.counts()).toMatchObject({ problem: null });
  });

  test("an enrolment whose answer was lost, or was not the city's, is asked for again", async () => {
    const { aTablet, network } = await aSquare();
    const tab = await aTablet().open();
    await say(tab, 'x');
    network.next(weather.loseAnswer);
    expect((await tab.drain()).fault?.fault).toBe('no-answer');
    network.next(async () => json({ data: { enrolPublicDevice: { id: 'somebody', name: 'x', kind: 'PUBLIC' } } }));
    expect((await tab.drain()).fault?.fault).toBe('not-the-city');
    expect(await tab.drain()).toMatchObject({ unsent: 0, fault: null });
  });
});

describe('photos', () => {
  test('follow the words, and resume from the last confirmed byte', async () => {
    const { aTablet, network, inbox } = await aSquare();
    const tab = await aTablet().open();
    const size = 1_000_000;
    await say(tab, 'kuva', { photos: [{ bytes: new Uint8Array(size).fill(7).buffer, type: 'image/jpeg' }] });
    let chunks = 0;
    network.now = (passing) => (passing.init.method === 'PUT' && ++chunks % 2 === 0 ? weather.loseAnswer(passing) : passing.deliver());
    for (let tries = 0; tries < 10 && (await tab.counts()).unsent > 0; tries++) await tab.drain();
    expect(await tab.counts()).toMatchObject({ unsent: 0, received: 1 });
    expect([...inbox.photos.values()][0]!.bytes.length).toBe(size + 28);
    const sent = network.log.filter((r) => r.operation === null).reduce((sum, r) => sum + (r.bytes > 2 ? r.bytes : 0), 0);
    expect(sent).toBeLessThan(size * 1.05);
  });

  test('are not offered while their words are only here', async () => {
    const { aTablet, network, inbox } = await aSquare();
    const tab = await aTablet().open();
    await say(tab, 'kuva', { photos: [{ bytes: new ArrayBuffer(10), type: 'image/png' }] });
    inbox.script = () => ({ code: 'RETRY' });
    await tab.drain();
    expect(network.log.filter((r) => r.operation === null)).toEqual([]);
  });

  test('one that the city refuses waits; the next goes; a login page is not a confirmation', async () => {
    const { aTablet, network } = await aSquare();
    const tab = await aTablet().open();
    const bad = await say(tab, 'paha', { photos: [{ bytes: new ArrayBuffer(10), type: 'image/png' }] });
    await say(tab, 'hyvä', { photos: [{ bytes: new ArrayBuffer(10), type: 'image/png' }] });
    network.now = ({ url, deliver }) => (url.includes(bad.id) ? Promise.resolve(json({}, 413)) : deliver());
    expect(await tab.drain()).toMatchObject({ fault: null, unsent: 1 });
    network.now = ({ init, deliver }) => (init.method === 'PUT' ? Promise.resolve(new Response('<html>', { status: 200 })) : deliver());
    await tab.drain();
    expect(await tab.counts()).toMatchObject({ photosLeft: 1 });
    network.clear();
    await tab.drain();
    expect(await tab.counts()).toMatchObject({ photosLeft: 0 });
  });
});
