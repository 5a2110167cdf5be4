import { expect, test } from 'vitest';
import { eventLd } from './eventLd.ts';
import { monthAfter, monthIn, weeksOf } from './month.ts';
import { judge } from './own/registrationDraft.ts';
import { registeringOf } from './registering.ts';

test('a month has whole weeks that begin on Monday', () => {
  const weeks = weeksOf('2027-08');
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect([weeks[0]![0], weeks.at(-1)!.at(-1)]).toEqual(['2027-07-26', '2027-09-05']);
  expect(weeksOf('2027-02').map((week) => week[0])).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
  expect([monthAfter('2027-12', 1), monthAfter('2027-01', -1)]).toEqual(['2028-01', '2026-12']);
});

test.each(['', '2027-13', '1999-01', '2027-1', '../x', null, ['2027-01']])('an address that names no month (%s) shows this one', (typed) =>
  expect(monthIn(typed, '2027-05')).toBe('2027-05'),
);

test('one may register from when it opens until it closes, and waits once it is full', () => {
  const terms = { registrationOpensAt: '2027-05-01T06:00:00Z', registrationClosesAt: '2027-05-10T06:00:00Z', capacity: 2, seatsTaken: 1 };
  const at = (when: string, more: object = {}) => registeringOf({ ...terms, ...more }, new Date(when))?.state;
  expect(at('2027-05-01T05:59:59Z')).toBe('BEFORE');
  expect(at('2027-05-01T06:00:00Z')).toBe('OPEN');
  expect(at('2027-05-02T06:00:00Z', { seatsTaken: 2 })).toBe('FULL');
  expect(at('2027-05-02T06:00:00Z', { seatsTaken: 200, capacity: null })).toBe('OPEN');
  expect(at('2027-05-10T06:00:00Z')).toBe('CLOSED');
  expect(at('2027-05-02T06:00:00Z', { registrationOpensAt: null })).toBeUndefined();
});

test('what is typed is judged field by field, and a name is enough', () => {
  const draft = { id: 'x', name: ' Aino ', email: '', phone: '', party: '1', needs: ' ' };
  expect(judge(draft, 'e', 'fi')).toEqual({
    input: { id: 'x', eventId: 'e', language: 'fi', name: 'Aino', email: null, phone: null, partySize: 1, needs: null },
  });
  expect(judge({ ...draft, name: ' ', email: 'aino@', phone: 'soita', party: '21' }, 'e', 'fi')).toEqual({ wrong: ['name', 'email', 'phone', 'party'] });
});

test('no title ends the block of data, and machines read it as it was written', () => {
  const text = (fi: string) => ({ __typename: 'LocalizedText' as const, fi, sv: null, en: null });
  const title = 'Ilta </script><script>alert(1)</script> & <!-- "talvi" \u2028';
  const data = eventLd(
    {
      __typename: 'Event',
      id: '1',
      kind: 'DISCUSSION',
      title: text(title),
      description: null,
      startsAt: '2027-05-12T15:00:00Z',
      endsAt: '2027-05-12T17:00:00Z',
      place: { __typename: 'Place', key: 'main-library', kind: 'LIBRARY', name: text('Pääkirjasto'), district: null },
      measures: [],
      cancelledAt: null,
      cancelReason: null,
      movedAt: '2027-05-01T15:00:00Z',
      movedFromStartsAt: '2027-05-11T15:00:00Z',
      movedFromEndsAt: '2027-05-11T17:00:00Z',
      movedFromPlace: null,
      registrationOpensAt: null,
      registrationClosesAt: null,
      capacity: 30,
      seatsTaken: 12,
    } as never,
    (words) => words?.fi ?? '',
    'Hamina',
  );
  expect(data).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'Event',
    name: title,
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2027-05-11T15:00:00Z',
    remainingAttendeeCapacity: 18,
  });
});
