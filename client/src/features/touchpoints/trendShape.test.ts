import { expect, test } from 'vitest';
import { bandOf, lineOf, pointsOf, worded } from './trendShape.ts';

const week = (from: string, to: string, value: number) => ({ from, to, share: { value, low: value - 0.1, high: value + 0.1 } });
const weeks = [week('2027-01-04', '2027-01-10', 0.5), week('2027-01-11', '2027-01-17', 0.6), week('2027-02-01', '2027-02-07', 0.8)];

test('figures stand by their time and their share, from the top down', () => {
  const points = pointsOf(weeks);
  expect(points.map(({ x }) => Math.round(x))).toEqual([0, 25, 100]);
  expect(points.map(({ y }) => Math.round(y))).toEqual([50, 40, 20]);
  expect(pointsOf(weeks.slice(0, 1))[0]).toMatchObject({ x: 50, follows: false });
});

test('line and band are broken where a period tells nothing', () => {
  expect(lineOf(pointsOf(weeks))).toBe('M0.00 50.00L25.00 40.00M100.00 20.00');
  expect(bandOf(pointsOf(weeks))).toBe('M0.00 40.00L25.00 30.00L25.00 50.00L0.00 60.00ZM100.00 10.00L100.00 30.00Z');
});

test('words of the axis do not run into each other, and the last is among them', () => {
  const many = pointsOf(Array.from({ length: 26 }, (_, k) => week(new Date(Date.UTC(2027, 0, 4 + k * 7)).toISOString().slice(0, 10), '2027-01-10', 0.5)));
  const chosen = worded(many);
  expect(chosen[0]).toBe(25);
  expect(chosen.length).toBeLessThan(9);
  expect(worded(pointsOf([weeks[0]!]))).toEqual([0]);
});
