import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { anonymous } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';

// requests are transactions of their own here, on connections of their own
const city = await aCity({ rolledBack: false });
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const CAPACITY = 20;

test('64 parties register at one instant and a third of them cancel at another: never more have a place than there are, and nobody waits who would fit', async () => {
  const eventId = newId();
  const input = { id: eventId, kind: 'DISCUSSION', title: { fi: 'Ilta' }, place: 'main-library', startsAt: at(48), endsAt: at(50) };
  const registration = { opensAt: at(-1), closesAt: at(48), capacity: CAPACITY };
  await (
    await city.as('antti')
  )('mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id } }', { input: { ...input, registration } });
  const asks = Array.from({ length: 64 }, (_, n) => city.askAs(anonymous, { address: `192.0.2.${n}` }));
  const REGISTER = 'mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code state } }';
  const answers = await Promise.all(
    asks.map((ask, n) => ask(REGISTER, { input: { id: newId(), eventId, name: `Asukas ${n}`, partySize: (n % 3) + 1, language: 'fi' } })),
  );
  expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
  await standsFirm(eventId);
  const CANCEL = 'mutation ($code: String!) { cancelRegistration(code: $code) { state } }';
  const cancelled = await Promise.all(answers.slice(0, 21).map(({ data }, n) => asks[n]!(CANCEL, { code: data!.registerForEvent.code })));
  expect(cancelled.flatMap(({ codes }) => codes)).toEqual([]);
  await standsFirm(eventId);
});

async function standsFirm(eventId: string): Promise<void> {
  const [row] = await sql<Record<string, number>>(
    city.em(),
    `select e.seats_taken as counted, e.seats_waited as "countedWaiting", coalesce(sum(r.party_size) filter (where r.state = 'ATTENDING'), 0)::int as taken,
      coalesce(sum(r.party_size) filter (where r.state = 'WAITLIST'), 0)::int as waiting, min(r.party_size) filter (where r.state = 'WAITLIST') as least
    from event e join registration r on r.event_id = e.id where e.id = $1 group by e.id`,
    [eventId],
  );
  const { counted, countedWaiting, taken, waiting, least } = row!;
  expect([counted, countedWaiting]).toEqual([taken, waiting]);
  expect(taken).toBeLessThanOrEqual(CAPACITY);
  expect(CAPACITY - taken!).toBeLessThan(least ?? Infinity);
}
