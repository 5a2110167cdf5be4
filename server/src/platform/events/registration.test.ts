import { beforeEach, describe, expect, test } from 'vitest';
import { REGISTRATION_DAYS } from '@torilla/schema/events/limits';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident } from '../../testing/resident.ts';
import { purgeDue } from '../retention/retention.commands.ts';
import { deliver } from '../notifications/deliver.ts';

const city = await aCity();
const HOUR = 3_600_000;
const at = (hours: number) => new Date(city.clock.now().getTime() + hours * HOUR).toISOString();

const SCHEDULE = 'mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id capacity seatsTaken seatsWaited } }';
const REGISTER = 'mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code state name partySize needs ahead } }';
const CANCEL = 'mutation ($code: String!) { cancelRegistration(code: $code) { state name needs email phone } }';
const HELD = 'query ($code: String!) { registration(code: $code) { state name partySize ahead title { fi } views { by data reason } } }';
const SEATS = 'query ($id: ID!) { event(id: $id) { capacity seatsTaken seatsWaited attended } }';
const GUESTS = 'mutation ($eventId: ID!) { openGuests(eventId: $eventId) { nodes { id name state partySize needs email checkedInAt } totalCount } }';
const CHECK_IN = 'mutation ($input: CheckInInput!) { checkIn(input: $input) { id state checkedInAt } }';
const UNDO = 'mutation ($id: ID!) { undoCheckIn(id: $id) { state checkedInAt } }';

let event: { id: string; input: Record<string, unknown> };
beforeEach(async () => {
  const id = newId();
  const input = {
    id,
    kind: 'DISCUSSION',
    title: { fi: 'Keskusteluilta' },
    place: 'main-library',
    startsAt: at(48),
    endsAt: at(50),
    registration: { opensAt: at(-1), closesAt: at(47), capacity: 3 },
  };
  await (
    await city.as('antti')
  )(SCHEDULE, { input });
  event = { id, input };
});

const register = (more: object = {}, ask = city.ask): Promise<Answer> =>
  ask(REGISTER, { input: { id: newId(), eventId: event.id, name: 'Aino', language: 'fi', ...more } });
const registered = async (more: object = {}, ask = city.ask) => (await register(more, ask)).data!.registerForEvent as { code: string; state: string };
const seats = async () => (await city.ask(SEATS, { id: event.id })).data!.event;

test('whoever registers has a place while there is one, and waits after that', async () => {
  expect((await register({ partySize: 2, needs: ' Induktiosilmukka ' })).data!.registerForEvent).toMatchObject({
    code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
    state: 'ATTENDING',
    name: 'Aino',
    partySize: 2,
    needs: 'Induktiosilmukka',
  });
  expect(await registered({ partySize: 2 })).toMatchObject({ state: 'WAITLIST', ahead: 0 });
  expect(await registered({ partySize: 4 })).toMatchObject({ state: 'WAITLIST', ahead: 2 });
  // one more still fits
  expect(await registered()).toMatchObject({ state: 'ATTENDING' });
  expect(await seats()).toEqual({ capacity: 3, seatsTaken: 3, seatsWaited: 6, attended: 0 });
});

test('sent twice it is one registration, and another with its id is refused', async () => {
  const id = newId();
  const first = await registered({ id });
  expect(await registered({ id })).toMatchObject({ code: first.code, state: 'ATTENDING' });
  expect(await receiptOf(id)).toBe(first.code);
  expect((await register({ id, name: 'Eino' })).codes).toEqual(['already-exists']);
  expect(await seats()).toMatchObject({ seatsTaken: 1 });
});

test('nobody registers before it opens, after it closes, or where nobody needs to', async () => {
  city.clock.set(at(-2));
  expect((await register()).codes).toEqual(['registration-closed']);
  city.clock.set(at(2 + 47));
  expect((await register()).codes).toEqual(['registration-closed']);
  const open = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!.events.nodes[0].id;
  expect((await register({ eventId: open })).codes).toEqual(['registration-closed']);
  expect((await register({ eventId: newId() })).codes).toEqual(['unknown-event']);
});

test.each([
  ['no name', { name: '  ' }],
  ['nobody at all', { partySize: 0 }],
  ['a bus', { partySize: 21 }],
  ['an address that is none', { email: 'aino' }],
  ['a phone that is none', { phone: 'soita' }],
])('%s is refused', async (_, wrong) => expect((await register(wrong)).codes).toEqual(['bad-input']));

test('whoever cancels is forgotten, and the next party that fits moves up and is told', async () => {
  const aino = await registered({ partySize: 2, email: 'aino@example.fi', phone: '040 1234567', needs: 'Pyörätuolipaikka' });
  await registered({ name: 'Iso ryhmä', partySize: 4, email: 'ryhma@example.fi' });
  const eino = await registered({ name: 'Eino', partySize: 2, email: 'eino@example.fi', language: 'sv' });
  expect((await city.ask(CANCEL, { code: aino.code.toLowerCase() })).data!.cancelRegistration).toEqual({
    state: 'CANCELLED',
    name: '',
    needs: null,
    email: null,
    phone: null,
  });
  expect((await city.ask(HELD, { code: eino.code })).data!.registration).toMatchObject({ state: 'ATTENDING', title: { fi: 'Keskusteluilta' } });
  expect(await seats()).toEqual({ capacity: 3, seatsTaken: 2, seatsWaited: 4, attended: 0 });
  // taken back again it is as it was
  expect((await city.ask(CANCEL, { code: aino.code })).data!.cancelRegistration).toMatchObject({ state: 'CANCELLED' });
  expect((await city.ask(CANCEL, { code: 'AAAA-AAAA-AAAA' })).codes).not.toEqual([]);

  const before = city.mails.length;
  await deliver(city.context(system));
  const told = city.mails.slice(0, city.mails.length - before);
  expect(told.map(({ to }) => to).sort()).toEqual(['eino@example.fi', 'eino@example.fi', 'ryhma@example.fi']);
  const last = told.find(({ text }) => text.includes('en plats blev ledig'))!;
  expect(last.text).toMatch(new RegExp(`Hej Eino,[^]*Keskusteluilta[^]*kl\\. [^]*/ilmoittautuminen#${eino.code}`));
  // the way to stop it is said in their language too
  expect(last.text).toContain('avbeställa');
  // what has left does not leave again
  await deliver(city.context(system));
  expect(city.mails).toHaveLength(before + 3);
});

test('an account registers once, has its registrations in one place, and may come again after it cancelled', async () => {
  const aino = await aResident(city, 'aino@example.fi');
  const { code } = await registered({}, aino.ask);
  expect((await register({}, aino.ask)).codes).toEqual(['already-registered']);
  const MINE = '{ myRegistrations { code state title { fi } place { fi } eventId } }';
  expect((await aino.ask(MINE)).data!.myRegistrations).toEqual([
    { code, state: 'ATTENDING', title: { fi: 'Keskusteluilta' }, place: { fi: 'Pääkirjasto' }, eventId: event.id },
  ]);
  expect((await city.ask(MINE)).codes).toEqual(['unauthenticated']);
  await aino.ask(CANCEL, { code });
  expect(await registered({}, aino.ask)).toMatchObject({ state: 'ATTENDING' });
});

test('who comes is seen by those who receive them, and they are seen looking', async () => {
  const { code } = await registered({ email: 'aino@example.fi', needs: 'Opaskoira' });
  const [mirja, antti] = [await city.as('mirja'), await city.as('antti')];
  expect((await city.ask(GUESTS, { eventId: event.id })).codes).toEqual(['unauthenticated']);
  expect((await mirja(GUESTS, { eventId: event.id })).codes).toEqual(['forbidden']);
  for (let twice = 0; twice < 2; twice++)
    expect((await antti(GUESTS, { eventId: event.id })).data!.openGuests).toMatchObject({
      totalCount: 1,
      nodes: [{ name: 'Aino', state: 'ATTENDING', partySize: 1, needs: 'Opaskoira', email: 'aino@example.fi', checkedInAt: null }],
    });
  expect((await city.ask(HELD, { code })).data!.registration.views).toEqual([{ by: 'Antti L.', data: 'REGISTRATION', reason: 'EVENT' }]);
  await sql(city.em(), `insert into event_staffing (event_id, staff_member_id) select $1, id from staff_member where email = 'mirja@torilla.example'`, [
    event.id,
  ]);
  expect((await mirja(GUESTS, { eventId: event.id })).data!.openGuests.totalCount).toBe(1);
});

test('who comes is checked in by a press or by the code, once; a slip is taken back', async () => {
  const antti = await city.as('antti');
  const aino = await registered({ partySize: 2 });
  const eino = await registered({ name: 'Eino', partySize: 2 });
  const { nodes } = (await antti(GUESTS, { eventId: event.id })).data!.openGuests;
  const input = { eventId: event.id, registrationId: nodes[0].id };
  for (let twice = 0; twice < 2; twice++) expect((await antti(CHECK_IN, { input })).data!.checkIn).toMatchObject({ state: 'CHECKED_IN' });
  expect(await seats()).toMatchObject({ attended: 2 });
  // he waits, and there is no room for two
  expect((await antti(CHECK_IN, { input: { eventId: event.id, code: eino.code } })).codes).toEqual(['event-full']);
  expect((await city.ask(CANCEL, { code: aino.code })).codes).toEqual(['registration-closed']);
  expect((await antti(UNDO, { id: nodes[0].id })).data!.undoCheckIn).toEqual({ state: 'ATTENDING', checkedInAt: null });
  expect(await seats()).toMatchObject({ attended: 0, seatsTaken: 2 });
  await city.ask(CANCEL, { code: aino.code });
  expect((await antti(CHECK_IN, { input: { eventId: event.id, code: aino.code } })).codes).toEqual(['registration-cancelled']);
  expect((await antti(CHECK_IN, { input: { eventId: event.id, code: eino.code } })).data!.checkIn).toMatchObject({ state: 'CHECKED_IN' });
  expect((await antti(CHECK_IN, { input: { eventId: event.id } })).codes).toEqual(['bad-input']);
  const other = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!.events.nodes[0].id;
  expect((await antti(CHECK_IN, { input: { eventId: other, code: eino.code } })).codes).toEqual(['not-found']);
});

test('more room goes to those who wait; less than is taken is refused, and so is an end to registering', async () => {
  const antti = await city.as('antti');
  await registered({ partySize: 3 });
  await registered({ partySize: 2 });
  const change = (registration: object | null) => antti(SCHEDULE, { input: { ...event.input, registration } });
  const terms = event.input['registration'] as object;
  expect((await change({ ...terms, capacity: 2 })).codes).toEqual(['event-full']);
  expect((await change(null)).codes).toEqual(['event-has-guests']);
  expect((await change({ ...terms, capacity: 5 })).data!.scheduleEvent).toMatchObject({ seatsTaken: 5, seatsWaited: 0 });
  expect((await change({ ...terms, opensAt: at(5), closesAt: at(4) })).codes).toEqual(['bad-input']);
  expect((await change({ ...terms, closesAt: at(51) })).codes).toEqual(['bad-input']);
  // whoever does not know of it changes nothing of it
  const { registration: _, ...rest } = event.input;
  expect((await antti(SCHEDULE, { input: rest })).data!.scheduleEvent).toMatchObject({ capacity: 5 });
});

test('whoever erases their account gives their place to the next', async () => {
  const aino = await aResident(city, 'aino@example.fi');
  await registered({ partySize: 3, name: 'Aino Aalto' }, aino.ask);
  await registered({ partySize: 1, name: 'Aino Aalto', email: 'Aino@example.fi' });
  const eino = await registered({ name: 'Eino', partySize: 2 });
  const held = (await aino.ask('{ myData { class records } }')).data!.myData.find((one: { class: string }) => one.class === 'registration');
  expect(held.records).toMatchObject([{ name: 'Aino Aalto', partySize: 3 }, { email: 'Aino@example.fi' }]);
  await aino.ask('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class } }', { input: { words: 'STAY', dryRun: false } });
  expect((await city.ask(HELD, { code: eino.code })).data!.registration).toMatchObject({ state: 'ATTENDING' });
  expect(await sql(city.em(), `select 1 from registration where name like 'Aino%'`)).toEqual([]);
  expect(await seats()).toMatchObject({ seatsTaken: 2, seatsWaited: 0 });
});

test('a month after the event nothing is held of those who came but how many', async () => {
  await registered({ email: 'aino@example.fi' });
  city.clock.pass((50 + REGISTRATION_DAYS * 24 - 1) * HOUR);
  await purgeDue(city.context(system));
  expect(await sql(city.em(), 'select 1 from registration')).toHaveLength(1);
  city.clock.pass(2 * HOUR);
  await purgeDue(city.context(system));
  expect(await sql(city.em(), 'select 1 from registration union all select 1 from notification')).toEqual([]);
  expect(await seats()).toMatchObject({ seatsTaken: 1 });
});

describe('a tablet at the door', () => {
  /** Pushes that whoever shows this code came, as a worker noted it at an event, and tells what became of it. */
  async function arrives(code: string, { by = 'mirja', ...more }: { by?: string; eventId?: string; capturedAt?: string } = {}): Promise<string> {
    const [{ id: workerId }] = (await sql<{ id: string }>(city.em(), 'select id from staff_member where email = $1', [`${by}@torilla.example`])) as [
      { id: string },
    ];
    const tablet = await TestDevice.tablet(city);
    const answer = await tablet.push(await tablet.seal({ operation: 'event.arrive', input: { code }, eventId: event.id, workerId, ...more }));
    const { code: became, reason } = answer.results[0]!;
    return reason ? `${became} ${reason}` : became;
  }
  const came = async (code: string) =>
    (
      await sql<{ state: string; at: number | null }>(
        city.em(),
        'select state, (extract(epoch from checked_in_at) * 1000)::float8 as at from registration where code = $1',
        [code],
      )
    )[0];
  beforeEach(async () => {
    await sql(city.em(), "insert into event_staffing (event_id, staff_member_id) select $1, id from staff_member where email = 'mirja@torilla.example'", [
      event.id,
    ]);
  });

  test('notes whoever came when they came, once, however late it is sent', async () => {
    const { code } = await registered({ partySize: 2 });
    const capturedAt = at(0);
    city.clock.set(at(1));
    expect(await arrives(code.toLowerCase(), { capturedAt })).toBe('ACCEPTED');
    expect(await arrives(code)).toBe('ACCEPTED');
    expect(await came(code)).toEqual({ state: 'CHECKED_IN', at: Date.parse(capturedAt) });
    expect(await seats()).toMatchObject({ seatsTaken: 2, attended: 2 });
  });

  test('a code of another event, of nobody, or noted by somebody who does not staff it waits for a person', async () => {
    const { code } = await registered();
    const [{ id: other }] = (await sql<{ id: string }>(city.em(), "select id from event where kind = 'MARKET_SQUARE' limit 1")) as [{ id: string }];
    await sql(
      city.em(),
      "insert into event_staffing (event_id, staff_member_id) select $1, id from staff_member where email = 'mirja@torilla.example' on conflict do nothing",
      [other],
    );
    expect(await arrives(code, { eventId: other })).toBe('HELD not-found');
    expect(await arrives(await receiptOf(newId()))).toBe('HELD not-found');
    expect(await arrives(code, { by: 'antti' })).toBe('HELD forbidden');
    expect(await arrives('K7QF-2M9X-4TDA')).toBe('HELD bad-input');
    expect(await came(code)).toEqual({ state: 'ATTENDING', at: null });
  });

  test('whoever cancelled, or waited while it was full, waits for a person', async () => {
    const { code: gone } = await registered();
    await city.ask(CANCEL, { code: gone });
    expect(await arrives(gone)).toBe('HELD registration-cancelled');
    await registered({ partySize: 3 });
    const { code: waits } = await registered();
    expect(await arrives(waits)).toBe('HELD event-full');
    expect(await seats()).toMatchObject({ seatsTaken: 3, seatsWaited: 1, attended: 0 });
  });
});
