import { beforeEach, expect, test } from 'vitest';
import { MAX_OCCURRENCES } from '@torilla/schema/events/limits';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const SERIES = 'mutation ($input: ScheduleSeriesInput!) { scheduleSeries(input: $input) { id startsAt endsAt registrationClosesAt } }';
const SCHEDULE = 'mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id } }';
const OCCURRENCES = 'query ($input: RecurrenceInput!) { occurrences(input: $input) }';
const LISTED = `query ($seriesId: ID!) { events(filter: { seriesId: $seriesId }, first: 100) { nodes { id startsAt title { fi } place { key } cancelledAt movedAt
  series { rule } } } }`;

let antti: Awaited<ReturnType<typeof city.as>>;
let input: Record<string, unknown> & { id: string };
beforeEach(async () => {
  city.clock.set('2027-08-01T09:00:00Z');
  antti = await city.as('antti');
  // on the first Tuesday of each month at six in the evening, by the clock of Hamina
  input = {
    id: newId(),
    kind: 'VILLAGE_HEADS',
    title: { fi: 'Kyläpäälliköt' },
    place: 'main-library',
    startsAt: '2027-09-07T15:00:00Z',
    endsAt: '2027-09-07T17:00:00Z',
    rule: 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231',
  };
});
const schedule = async (more: object = {}) => antti(SERIES, { input: { ...input, ...more } });
const listed = async () => (await city.ask(LISTED, { seriesId: input.id })).data!.events.nodes as Record<string, any>[];
const starts = async () => (await listed()).map(({ startsAt }) => (startsAt as Date).toISOString().slice(0, 16));
const eventOf = ({ rule: _, ...event }: typeof input, more: object) => ({ ...event, ...more });

test('each first Tuesday at the same hour, in summer and in winter; sent twice it is one series', async () => {
  const registration = { opensAt: '2027-08-01T09:00:00Z', closesAt: '2027-09-06T15:00:00Z', capacity: 30 };
  for (let twice = 0; twice < 2; twice++)
    expect((await schedule({ registration })).data!.scheduleSeries.map((e: { registrationClosesAt: Date }) => e.registrationClosesAt.toISOString())).toEqual([
      '2027-09-06T15:00:00.000Z',
      '2027-10-04T15:00:00.000Z',
      '2027-11-01T16:00:00.000Z',
      '2027-12-06T16:00:00.000Z',
    ]);
  expect(await starts()).toEqual(['2027-09-07T15:00', '2027-10-05T15:00', '2027-11-02T16:00', '2027-12-07T16:00']);
  expect((await listed())[0]).toMatchObject({ series: { rule: input['rule'] } });
});

test.each([
  ['never ends', 'FREQ=WEEKLY;BYDAY=TU', 'recurrence-endless'],
  ['has too many', 'FREQ=DAILY;UNTIL=20280901', 'recurrence-too-long'],
  ['has too many by its count', 'FREQ=DAILY;COUNT=61', 'recurrence-too-long'],
  ['goes on for a lifetime', 'FREQ=YEARLY;UNTIL=20990101', 'recurrence-too-long'],
  ['has no day', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;UNTIL=20310101', 'recurrence-never'],
  ['would be sought in vain for ever', 'FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=3', 'bad-input'],
  ['ends before it begins', 'FREQ=WEEKLY;UNTIL=20270101', 'recurrence-never'],
  ['is of hours', 'FREQ=HOURLY;COUNT=3', 'bad-input'],
  ['is no rule', 'joka tiistai', 'bad-input'],
  ['names a day that is none', 'FREQ=WEEKLY;BYDAY=XX;COUNT=3', 'bad-input'],
])('a recurrence that %s is refused', async (_, rule, code) => {
  expect((await schedule({ rule })).codes).toEqual([code]);
  expect((await antti(OCCURRENCES, { input: { rule, startsAt: input['startsAt'] } })).codes).toEqual([code]);
});

test('what it comes to is seen before anything is made of it', async () => {
  const asked = { input: { rule: `FREQ=WEEKLY;INTERVAL=2;COUNT=${MAX_OCCURRENCES}`, startsAt: input['startsAt'] } };
  const { occurrences } = (await antti(OCCURRENCES, asked)).data!;
  expect(occurrences).toHaveLength(MAX_OCCURRENCES);
  expect((occurrences[5] as Date).toISOString()).toBe('2027-11-16T16:00:00.000Z');
  expect((await city.ask(OCCURRENCES, asked)).codes).toEqual(['unauthenticated']);
  expect(await listed()).toEqual([]);
});

test('one is moved or cancelled without the others', async () => {
  const made = (await schedule()).data!.scheduleSeries as { id: string }[];
  const MOVE = 'mutation ($input: MoveEventInput!) { moveEvent(input: $input) { id } }';
  await antti(MOVE, { input: { id: made[1]!.id, place: 'city-hall', startsAt: '2027-10-06T15:00:00Z', endsAt: '2027-10-06T17:00:00Z' } });
  await antti('mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { id } }', { input: { id: made[2]!.id } });
  expect((await listed()).map((e) => [e['place'].key, e['cancelledAt'] !== null, e['movedAt'] !== null])).toEqual([
    ['main-library', false, false],
    ['city-hall', false, true],
    ['main-library', true, false],
    ['main-library', false, false],
  ]);
});

test('this and those that follow are changed together; what was cancelled stays so', async () => {
  const made = (await schedule()).data!.scheduleSeries as { id: string }[];
  await antti('mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { id } }', { input: { id: made[2]!.id } });
  // from October on an hour later, and a day
  const later = { id: made[1]!.id, title: { fi: 'Kylätapaaminen' }, startsAt: '2027-10-06T16:00:00Z', endsAt: '2027-10-06T18:00:00Z', following: true };
  expect((await antti(SCHEDULE, { input: eventOf(input, later) })).codes).toEqual([]);
  expect(await starts()).toEqual(['2027-09-07T15:00', '2027-10-06T16:00', '2027-11-02T16:00', '2027-12-08T17:00']);
  expect((await listed()).map((e) => e['title'].fi)).toEqual(['Kyläpäälliköt', 'Kylätapaaminen', 'Kyläpäälliköt', 'Kylätapaaminen']);
});

test('where people have registered for one that follows, all are moved and told, or none', async () => {
  const registration = { opensAt: '2027-08-01T09:00:00Z', closesAt: '2027-09-07T15:00:00Z' };
  const made = (await schedule({ registration })).data!.scheduleSeries as { id: string }[];
  await city.ask('mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code } }', {
    input: { id: newId(), eventId: made[3]!.id, name: 'Aino', email: 'aino@example.fi', language: 'fi' },
  });
  const span = { startsAt: '2027-10-05T14:00:00Z', endsAt: '2027-10-05T16:00:00Z' };
  expect((await antti(SCHEDULE, { input: eventOf(input, { id: made[1]!.id, ...span, following: true }) })).codes).toEqual(['event-has-guests']);
  expect(await starts()).toEqual(['2027-09-07T15:00', '2027-10-05T15:00', '2027-11-02T16:00', '2027-12-07T16:00']);
  const REACH = 'query ($id: ID!) { one: eventReach(eventId: $id) { byMail } all: eventReach(eventId: $id, following: true) { byMail } }';
  expect((await antti(REACH, { id: made[1]!.id })).data).toMatchObject({ one: { byMail: 0 }, all: { byMail: 1 } });
  await antti('mutation ($input: MoveEventInput!) { moveEvent(input: $input) { id } }', {
    input: { id: made[1]!.id, place: 'main-library', ...span, following: true },
  });
  expect(await starts()).toEqual(['2027-09-07T15:00', '2027-10-05T14:00', '2027-11-02T15:00', '2027-12-07T15:00']);
  expect((await antti('query ($id: ID!) { eventReach(eventId: $id) { mailsWaiting } }', { id: made[3]!.id })).data!.eventReach.mailsWaiting).toBe(1);
});

test('events are found by the measure that they serve', async () => {
  const measures = (await city.ask('{ a: measure(number: 5) { id } b: measure(number: 6) { id } }')).data!;
  await schedule({ measureIds: [measures['b'].id] });
  const count = async (measureId: string) =>
    (await city.ask('query ($measureId: ID) { events(filter: { measureId: $measureId }) { totalCount } }', { measureId })).data!.events.totalCount;
  expect([await count(measures['a'].id), await count(measures['b'].id)]).toEqual([4, 4]);
});
