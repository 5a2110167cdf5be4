import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('cells with marks, quotes and lines of their own stay one cell; a number stays a number', () => {
  expect(
    toCsv([
      ['Nimi', 'Määrä'],
      ['a;b "c"\nd', 5],
    ]),
  ).toBe('\uFEFFNimi;Määrä\r\n"a;b ""c""\nd";5\r\n');
});

test('what a spreadsheet would work out as a formula is text', () => {
  expect(toCsv([['=1+1', '@SUM', '-x', -5]])).toBe("\uFEFF'=1+1;'@SUM;'-x;-5\r\n");
});
