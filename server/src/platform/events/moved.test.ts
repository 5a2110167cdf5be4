import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { system } from '../../kernel/actor.ts';
import { aCity } from '../../testing/city.ts';
import { deliver } from '../notifications/deliver.ts';

const city = await aCity();
const SCHEDULE = 'mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id title { fi } } }';
const MOVE = 'mutation ($input: MoveEventInput!) { moveEvent(input: $input) { id } }';
const CANCEL = 'mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { id } }';
const REGISTER = 'mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code state } }';
const EVENT = `query ($id: ID!) { event(id: $id) { startsAt endsAt registrationClosesAt place { key } cancelledAt cancelReason { fi } movedAt movedFromStartsAt
  movedFromEndsAt movedFromPlace { key } } }`;
const REACH = 'query ($eventId: ID!) { eventReach(eventId: $eventId) { parties people byMail byPhone nowhere mailsWaiting mailsSent mailsFailed } }';

let antti: Awaited<ReturnType<typeof city.as>>;
let input: Record<string, unknown> & { id: string };
beforeEach(async () => {
  // in summer, by the clock of Hamina 18 to 20
  city.clock.set('2027-06-01T09:00:00Z');
  antti = await city.as('antti');
  const registration = { opensAt: '2027-06-01T06:00:00Z', closesAt: '2027-06-09T15:00:00Z', capacity: 10 };
  input = {
    id: newId(),
    kind: 'DISCUSSION',
    title: { fi: 'Keskusteluilta' },
    place: 'main-library',
    startsAt: '2027-06-10T15:00:00Z',
    endsAt: '2027-06-10T17:00:00Z',
    registration,
  };
  await antti(SCHEDULE, { input });
});
const register = async (more: object) => {
  const { data, codes } = await city.ask(REGISTER, { input: { id: newId(), eventId: input.id, name: 'Aino', language: 'fi', ...more } });
  return { code: data?.registerForEvent?.code as string, codes };
};
const move = (more: object = {}) =>
  antti(MOVE, { input: { id: input.id, place: 'city-hall', startsAt: '2027-06-12T15:00:00Z', endsAt: '2027-06-12T17:00:00Z', ...more } });
const event = async () => (await city.ask(EVENT, { id: input.id })).data!.event;
const told = async () => {
  const before = city.mails.length;
  await deliver(city.context(system));
  return city.mails.slice(0, city.mails.length - before);
};

test('a move is seen by everybody, from where and to where, and told to whoever left an address', async () => {
  await register({ email: 'aino@example.fi', partySize: 2, language: 'sv' });
  await register({ name: 'Eino', phone: '040 1234567' });
  await register({ name: 'Kaino' });
  await told();
  expect((await antti(REACH, { eventId: input.id })).data!.eventReach).toMatchObject({
    parties: 3,
    people: 4,
    byMail: 1,
    byPhone: 1,
    nowhere: 1,
    mailsWaiting: 0,
  });
  for (let twice = 0; twice < 2; twice++) expect((await move()).codes).toEqual([]);
  expect(await event()).toMatchObject({
    startsAt: new Date('2027-06-12T15:00:00Z'),
    place: { key: 'city-hall' },
    movedFromStartsAt: new Date('2027-06-10T15:00:00Z'),
    movedFromEndsAt: new Date('2027-06-10T17:00:00Z'),
    movedFromPlace: { key: 'main-library' },
    // registering ends as long before it as it would have
    registrationClosesAt: new Date('2027-06-11T15:00:00Z'),
  });
  expect((await antti(REACH, { eventId: input.id })).data!.eventReach).toMatchObject({ mailsWaiting: 1, mailsSent: 0 });
  const mails = await told();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: 'aino@example.fi', subject: 'Flyttat: Keskusteluilta' });
  expect(mails[0]!.text).toMatch(/lördag 12 juni 2027 kl\. 18\.00–20\.00[^]*Tidigare: torsdag 10 juni 2027 kl\. 18\.00–20\.00/);
  expect((await antti(REACH, { eventId: input.id })).data!.eventReach).toMatchObject({ mailsWaiting: 0, mailsSent: 1 });
});

test('whoever was not told of a move yet is told of the last one alone', async () => {
  await register({ email: 'aino@example.fi' });
  await told();
  await move();
  await move({ startsAt: '2027-06-14T15:00:00Z', endsAt: '2027-06-14T17:00:00Z' });
  expect((await told()).map(({ text }) => /14\. kesäkuuta/.test(text))).toEqual([true]);
});

test.each([
  ['ends before it begins', { endsAt: '2027-06-12T14:00:00Z' }, 'bad-input'],
  ['would have been', { startsAt: '2027-05-01T15:00:00Z', endsAt: '2027-05-01T16:00:00Z' }, 'event-over'],
])('a move to what %s is refused', async (_, wrong, code) => expect((await move(wrong)).codes).toEqual([code]));

test('a cancelled event says so and why, takes nobody more, and is cancelled once', async () => {
  const { code } = await register({ email: 'aino@example.fi' });
  await told();
  const cancel = () => antti(CANCEL, { input: { id: input.id, reason: { fi: 'Myrskyn vuoksi' } } });
  expect((await cancel()).codes).toEqual([]);
  expect((await cancel()).codes).toEqual(['event-cancelled']);
  expect(await event()).toMatchObject({ cancelledAt: city.clock.now(), cancelReason: { fi: 'Myrskyn vuoksi' } });
  expect((await register({})).codes).toEqual(['event-cancelled']);
  expect((await move()).codes).toEqual(['event-cancelled']);
  expect((await antti(SCHEDULE, { input: { ...input, title: { fi: 'Ilta' } } })).codes).toEqual([]);
  expect((await told()).map(({ to, text }) => [to, /on valitettavasti peruttu[^]*Syy: Myrskyn vuoksi/.test(text)])).toEqual([['aino@example.fi', true]]);
  expect((await antti('mutation ($input: CheckInInput!) { checkIn(input: $input) { id } }', { input: { eventId: input.id, code } })).codes).toEqual([
    'event-cancelled',
  ]);
});

test('what is over is neither moved nor cancelled', async () => {
  city.clock.set('2027-06-11T09:00:00Z');
  expect((await move()).codes).toEqual(['event-over']);
  expect((await antti(CANCEL, { input: { id: input.id } })).codes).toEqual(['event-over']);
});

test('times are corrected until somebody has registered, and moved after that', async () => {
  const later = { ...input, startsAt: '2027-06-10T14:00:00Z' };
  expect((await antti(SCHEDULE, { input: later })).codes).toEqual([]);
  expect(await event()).toMatchObject({ movedAt: null });
  await register({});
  expect((await antti(SCHEDULE, { input })).errors[0]!.extensions).toMatchObject({ code: 'event-has-guests', facts: { guests: 1 } });
  expect((await antti(SCHEDULE, { input: { ...later, title: { fi: 'Ilta' } } })).data!.scheduleEvent.title.fi).toBe('Ilta');
});

test('a mail that does not leave is tried again later, and no more than a few times', async () => {
  await register({ email: 'aino@example.fi' });
  const { mailer } = city.app.services;
  city.app.services.mailer = { send: async () => false, post: () => undefined };
  try {
    for (let n = 0; n < 9; n++) {
      expect(await told()).toEqual([]);
      city.clock.pass(86_400_000);
    }
  } finally {
    city.app.services.mailer = mailer;
  }
  expect(await told()).toEqual([]);
});
