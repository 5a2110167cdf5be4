import { expect, test } from 'vitest';
import { writtenRanges } from './ranges.ts';

test.each([
  [[], ''],
  [[{ from: 3, to: 3 }], '3'],
  [
    [
      { from: 3, to: 4 },
      { from: 7, to: 9 },
    ],
    '3, 4, 7–9',
  ],
])('%j is written %s', (ranges, words) => {
  expect(writtenRanges(ranges)).toBe(words);
});
