import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemCode, SealedCapture } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();

/** One entry of the device's outbox: a revision of one of a few captures, good or held. */
interface Entry {
  capture: number;
  good: boolean;
}

const entry = fc.record<Entry>({ capture: fc.nat(4), good: fc.boolean() });
/** A push is a choice of entries by their place, in any order, some of them twice. */
const story = fc.record({
  entries: fc.array(entry, { minLength: 1, maxLength: 8 }),
  pushes: fc.array(fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
});

// Whatever arrives in whatever order, however often: the newest good revision that arrived is in effect, once, and the numbers add up.
test('any order of pushes, losses and repetitions ends in what was captured', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ entries, pushes }) => {
      const device = await TestDevice.public({ ...city, ask: city.askAs({ kind: 'anonymous', id: null, roles: [] }, { address: newId() }) });
      const ids = Array.from({ length: 5 }, newId);
      const revisions = new Map<number, number>();
      const sealed: { item: SealedCapture; entry: Entry; words: string }[] = [];
      for (const [i, one] of entries.entries()) {
        const revision = (revisions.get(one.capture) ?? 0) + 1;
        revisions.set(one.capture, revision);
        const words = `${ids[one.capture]} ${i}`;
        const input = one.good ? { words, channel: 'TALKED' } : { channel: 'TALKED' };
        sealed.push({ item: await device.seal({ id: ids[one.capture]!, revision, input }), entry: one, words });
      }
      const arrived = new Set<number>();
      for (const places of pushes) {
        const chosen = places.map((place) => place % sealed.length);
        const answer = await device.push(...chosen.map((place) => sealed[place]!.item));
        const seen = new Set(arrived);
        for (const [i, place] of chosen.entries()) {
          const again: ItemCode = sealed[place]!.entry.good ? 'DUPLICATE' : 'HELD';
          const first: ItemCode = sealed[place]!.entry.good ? 'ACCEPTED' : 'HELD';
          expect(answer.results[i]!.code).toBe(seen.has(place) ? again : first);
          seen.add(place);
          arrived.add(place);
        }
        const numbers = [...arrived].map((place) => place + 1).toSorted((a, b) => a - b);
        const through = numbers.findIndex((n, i) => n !== i + 1);
        expect(answer.receivedThrough).toBe(through === -1 ? numbers.length : through);
        const missing = answer.missing.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect([...numbers, ...missing].toSorted((a, b) => a - b)).toEqual(sealed.map((_, i) => i + 1));
      }
      const expected = ids.flatMap((id, capture) => {
        const newest = [...arrived]
          .map((place) => sealed[place]!)
          .filter(({ entry: e }) => e.capture === capture && e.good)
          .toSorted((a, b) => b.item.revision - a.item.revision)[0];
        return newest ? [{ id, words: newest.words, revision: newest.item.revision }] : [];
      });
      const inEffect = await sql(city.em(), 'select id, words, revision from feedback where id = any($1::uuid[]) order by id', [ids]);
      expect(inEffect).toEqual(expected.toSorted((a, b) => a.id.localeCompare(b.id)));
    }),
    { numRuns: Number(process.env.INBOX_RUNS ?? 200) },
  );
});
