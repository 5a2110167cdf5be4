import { expect, test } from 'vitest';
import { identityNumberOf } from './identityNumber.ts';

test.each([
  ['131052-308T', '1952-10-13'],
  [' 131052-308t ', '1952-10-13'],
  // the separators that were taken into use in 2023
  ['010594Y9032', '1994-05-01'],
  ['240612E904K', '2012-06-24'],
  ['290200A901C', '2000-02-29'],
  ['010199+9012', '1899-01-01'],
])('%s is somebody born on %s', (text, birthDate) => {
  expect(identityNumberOf(text)).toEqual({ number: text.trim().toUpperCase(), birthDate });
});

test.each(['', '131052-308U', '131052-308', '131052308T', '310280-901A', '001052-3088', '131052*308T', '131052-308TT', 'Aino Virtanen'])(
  '%j is no number',
  (text) => {
    expect(identityNumberOf(text)).toBeNull();
  },
);
