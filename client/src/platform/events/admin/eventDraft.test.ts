import { expect, test } from 'vitest';
import { draftOf, judge, type EventDraft } from './eventDraft.ts';

const draft = (change: Partial<EventDraft> = {}): EventDraft => ({
  ...draftOf(null),
  kind: 'MARKET_SQUARE',
  title: { fi: ' Tavataan torilla ', sv: '', en: '' },
  place: 'market-square',
  startDay: '2027-05-18',
  startTime: '10:00',
  endTime: '14:00',
  ...change,
});

test('what is typed becomes instants of the city, and empty languages are left out', () => {
  const judged = judge(draft());
  expect(judged).toMatchObject({
    input: {
      title: { fi: 'Tavataan torilla' },
      description: null,
      accessibility: null,
      startsAt: '2027-05-18T07:00:00.000Z',
      endsAt: '2027-05-18T11:00:00.000Z',
      measureIds: [],
      staffIds: [],
    },
  });
});

test.each([
  ['nothing at all', draftOf(null), ['kind', 'title', 'place', 'starts', 'ends']],
  ['an end before the beginning', draft({ endTime: '09:00' }), ['ends']],
  ['a title in Swedish alone', draft({ title: { fi: '', sv: 'Torgträff', en: '' } }), ['title']],
])('%s is told field by field', (_, typed, wrong) => expect(judge(typed)).toEqual({ wrong }));

test('an event that is changed keeps its id and its hours', () => {
  const judged = judge(draft({ endDay: '2027-05-19', endTime: '01:00' }));
  if (!('input' in judged)) throw new Error('it was refused');
  const again = draftOf({
    ...judged.input,
    __typename: 'Event',
    title: { __typename: 'LocalizedText', fi: 'x' },
    place: { __typename: 'Place', key: 'market-square', name: { __typename: 'LocalizedText', fi: 'Tori' } },
    measures: [],
    staffing: [],
  } as never);
  expect(again).toMatchObject({ id: judged.input.id, startDay: '2027-05-18', startTime: '10:00', endDay: '2027-05-19', endTime: '01:00' });
});
