import fc from 'fast-check';
import { newId } from '@torilla/schema/kernel/id';
import { aSquare, keyOf, say, type Square, type Tab } from './square.ts';
import { portals, weather, type Weather } from './network.ts';

const HOUR = 3_600_000;

/** What must be true of the real thing, kept beside it: how many numbers each tablet gave. */
interface Model {
  made: [number, number];
}

interface Tablet {
  tablet: ReturnType<Square['aTablet']>;
  tabs: Tab[];
  version: number;
}

/** The real thing: a square with two tablets of two tabs each, and what was captured on them. */
export interface World extends Square {
  tablets: (Tablet | undefined)[];
  /** `id revision` of all that was said to be saved. */
  saved: Set<string>;
  /** What may or may not have been saved when its tab died. */
  maybe: Set<string>;
  codes: string[];
  backup: { at: number; restore: () => void } | null;
}
type Command = fc.AsyncCommand<Model, World>;

export async function aWorld(): Promise<World> {
  const square = await aSquare();
  const codes: string[] = [];
  square.inbox.script = () => (codes.length ? { code: codes.shift()!, retryAfterMs: 1000 } : null);
  return { ...square, tablets: [], saved: new Set(), maybe: new Set(), codes, backup: null };
}

const check = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** A command with a name that a failing run prints. */
function command(name: string, run: (model: Model, world: World) => Promise<void>): Command {
  return { check: () => true, run, toString: () => name };
}

/** The tablet, switched on when it first does something. */
async function on(world: World, t: number): Promise<Tablet> {
  const known = world.tablets[t];
  if (known) return known;
  const tablet = world.aTablet();
  return (world.tablets[t] = { tablet, tabs: [await tablet.open(), tablet.openBare()], version: 1 });
}

const dieAndReopen = async (world: World, t: number, tab: number): Promise<void> => {
  const { tablet, tabs, version } = await on(world, t);
  tabs[tab]!.kill();
  tabs[tab] = tablet.openBare({ appVersion: `1.${version}` });
};

const capture = (t: 0 | 1, tab: number, count: number) =>
  command(`capture(${t},${tab},${count})`, async (model, world) => {
    const outbox = (await on(world, t)).tabs[tab]!;
    for (let i = 0; i < count; i++) {
      const captured = await say(outbox, 'sanat');
      world.saved.add(keyOf(captured));
      // a tab that died while capturing may have taken numbers between
      check(captured.sequence > model.made[t], `number ${captured.sequence} given again`);
      model.made[t] = captured.sequence;
    }
  });

const revise = (t: 0 | 1, tab: number) =>
  command(`revise(${t},${tab})`, async (model, world) => {
    const outbox = (await on(world, t)).tabs[tab]!;
    const last = await outbox.reopenLast();
    if (!last) return;
    const captured = await say(outbox, 'toisin', { id: last.id });
    check(captured.id === last.id && captured.revision > last.revision, 'a correction is the next revision');
    world.saved.add(keyOf(captured));
    model.made[t] = captured.sequence;
  });

const push = (t: number, tab: number, skip: number, name: string, some: Weather | 'late', eager: boolean) =>
  command(`push(${t},${tab},${name} after ${skip}${eager ? ', eager' : ''})`, async (_model, world) => {
    const outbox = (await on(world, t)).tabs[tab]!;
    world.network.next(...Array<Weather>(skip).fill(weather.fair), some === 'late' ? world.network.late : some);
    await outbox.drain(eager ? { eager, rescue: true, report: true } : {});
    world.network.clear();
  });

const dieSending = (t: number, tab: number, skip: number) =>
  command(`dieSending(${t},${tab},after ${skip})`, async (_model, world) => {
    const outbox = (await on(world, t)).tabs[tab]!;
    let reached: (died: boolean) => void = () => undefined;
    const there = new Promise<boolean>((resolve) => (reached = resolve));
    // the city hears it, the tab is dead before it could hear the city
    const die: Weather = async ({ deliver }) => (await deliver(), reached(true), weather.silence());
    world.network.next(...Array<Weather>(skip).fill(weather.fair), die);
    void outbox.drain({ report: true }).then(
      () => reached(false),
      () => reached(false),
    );
    await there;
    world.network.clear();
    await dieAndReopen(world, t, tab);
  });

const dieCapturing = (t: number, tab: number, ticks: number) =>
  command(`dieCapturing(${t},${tab},${ticks})`, async (_model, world) => {
    const id = newId();
    const saving = say((await on(world, t)).tabs[tab]!, 'viimeiset', { id }).then(
      (captured) => world.saved.add(keyOf(captured)),
      () => undefined,
    );
    world.maybe.add(`${id} 1`);
    for (let i = 0; i < ticks; i++) await new Promise((resolve) => setTimeout(resolve, 0));
    await dieAndReopen(world, t, tab);
    await saving;
  });

const sync = (t: number) => command(`sync(${t})`, async (_model, world) => (await on(world, t)).tablet.sync().catch(() => undefined));

const upgrade = (t: number) =>
  command(`upgrade(${t})`, async (_model, world) => {
    const device = await on(world, t);
    device.version++;
    await dieAndReopen(world, t, 0);
    const stop = await device.tabs[0]!.start();
    await device.tabs[0]!.drain({});
    stop();
  });

/** The browser throws the database away; the tablet comes back as another device, with what it had copies of. */
const wipe = (t: 0 | 1) =>
  command(`wipe(${t})`, async (model, world) => {
    const device = await on(world, t);
    device.tabs.forEach((tab) => tab.kill());
    await device.tablet.wipe();
    model.made[t] = 0;
    device.tabs = [await device.tablet.open({ appVersion: `1.${device.version}` }), device.tablet.openBare({ appVersion: `1.${device.version}` })];
    const stop = await device.tabs[0]!.start();
    await device.tabs[0]!.drain({});
    stop();
  });

const handOver = (from: number) =>
  command(`export(${from})`, async (_model, world) => {
    const file = await (await on(world, from)).tabs[0]!.exportQueue();
    const { complete } = await (await on(world, 1 - from)).tabs[0]!.importQueue(file);
    check(complete, 'an exported file is whole');
  });

const later = (hours: number) => command(`later(${hours} h)`, async (_model, world) => void (world.clock.now += hours * HOUR));
const clockJump = (hours: number) =>
  command(`clockJump(${hours} h)`, async (_model, world) => {
    world.clock.now += hours * HOUR;
    world.serverClock.offset -= hours * HOUR;
  });
const answer = (code: string) => command(`answer(${code})`, async (_model, world) => void world.codes.push(code));
const flush = () => command('lateArrive', (_model, world) => world.network.flush());
const backUp = () => command('backUp', async (_model, world) => void (world.backup = world.inbox.backup()));
const restore = () =>
  command('restore', async (_model, world) => {
    // a backup older than the retention is outside of the promise
    if (world.backup && world.clock.now + world.serverClock.offset - world.backup.at < 72 * HOUR) world.backup.restore();
  });

const one = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const t = one(0, 1) as fc.Arbitrary<0 | 1>;
const tab = one(0, 1);
const skip = one(0, 0, 1, 2);
const weathers: [string, Weather | 'late'][] = [
  ['fair', weather.fair],
  ['fair', weather.fair],
  ['offline', weather.offline],
  ['loseAnswer', weather.loseAnswer],
  ['double', weather.double],
  ['late', 'late'],
  ...['cut JSON', 'a login page with 200', 'fewer results', 'a 502', 'a 503'].map((name) => [name, portals[name]!] as [string, Weather]),
];

/** What can happen at the square, captures and sending the most. */
export const happenings = [
  ...[1, 3, 5].map((most) => fc.tuple(t, tab, fc.integer({ min: 1, max: most })).map(([a, b, count]) => capture(a, b, count))),
  fc.tuple(t, tab).map(([a, b]) => revise(a, b)),
  fc.tuple(t, tab, skip, one(...weathers), fc.boolean()).map(([a, b, c, [name, some], e]) => push(a, b, c, name, some, e)),
  fc.tuple(t, tab, skip, one(...weathers), fc.boolean()).map(([a, b, c, [name, some], e]) => push(a, b, c, name, some, e)),
  fc.tuple(t, tab, skip).map(([a, b, c]) => dieSending(a, b, c)),
  fc.tuple(t, tab, fc.nat(6)).map(([a, b, c]) => dieCapturing(a, b, c)),
  t.map(sync),
  t.map(upgrade),
  t.map(handOver),
  t.map(wipe),
  one(1, 25, 80).map(later),
  one(-26_280, -1, 1, 26_280).map(clockJump),
  one('RETRY', 'HASH_MISMATCH', 'TOO_LARGE', 'UPGRADE_REQUIRED', 'NEW_CODE').map(answer),
  fc.constant(flush()),
  fc.constant(backUp()),
  fc.constant(restore()),
];

/** Faults end; everything is sent until nothing is left. Then the city must have exactly what was captured, without gaps. */
export async function settle(world: World): Promise<void> {
  world.network.clear();
  world.codes.splice(0);
  await world.network.flush();
  const tablets = world.tablets.filter((tablet) => tablet !== undefined);
  for (const { tabs } of tablets) {
    for (let tries = 0; tries < 6 && (await tabs[0]!.drain()).unsent > 0; tries++) world.clock.now += HOUR;
  }
  const have = [...world.inbox.rows.keys()];
  const lost = [...world.saved].filter((key) => !world.inbox.rows.has(key));
  check(lost.length === 0, `lost: ${lost.join(', ')}`);
  const invented = have.filter((key) => !world.saved.has(key) && !world.maybe.has(key));
  check(invented.length === 0, `doubled or invented: ${invented.join(', ')}`);
  for (const { tabs } of tablets) {
    const { deviceId } = await tabs[0]!.device();
    const { made, unsent, onlyHere, sending, needsHelp } = await tabs[0]!.counts();
    check(unsent + onlyHere + sending + needsHelp === 0, 'something is left on the tablet');
    const numbers = [...world.inbox.rows.values()]
      .filter((row) => row.deviceId === deviceId)
      .map((row) => row.sequence)
      .sort((a, b) => a - b);
    check(numbers.length === made && numbers.every((n, i) => n === i + 1), `numbers with gaps: ${numbers.join(' ')} of ${made}`);
    tabs.forEach((open) => open.kill());
  }
}
