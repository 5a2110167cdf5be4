import { dayOf } from '../../kernel/format.ts';
import { fieldDb } from './fieldStore.ts';

/** One tap of a tally, as it must be named to be taken back. */
export interface Tap {
  id: string;
  questionId: string;
  option: string;
  at: string;
}

/** What this tablet did at an event on a day, in numbers. */
export interface DayBook {
  /** Taps that stand, by question and answer. */
  taps: Record<string, number>;
  /** The last taps that stand, the newest last. */
  last: Tap[];
  /** Who was received at the door, and when: the code's SHA-256, for the code itself opens what they told. */
  arrived?: Record<string, string>;
}

const KEPT = 30;
export const emptyDay = (): DayBook => ({ taps: {}, last: [] });
export const tapKey = (tap: Pick<Tap, 'questionId' | 'option'>): string => `${tap.questionId} ${tap.option}`;
const keyOf = (eventId: string) => `${dayOf(new Date())} ${eventId}`;

export const tapped = (day: DayBook, tap: Tap): DayBook => ({
  ...day,
  taps: { ...day.taps, [tapKey(tap)]: (day.taps[tapKey(tap)] ?? 0) + 1 },
  last: [...day.last, tap].slice(-KEPT),
});

/** Takes a tap back, once. */
export function untapped(day: DayBook, tap: Tap): DayBook {
  if (!day.last.some(({ id }) => id === tap.id)) return day;
  return { ...day, taps: { ...day.taps, [tapKey(tap)]: Math.max(0, (day.taps[tapKey(tap)] ?? 0) - 1) }, last: day.last.filter(({ id }) => id !== tap.id) };
}

/** Somebody came; the first time counts. */
export const arrived = (day: DayBook, code: string, at: string): DayBook => ({ ...day, arrived: { [code]: at, ...day.arrived } });

export const readDay = async (eventId: string): Promise<DayBook> => (await fieldDb.run((db) => db.get('days', keyOf(eventId)))) ?? emptyDay();

/** Changes today's numbers, over all tabs one after another. @throws StorageError */
export const changeDay = (eventId: string, change: (day: DayBook) => DayBook): Promise<DayBook> =>
  fieldDb.run(async (db) => {
    const tx = db.transaction('days', 'readwrite');
    const changed = change((await tx.store.get(keyOf(eventId))) ?? emptyDay());
    await Promise.all([tx.store.put(changed, keyOf(eventId)), tx.done]);
    return changed;
  });
