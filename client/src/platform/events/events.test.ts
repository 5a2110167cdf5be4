import { expect, test } from 'vitest';
import { mount } from '../../testing/mount.ts';
import { byDay, notEnded, type EventFacts } from './eventRow.ts';
import EventsPage from './EventsPage.vue';
import { monthStart, yearBefore } from './period.ts';

const event = (id: string, startsAt: string, endsAt: string): EventFacts => ({
  __typename: 'Event',
  id,
  kind: 'MARKET_SQUARE',
  startsAt,
  endsAt,
  cancelledAt: null,
  movedAt: null,
  measures: [],
  title: { __typename: 'LocalizedText', fi: `Tapahtuma ${id}`, sv: null, en: null },
  place: { __typename: 'Place', key: 'market-square', kind: 'SQUARE', name: { __typename: 'LocalizedText', fi: 'Kauppatori', sv: null, en: null } },
});

test('events are grouped by the day at the city', () => {
  const late = event('a', '2027-05-18T21:30:00Z', '2027-05-18T22:00:00Z');
  const morning = event('b', '2027-05-19T06:00:00Z', '2027-05-19T08:00:00Z');
  expect(byDay([late, morning]).map((d) => [d.day, d.events.length])).toEqual([['2027-05-19', 2]]);
});

test('an event is coming until it has ended', () => {
  const now = new Date('2027-05-18T09:00:00Z');
  const going = event('a', '2027-05-18T07:00:00Z', '2027-05-18T11:00:00Z');
  const over = event('b', '2027-05-18T05:00:00Z', '2027-05-18T08:59:00Z');
  expect(notEnded([over, going], now)).toEqual([going]);
});

test('the same question is asked all month, so that its kept answer is found offline', () => {
  expect(monthStart(new Date('2027-05-18T09:00:00Z'))).toBe(monthStart(new Date('2027-05-02T09:00:00Z')));
  expect(yearBefore(new Date('2027-05-18T09:00:00Z'))).toBe('2026-05-01T00:00:00.000Z');
});

test('an empty calendar says so and what will happen', async () => {
  const page = await mount(
    EventsPage,
    {},
    {
      answers: {
        EventList: () => ({
          __typename: 'Query',
          events: { __typename: 'EventConnection', nodes: [], totalCount: 0, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } },
        }),
      },
    },
  );
  expect(page.textContent).toContain('Tulevia tapahtumia ei ole juuri nyt');
});

test('without a network and without an older answer there is a sentence and a way to try again', async () => {
  const page = await mount(EventsPage, {}, { answers: { EventList: () => new TypeError('Failed to fetch') } });
  expect(page.querySelector('[role=alert]')!.textContent).toContain('Verkkoyhteyttä ei ole');
  expect(page.querySelector('[role=alert] button')).not.toBeNull();
});
