// @vitest-environment node
import { expect, test } from 'vitest';
import { aSquare, sayMany, soon } from './testing/square.ts';
import { weather, type Weather } from './testing/network.ts';

test('five tabs and the worker are told to send: one does, and each entry goes once', async () => {
  const { aTablet, network, atTheCity } = await aSquare();
  const tablet = aTablet();
  const tabs = await Promise.all(Array.from({ length: 5 }, () => tablet.open()));
  await sayMany(tabs[0]!, 130);
  let inFlight = 0;
  let most = 0;
  network.now = async ({ deliver }) => {
    most = Math.max(most, ++inFlight);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return deliver().finally(() => inFlight--);
  };
  const outcomes = await Promise.all([...tabs.map((tab) => tab.drain({})), tablet.sync()]);
  expect(outcomes.filter((outcome) => outcome && !outcome.busy)).toHaveLength(1);
  expect(most).toBe(1);
  expect(network.log.reduce((sum, r) => sum + r.items, 0)).toBe(130);
  expect(atTheCity()).toHaveLength(130);
});

test('when the sender dies while sending, another takes over, the worker waits for it', async () => {
  const { aTablet, network, atTheCity } = await aSquare();
  const tablet = aTablet();
  const [first, second] = [await tablet.open(), await tablet.open()];
  await sayMany(first, 3);
  let reached: () => void = () => undefined;
  const onItsWay = new Promise<void>((resolve) => (reached = resolve));
  const hang: Weather = ({ operation, deliver }) => (operation === 'PushCaptures' ? (reached(), weather.silence()) : deliver());
  network.now = hang;
  void first.drain();
  await onItsWay;
  expect(await second.counts()).toMatchObject({ sending: 3, unsent: 3 });
  expect(await second.drain()).toMatchObject({ busy: true, unsent: 3 });
  network.clear();
  const sync = tablet.sync();
  first.kill();
  await sync;
  expect(await second.counts()).toMatchObject({ received: 3, unsent: 0 });
  expect(atTheCity()).toHaveLength(3);
});

test('a tab that had nothing to do takes over by itself from one that dies while sending', async () => {
  const { aTablet, network, atTheCity } = await aSquare();
  const tablet = aTablet();
  const [first, second] = [await tablet.open(), await tablet.open()];
  await second.start();
  // its first look is over: what is said now, the other tab sends
  await second.drain({});
  let reached: () => void = () => undefined;
  const onItsWay = new Promise<void>((resolve) => (reached = resolve));
  network.now = ({ operation, deliver }) => (operation === 'PushCaptures' ? (reached(), weather.silence()) : deliver());
  await first.start();
  await first.drain({});
  await sayMany(first, 1);
  await onItsWay;
  network.clear();
  first.kill();
  await soon(() => atTheCity().length).toBe(1);
  expect(await second.counts()).toMatchObject({ made: 1 });
  second.close();
});

test('the worker ignores waits, and throws while anything is left', async () => {
  const { aTablet, inbox, network } = await aSquare();
  const tablet = aTablet();
  const tab = await tablet.open();
  await sayMany(tab, 2);
  inbox.script = () => ({ code: 'RETRY', retryAfterMs: 3_600_000 });
  await expect(tablet.sync()).rejects.toMatchObject({ code: 'unsent-left' });
  inbox.script = () => null;
  network.next(weather.offline);
  await expect(tablet.sync()).rejects.toMatchObject({ code: 'unsent-left', cause: { fault: 'no-answer' } });
  await tablet.sync();
  expect(await tab.counts()).toMatchObject({ received: 2 });
});

test('listeners here and in other tabs hear of every change', async () => {
  const { aTablet } = await aSquare();
  const tablet = aTablet();
  const [one, two] = [await tablet.open(), await tablet.open()];
  const seen = { one: 0, two: 0 };
  one.subscribe((status) => (seen.one = status.made));
  const stop = two.subscribe((status) => (seen.two = status.made));
  await sayMany(one, 3);
  await soon(() => seen).toEqual({ one: 3, two: 3 });
  expect(two.hasUnsent()).toBe(true);
  stop();
  await sayMany(one, 1);
  await soon(() => seen.one).toBe(4);
  expect(seen.two).toBe(3);
});
