import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanOf, quantileOfT, shareOf, together, type Tally } from './interval.ts';

const tallyOf = (scores: readonly number[]): Tally => ({
  answers: scores.length,
  sum: scores.reduce((a, b) => a + b, 0),
  squares: scores.reduce((a, b) => a + b * b, 0),
  satisfied: scores.filter((score) => score >= 4).length,
});

// the published values of Wilson's interval: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i is between %f and %f', (satisfied, answers, low, high) => {
  const share = shareOf({ satisfied, answers });
  expect(share.value).toBeCloseTo(satisfied / answers, 10);
  expect(share.low).toBeCloseTo(low, 4);
  expect(share.high).toBeCloseTo(high, 4);
});

// the quantiles as every table of Student's distribution has them
test.each([
  [4, 2.776],
  [5, 2.571],
  [9, 2.262],
  [29, 2.045],
  [120, 1.98],
])("Student's quantile of %i degrees of freedom is %f", (degrees, quantile) => {
  expect(Math.abs(quantileOfT(degrees) - quantile)).toBeLessThan(0.01);
});

test('a mean with its interval, by hand', () => {
  // 1, 2, 3, 4, 5: mean 3, variance 2.5, standard error the root of 2.5 / 5
  const { value, low, high } = meanOf(tallyOf([1, 2, 3, 4, 5]));
  expect(value).toBe(3);
  expect(low).toBeCloseTo(3 - 2.776 * Math.sqrt(0.5), 1);
  expect(high).toBeCloseTo(3 + 2.776 * Math.sqrt(0.5), 1);
  expect(meanOf(tallyOf([5, 5, 5, 5, 5]))).toEqual({ value: 5, low: 5, high: 5 });
});

test('bounds lie about the figure and within the scale, whatever was answered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 200 }), (scores) => {
      const [share, mean] = [shareOf(tallyOf(scores)), meanOf(tallyOf(scores))];
      for (const [{ value, low, high }, least, most] of [
        [share, 0, 1],
        [mean, 1, 5],
      ] as const) {
        expect(low).toBeGreaterThanOrEqual(least);
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        expect(high).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test('what is put together is what was answered together', () => {
  expect(together([tallyOf([1, 5, 4, 4, 2]), tallyOf([3, 3, 5, 5, 5])])).toEqual(tallyOf([1, 5, 4, 4, 2, 3, 3, 5, 5, 5]));
});
