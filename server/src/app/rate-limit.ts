import type { Clock } from '../kernel/clock.ts';
import { Problem } from '../kernel/problem.ts';

/** A budget per key that refills evenly: `most` at once, all of it again after `perMs`. Lives in this process; keys idle for long are forgotten. */
export function rateLimiter(clock: Clock): (key: string, most: number, perMs: number) => void {
  const budgets = new Map<string, { left: number; at: number }>();
  return (key, most, perMs) => {
    const now = clock.now().getTime();
    if (budgets.size > 50_000) for (const [old, { at }] of budgets) if (now - at > 60 * 60_000) budgets.delete(old);
    const budget = budgets.get(key) ?? { left: most, at: now };
    const left = Math.min(most, budget.left + (Math.max(0, now - budget.at) / perMs) * most);
    if (left < 1) throw new Problem('too-many-requests', { retryAfterMs: Math.ceil(((1 - left) / most) * perMs) });
    budgets.set(key, { left: left - 1, at: now });
  };
}
