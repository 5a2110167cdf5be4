import type { Locks } from '../browser.ts';

interface Held {
  tab: object;
  free: () => void;
}

/** The Web Locks of one browser. Each tab has its view of them; a tab that dies lets its locks go, as browsers do. */
export function someLocks() {
  const holders = new Map<string, Held>();
  const queues = new Map<string, (() => void)[]>();

  return {
    forTab(): Locks & { die(): void } {
      const tab = {};
      return {
        async request(name, { ifAvailable }, work) {
          while (holders.has(name)) {
            if (ifAvailable) return work(null);
            await new Promise<void>((next) => queues.set(name, [...(queues.get(name) ?? []), next]));
          }
          const mine: Held = { tab, free: () => undefined };
          holders.set(name, mine);
          mine.free = () => {
            if (holders.get(name) === mine) holders.delete(name);
            queues.get(name)?.shift()?.();
          };
          return work({ name, mode: 'exclusive' }).finally(mine.free);
        },
        die() {
          for (const held of holders.values()) if (held.tab === tab) held.free();
        },
      };
    },
  };
}
