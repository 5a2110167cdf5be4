import { expect, test } from 'vitest';
import { parseEuros, typedEuros } from './euros.ts';

test('a sum is typed as it is written', () => {
  expect(['50 000', '50\u00A0000 €', '1250,50', '1250.5', '0', ' 7 '].map(parseEuros)).toEqual([5_000_000, 5_000_000, 125_050, 125_050, 0, 700]);
});

test('what is no sum is none', () => {
  expect(['', 'paljon', '-5', '1,234', '1.000,00', '€'].map(parseEuros)).toEqual([null, null, null, null, null, null]);
});

test('what was given stands as it would be typed', () => {
  expect([5_000_000, 125_050, 5].map(typedEuros)).toEqual(['50000', '1250,50', '0,05']);
  for (const cents of [0, 1, 99, 100, 123_456]) expect(parseEuros(typedEuros(cents))).toBe(cents);
});
