import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEW } from '@torilla/schema/kernel/few';
import { suppress } from './suppress.ts';

test('what is enough is shown; what is too few goes along with the first that is not', () => {
  expect(suppress([20, 7, 5])).toEqual({ shown: [20, 7, 5], together: null });
  expect(suppress([20, 7, 3, 9])).toEqual({ shown: [null, 7, null, 9], together: 23 });
  expect(suppress([0, 7, 9])).toEqual({ shown: [null, null, 9], together: 7 });
  expect(suppress([2, 1])).toEqual({ shown: [null, null], together: null });
  expect(suppress([4, 4])).toEqual({ shown: [null, null], together: 8 });
  expect(suppress([])).toEqual({ shown: [], together: null });
});

const cells = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 });

test('nothing under five is ever told, and neither is a cell beside one that is', () => {
  fc.assert(
    fc.property(cells, (counts) => {
      const { shown, together } = suppress(counts);
      for (const told of [...shown, together]) expect(told === null || told >= FEW).toBe(true);
      // a single hidden cell is what the whole leaves over
      if (counts.length > 1) expect(shown.filter((one) => one === null).length).not.toBe(1);
    }),
  );
});

const MOST = 9;

/** Every table of so many cells and no more than so much. */
function* tables(length: number, most: number): Generator<number[]> {
  if (length === 0) return yield [];
  for (const rest of tables(length - 1, most)) for (let count = 0; count <= most; count++) yield [...rest, count];
}

test.each([2, 3, 4])('whoever tries every table of %i cells that would look the same cannot tell a hidden one of one to four', (length) => {
  const alike = new Map<string, number[][]>();
  for (const table of tables(length, MOST)) {
    const { shown, together } = suppress(table);
    // the whole is known from elsewhere, even where it is not told here
    const key = JSON.stringify([shown, together, table.reduce((sum, one) => sum + one, 0) >= FEW ? together : 'few']);
    alike.set(key, [...(alike.get(key) ?? []), table]);
  }
  const told = [...alike.values()].flatMap((those) => {
    // at the edge of what was tried there is nothing to compare with
    if (those.some((table) => table.includes(MOST))) return [];
    return Array.from({ length }, (_, at) => [...new Set(those.map((table) => table[at]!))]).filter(
      ([only, ...more]) => !more.length && only! > 0 && only! < FEW,
    );
  });
  expect(told).toEqual([]);
});
