import type { Locks } from '../browser.ts';

/** The Web Locks of one browser. Each tab has its view of them; a tab that dies lets its locks go, as browsers do. */
export function someLocks() {
  let holder: { tab: object; free: () => void } | null = null;
  const queue: (() => void)[] = [];

  return {
    forTab(): Locks & { die(): void } {
      const tab = {};
      return {
        async request(name, { ifAvailable }, work) {
          while (holder) {
            if (ifAvailable) return work(null);
            await new Promise<void>((next) => queue.push(next));
          }
          const mine = { tab, free: () => undefined as void };
          holder = mine;
          mine.free = () => {
            if (holder === mine) holder = null;
            queue.shift()?.();
          };
          return work({ name, mode: 'exclusive' }).finally(mine.free);
        },
        die() {
          if (holder?.tab === tab) holder.free();
        },
      };
    },
  };
}
