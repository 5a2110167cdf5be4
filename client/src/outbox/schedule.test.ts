// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DrainOptions, DrainOutcome } from './drain.ts';
import { createSchedule } from './schedule.ts';
import { NotDelivered } from './transport.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A sender whose runs end as told, with a clock that stands still. */
function aSender(random = 1) {
  let outcome: Partial<DrainOutcome> = {};
  const runs: DrainOptions[] = [];
  const schedule = createSchedule(
    async (options) => {
      runs.push(options);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return { busy: false, fault: null, unsent: 1, nextDueAt: null, ...outcome };
    },
    () => 0,
    () => random,
  );
  return { schedule, runs, ends: (next: Partial<DrainOutcome>) => void (outcome = next) };
}

/** How long until the next run, in seconds. */
async function untilNext(runs: unknown[]): Promise<number> {
  const [count, began] = [runs.length, Date.now()];
  while (runs.length === count && Date.now() - began < 600_000) await vi.advanceTimersByTimeAsync(10);
  return Math.round((Date.now() - began) / 1000);
}

describe('when it sends again', () => {
  test('after faults: one second, doubling to five minutes; hope makes it one again', async () => {
    const { schedule, runs, ends } = aSender();
    ends({ fault: new NotDelivered('no-answer') });
    schedule.start();
    schedule.nudge();
    const waits = [];
    for (let i = 0; i < 11; i++) waits.push(await untilNext(runs));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    await vi.advanceTimersByTimeAsync(20);
    schedule.resetBackoff();
    schedule.nudge();
    await vi.advanceTimersByTimeAsync(20);
    expect(await untilNext(runs)).toBe(1);
  });

  test('jitter takes up to half of the wait away', async () => {
    const { schedule, runs, ends } = aSender(0);
    ends({ fault: new NotDelivered('unavailable', null, 60_000) });
    schedule.start();
    schedule.nudge();
    expect(await untilNext(runs)).toBe(30);
  });

  test('soon when told that something is unsent, unless that is seen to already', async () => {
    const { schedule, runs, ends } = aSender();
    schedule.watch();
    expect(await untilNext(runs)).toBe(600);
    schedule.start();
    schedule.watch();
    expect(await untilNext(runs)).toBe(2);
    ends({ nextDueAt: 30_000 });
    schedule.watch();
    await vi.advanceTimersByTimeAsync(20);
    schedule.watch();
    expect(await untilNext(runs)).toBe(30);
    // a run that looked before it came to be
    await vi.advanceTimersByTimeAsync(20);
    ends({ unsent: 0 });
    schedule.nudge();
    schedule.watch();
    await vi.advanceTimersByTimeAsync(20);
    expect(await untilNext(runs)).toBe(2);
    expect(await untilNext(runs)).toBe(600);
  });

  test('when an item is due; soon while another tab sends; not at all when nothing is left or it is stopped', async () => {
    const { schedule, runs, ends } = aSender();
    schedule.start();
    ends({ nextDueAt: 30_000 });
    schedule.nudge();
    expect(await untilNext(runs)).toBe(30);
    ends({ busy: true });
    await untilNext(runs);
    expect(await untilNext(runs)).toBe(2);
    ends({ unsent: 0 });
    await untilNext(runs);
    expect(await untilNext(runs)).toBe(600);
    ends({ unsent: 1 });
    schedule.nudge();
    await vi.advanceTimersByTimeAsync(20);
    schedule.stop();
    expect(await untilNext(runs)).toBe(600);
  });

  test('what is asked during a run makes one more, with all that was asked', async () => {
    const { schedule, runs, ends } = aSender();
    ends({ unsent: 0 });
    const all = [schedule.send({}), schedule.send({ eager: true }), schedule.send({ report: true })];
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(all);
    expect(runs).toEqual([{}, { eager: true, report: true }]);
  });

  test('a storage that fails is tried again', async () => {
    const runs: number[] = [];
    const schedule = createSchedule(
      () => (runs.push(1), Promise.reject(new Error('storage'))),
      () => 0,
      () => 1,
    );
    schedule.start();
    schedule.nudge();
    expect(await untilNext(runs)).toBe(300);
  });
});
