import type { Fate, Passing } from './fates.ts';
import { imposterNames } from './imposters.ts';
import type { Proxy } from './proxy.ts';
import type { Random } from './random.ts';

/** Of the captures, how many have an answer to them swallowed for certain. */
export const MARKED = 0.1;

/** Bad weather on the way, until it is told to clear up. */
export interface Weather {
  /** From now on everything passes. */
  clear(): void;
  /** Fair while the work is done. */
  fairFor(work: () => Promise<void>): Promise<void>;
  /** Captures whose delivery the city committed and the tablet was never told of, and those for which this was certain to happen. */
  swallowed(): { captures: number; marked: number };
}

/** Lets it rain on everything that a tablet sends, by chance; a tenth of the captures lose an answer for certain. */
export function badWeather(proxy: Proxy, random: Random): Weather {
  const seen = new Set<string>();
  const marked = new Set<string>();
  const swallowed = new Set<string>();
  const pending = new WeakSet<Passing>();
  let clear = false;

  function decide(passing: Passing): Fate {
    for (const item of passing.items.filter((item) => !seen.has(item))) {
      seen.add(item);
      if (random.chance(MARKED)) marked.add(item);
    }
    if (clear || passing.method === 'HEAD' || !passing.path.startsWith('/graphql')) return { kind: 'pass' };
    const fate = passing.items.some((item) => marked.has(item) && !swallowed.has(item)) ? { kind: 'swallow' as const } : chance(passing);
    if (fate.kind === 'swallow') pending.add(passing);
    return fate;
  }
  function chance({ method }: Passing): Fate {
    // reading is disturbed less, or no page would ever be looked at
    const roll = random.next() * (method === 'GET' ? 3 : 1);
    if (roll < 0.06) return { kind: 'swallow' };
    if (roll < 0.11) return { kind: 'cut-request', share: random.next() };
    if (roll < 0.16) return { kind: 'cut-answer', share: random.next() };
    if (roll < 0.26) return { kind: 'imposter', as: random.pick(imposterNames) };
    return { kind: 'pass' };
  }
  proxy.decide = decide;
  proxy.heard = (passing, status) => {
    if (status === 200 && pending.has(passing)) for (const item of passing.items) swallowed.add(item);
  };
  return {
    clear: () => void (clear = true),
    async fairFor(work: () => Promise<void>): Promise<void> {
      clear = true;
      await work().finally(() => (clear = false));
    },
    swallowed: () => ({ captures: swallowed.size, marked: marked.size }),
  };
}
