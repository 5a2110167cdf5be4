import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEW } from '../kernel/few.ts';
import { withoutSmall } from './small.ts';

const shown = (...values: number[]) => withoutSmall(values.map((value) => ({ value }))).map(({ value }) => value);

test('under five nothing is shown', () => {
  expect(shown(12, 4, 3)).toEqual([12]);
  expect(shown(4)).toEqual([]);
  expect(shown()).toEqual([]);
});

test('a single small part is not what is left over of the whole', () => {
  expect(shown(12, 7, 2)).toEqual([12]);
});

test('what is left out is never so little that it could be told', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (values) => {
      const seen = shown(...values);
      const left = values.reduce((a, b) => a + b, 0) - seen.reduce((a, b) => a + b, 0);
      expect(seen.every((value) => value >= FEW)).toBe(true);
      expect(left === 0 || left >= FEW || seen.length === 0).toBe(true);
    }),
  );
});
