import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf, decimalsOf, unitsOf } from './amount.ts';

test('amounts are whole numbers of units, never floats', () => {
  expect(decimalsOf('2332627.21')).toBe(2);
  expect(unitsOf('2332627.21', 2)).toBe(233_262_721);
  expect(unitsOf('0.1', 2) + unitsOf('0.2', 2)).toBe(unitsOf('0.3', 2));
  expect(decimalsOf('100.500')).toBe(1);
  expect(unitsOf('100.500', 2)).toBe(10_050);
  expect(unitsOf('007', 3)).toBe(7000);
});

test('what is no amount is none', () => {
  for (const text of ['', '-1', '1,5', '1 000', '1e6', '.5', '5.', 'NaN', '0x10', '1.2.3', '٣']) expect(decimalsOf(text)).toBeNull();
});

test('an amount is written as it was read', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 6 }), (units, decimals) => {
      expect(unitsOf(amountOf(units, decimals), decimals)).toBe(units);
    }),
  );
  expect(amountOf(233_262_721, 2)).toBe('2332627.21');
  expect(amountOf(5, 2)).toBe('0.05');
  expect(amountOf(500, 2)).toBe('5');
});
