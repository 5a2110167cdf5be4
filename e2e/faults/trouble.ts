import type { Torilla } from '../torilla.ts';
import { pause } from './clock.ts';
import type { Proxy } from './proxy.ts';
import type { Random } from './random.ts';

/** What goes wrong on the other side of the way. */
export type TroubleKind = 'server' | 'database' | 'network';

/** How often each. */
export type TroubleCounts = Record<TroubleKind, number>;

/** Troubles that come one after another while people talk. */
export interface Trouble {
  counts: TroubleCounts;
  /** Resolves when the next word may be said: troubles and words go side by side. @throws what a trouble threw */
  keepUp(): Promise<void>;
  /** Resolves when the last is over. @throws what a trouble threw, such as a server that does not start again */
  over: Promise<void>;
  /** Ends after the one that is on. */
  stop(): void;
}

/** So many may be due before people wait. */
const BEHIND = 4;

/** Starts troubles, spread by chance over that many captures; `said` tells how many there are now. */
export function startTrouble(parts: { torilla: Torilla; proxy: Proxy; random: Random; wanted: TroubleCounts; captures: number; said: () => number }): Trouble {
  const { torilla, proxy, random, captures, said } = parts;
  const kinds = (Object.entries(parts.wanted) as [TroubleKind, number][]).flatMap(([kind, n]) => Array.from({ length: n }, () => kind));
  const plan = kinds.map((kind) => ({ kind, at: random.below(captures) })).sort((a, b) => a.at - b.at);
  const counts: TroubleCounts = { server: 0, database: 0, network: 0 };
  let done = 0;
  let stopped = false;
  let failed = false;

  const acts: Record<TroubleKind, () => Promise<void>> = {
    async server() {
      // in the middle of a push, or when there is none for a while, in the middle of nothing
      await Promise.race([proxy.nextPush(), pause(1500)]);
      await pause(random.below(40));
      await torilla.kill();
      await pause(random.below(800));
      await torilla.start();
    },
    database: () => torilla.restartPostgres(),
    async network() {
      await proxy.refuse();
      await pause(100 + random.below(2000));
      await proxy.accept();
    },
  };
  async function run(): Promise<void> {
    for (const { kind, at } of plan) {
      while (said() < at && !stopped) await pause(20);
      if (stopped) return;
      await acts[kind]();
      counts[kind]++;
      done++;
    }
  }
  const over = run();
  // whoever waits is told when it awaits; until then it must not end the process
  over.catch(() => (stopped = failed = true));
  return {
    counts,
    over,
    async keepUp() {
      while (!stopped && plan.filter(({ at }) => at <= said()).length - done > BEHIND) await pause(20);
      if (failed) await over;
    },
    stop: () => void (stopped = true),
  };
}
