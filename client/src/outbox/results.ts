import type { ItemResult } from '@torilla/schema/kernel/capture';
import type { Entry } from './entry.ts';
import { backoff, LONG_WAIT, LONGEST_WAIT } from './timing.ts';

const RETRY_WAIT = 30_000;

/** What becomes of an entry by the city's answer about it: what changes, or `delete` when the city erased it. */
export function afterResult(entry: Entry, result: ItemResult, at: { now: number; serverTime: string; alone: boolean }): Partial<Entry> | 'delete' {
  const told = { code: result.code, reason: result.reason ?? null };
  const received = { ...told, acknowledgedAt: at.serverTime, awaiting: entry.own, dueAt: 0 };
  const wait = (ms: number) => ({ ...told, state: 'ONLY_HERE' as const, dueAt: at.now + Math.min(ms, LONGEST_WAIT) });
  switch (result.code) {
    case 'ACCEPTED':
    case 'DUPLICATE':
      return { ...received, state: 'RECEIVED' };
    case 'HELD':
    case 'CONFLICT':
      return { ...received, state: 'WITH_CITY' };
    case 'TOMBSTONED':
      return 'delete';
    case 'HASH_MISMATCH':
      return wait(backoff(entry.attempts));
    case 'RETRY':
      return wait(result.retryAfterMs ?? RETRY_WAIT);
    case 'TOO_LARGE':
      return at.alone ? { ...told, state: 'NEEDS_HELP' } : { ...wait(0), alone: true };
    // UPGRADE_REQUIRED, and what a newer city may say that this app does not know
    default:
      return wait(result.retryAfterMs ?? LONG_WAIT);
  }
}
