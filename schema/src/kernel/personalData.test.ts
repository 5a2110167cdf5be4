import { expect, test } from 'vitest';
import { personalPartsOf } from './personalData.ts';

const kindsIn = (text: string) => personalPartsOf(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

test('an identity number is one by its check character, with the separators of 2023 too', () => {
  expect(kindsIn('Äitini 131052-308T odotti.')).toEqual([['IDENTITY_NUMBER', '131052-308T']]);
  expect(kindsIn('131052-308t')).toEqual([['IDENTITY_NUMBER', '131052-308t']]);
  expect(kindsIn('131052Y308T')).toEqual([['IDENTITY_NUMBER', '131052Y308T']]);
  expect(kindsIn('131052-308U ja 991352-308T')).toEqual([]);
  expect(kindsIn('Tilaus A131052-308T1')).toEqual([]);
});

test('phone numbers and addresses are found as people write them', () => {
  expect(kindsIn('Soita 040 123 4567 tai +358 (0)50-1234567.')).toEqual([
    ['PHONE', '040 123 4567'],
    ['PHONE', '+358 (0)50-1234567'],
  ]);
  expect(kindsIn('aino.virtanen@esimerkki.fi, kiitos')).toEqual([['EMAIL', 'aino.virtanen@esimerkki.fi']]);
  expect(kindsIn('0401234567@esimerkki.fi')).toEqual([['EMAIL', '0401234567@esimerkki.fi']]);
});

test('days, prices, post codes and long numbers are left alone', () => {
  for (const text of ['20.5.2027 klo 11.42', '50 000 €', '49400 Hamina', 'FI21 1234 5600 0007 85', 'talo 12, 3. kerros', 'vuodesta 1998 vuoteen 2024', '@home'])
    expect(kindsIn(text)).toEqual([]);
});

test('ten thousand characters take no time', () => {
  const began = Date.now();
  for (const text of ['0'.repeat(10_000), 'a@'.repeat(5000), '1-'.repeat(5000), 'a.'.repeat(5000)]) personalPartsOf(text);
  expect(Date.now() - began).toBeLessThan(500);
});
