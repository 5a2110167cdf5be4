import { expect, test } from 'vitest';
import { filterOf, inputOf, queryOf } from './filter.ts';
import { headline } from './words.ts';

const eventId = '019aaf00-1111-7222-8333-444455556666';

test('a filter survives the way through the address', () => {
  const filter = {
    search: 'penkki rantaraitti',
    event: eventId,
    mood: 'HAPPY',
    answer: 'kylla' as const,
    queue: 'myohassa' as const,
    state: 'REOPENED' as const,
    from: '2027-05-01',
    to: '2027-05-18',
  };
  expect(filterOf(queryOf(filter))).toEqual(filter);
});

test('what makes no sense in an address is passed over', () => {
  expect(
    filterOf({
      tapahtuma: 'x',
      mieliala: 'SAD',
      alkaen: 'eilen',
      haku: '',
      alue: 'keskusta',
      muu: '1',
      jono: 'kaikki',
      hoitaa: 'Antti',
      vastaus: ['kylla', 'ei'],
    }),
  ).toEqual({
    district: 'keskusta',
  });
});

test('days are those of the city, the last one whole', () => {
  expect(inputOf({ from: '2027-05-01', to: '2027-05-18' })).toEqual({ from: '2027-04-30T21:00:00.000Z', to: '2027-05-18T21:00:00.000Z' });
  expect(inputOf({ answer: 'ei', event: eventId })).toEqual({ wantsAnswer: false, eventId });
});

test.each([
  ['Penkkejä rantaraitille. En jaksa kävellä.', 'Penkkejä rantaraitille', 'En jaksa kävellä.'],
  ['Kiitos!', 'Kiitos!', ''],
  [`${'sana '.repeat(20)}loppuu.`, `${'sana '.repeat(20)}loppuu`, ''],
  ['ei pistettä', 'ei pistettä', ''],
  [`${'pitkä '.repeat(20)}loppu`, `${'pitkä '.repeat(12).trim()}…`, `${'pitkä '.repeat(8)}loppu`],
])('%s has a heading and a rest', (words, head, rest) => expect(headline(words)).toEqual({ head, rest }));
