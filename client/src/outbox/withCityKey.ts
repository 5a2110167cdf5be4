import { captureProblemOf } from './captureProblem.ts';
import type { Outbox } from './outbox.ts';

/** A device that was never told the city's key asks for it, once, before it says that it cannot save. */
export async function withCityKey<R>(outbox: Outbox, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (captureProblemOf(error) !== 'no-city-key') throw error;
    await outbox.refreshCityKey().catch(() => undefined);
    return work();
  }
}
