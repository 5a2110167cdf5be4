import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { anonymous, type Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import { PreparedClient } from '../kernel/read/index.ts';
import { queriesOf } from '../kernel/read/testing/selections.ts';
import { aCity, type Answer } from '../testing/city.ts';
import { TestDevice } from '../testing/device.ts';
import { naiveCity, type Root } from '../testing/naive.ts';
import { apiSchema } from './schema.ts';

const city = await aCity({ rolledBack: false });
const schema = await apiSchema();
const staff = (...roles: Actor['roles']): Actor => ({ kind: 'staff', id: people['mirja']!, roles });
const people: Record<string, string> = {};
const sent = vi.spyOn(PreparedClient.prototype, 'query');
let naive: Awaited<ReturnType<typeof naiveCity>>;
let event: string;
let voice: string;

// a day at the market square, with all that a capture may have, something held, and a photo on its way
beforeAll(async () => {
  for (const { id, email } of await sql<{ id: string; email: string }>(city.em(), 'select id, email from staff_member')) people[email.split('@')[0]!] = id;
  event = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id;
  const measures = (await city.ask('{ plan { measures(first: 15) { id } } }')).data!['plan'].measures as { id: string }[];
  const [tablet, home] = [await TestDevice.tablet(city), await TestDevice.public(city)];
  const topics = ['parks', 'maintenance', 'transport'];
  for (let n = 0; n < 24; n++) {
    const device = n % 5 ? tablet : home;
    const given = await device.seal({
      eventId: n % 3 ? event : null,
      workerId: n % 5 ? people['mirja']! : null,
      input: {
        channel: n % 5 ? 'TALKED' : 'ONLINE',
        ...(n % 4 ? { words: `Puhe ${n}: penkkejä "rantaraitille" 😀` } : { mood: 'ANGRY' }),
        ...(n % 2 && { topics: topics.slice(0, (n % 3) + 1) }),
        ...(n % 6 === 1 && { measureId: measures[n % 15]!.id }),
        ...(n % 6 === 2 && { unit: 'green-services', district: 'pitajansaari' }),
        ...(n % 7 === 3 && {
          contact: {
            name: `Aino ${n}`,
            email: 'aino@example.fi',
            consent: 'Annan luvan',
            deleteOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
          },
        }),
        ...(n % 8 === 5 && { photos: [{ id: newId(), type: 'image/jpeg', bytes: 1234, sha256: 'a'.repeat(64), key: 'A'.repeat(43) }] }),
      },
    });
    if (n % 5) voice = given.id;
    await device.push(given);
  }
  await sql(
    city.em(),
    `insert into resident (id, email, locale, created_at, last_sign_in_at) values ($1, 'aino@example.fi', 'fi', now(), now()), ($2, 'eino@example.fi', 'sv', now(), now())`,
    [aino.id, newId()],
  );
  for (const id of ['mirja', 'antti'])
    await sql(
      city.em(),
      `insert into session (id, hash, staff_id, method, agent, created_at, last_seen_at) values ($1, $1::uuid::text, $2, 'CODE', 'Firefox, Linux', now(), now())`,
      [newId(), people[id]],
    );
  // an unknown verb waits for a person
  await tablet.push(await tablet.seal({ operation: 'feedback.sing' }));
  naive = await naiveCity(city, schema);
});

const worker = (): Actor => staff('WORKER');
const officer = (): Actor => staff('OFFICER');
const administrator = (): Actor => staff('ADMINISTRATOR');
const aino: Actor = { kind: 'resident', id: newId(), roles: [] };
const everybody = [() => anonymous, worker, officer, administrator];
const inside = [worker, officer, administrator];

/** Every root field that reads entities: its arguments, what it is by hand, and who may ask. */
const roots: [field: string, args: () => string, root: () => Root, actors: (() => Actor)[]][] = [
  ['plan', () => '', () => ({ entity: 'Plan', shape: 'one', order: { from: 'desc' } }), everybody],
  ['measure', () => '(number: 5)', () => ({ entity: 'Measure', shape: 'one', where: { number: 5 }, order: { id: 'desc' } }), everybody],
  ['units', () => '', () => ({ entity: 'Unit', shape: 'list' }), everybody],
  ['districts', () => '', () => ({ entity: 'District', shape: 'list' }), everybody],
  ['places', () => '', () => ({ entity: 'Place', shape: 'list' }), everybody],
  ['events', () => '(first: 4)', () => ({ entity: 'Event', shape: 'page', order: { startsAt: 'asc' }, first: 4 }), everybody],
  ['event', () => `(id: "${event}")`, () => ({ entity: 'Event', shape: 'one', where: { id: event } }), everybody],
  ['topics', () => '', () => ({ entity: 'Topic', shape: 'list', order: { position: 'asc' } }), everybody],
  [
    'tallyQuestions',
    () => `(eventId: "${event}")`,
    () => ({ entity: 'TallyQuestion', shape: 'list', where: { event_id: event }, order: { position: 'asc' } }),
    everybody,
  ],
  ['me', () => '', () => ({ entity: 'StaffMember', shape: 'one', where: { id: people['mirja'] } }), [administrator]],
  ['staff', () => '', () => ({ entity: 'StaffMember', shape: 'list', order: { displayName: 'asc' } }), [administrator]],
  ['sessions', () => '', () => ({ entity: 'Session', shape: 'list', order: { lastSeenAt: 'desc' } }), inside],
  ['myAccount', () => '', () => ({ entity: 'Resident', shape: 'one', where: { id: aino.id } }), [() => aino]],
  ['devices', () => '(kind: TABLET)', () => ({ entity: 'Device', shape: 'page', where: { kind: 'TABLET' }, order: { enrolledAt: 'desc' } }), inside],
  ['feedbackPage', () => '(first: 9)', () => ({ entity: 'Feedback', shape: 'page', order: { capturedAt: 'desc' }, first: 9 }), inside],
  ['feedback', () => `(id: "${voice}")`, () => ({ entity: 'Feedback', shape: 'one', where: { id: voice } }), inside],
  [
    'inboxItems',
    () => '(state: HELD)',
    () => ({ entity: 'InboxItem', shape: 'page', where: { state: 'HELD' }, order: { receivedAt: 'asc' }, first: 20 }),
    [officer, administrator],
  ],
  ['auditLines', () => '(first: 30)', () => ({ entity: 'AuditLine', shape: 'page', order: { id: 'desc' }, first: 30 }), [administrator]],
];

test('the day at the square left something of everything', async () => {
  const [there] = await sql(
    city.em(),
    `select (select count(*)::int from feedback) as voices, (select count(*)::int from feedback_contact) as contacts, (select count(*)::int from feedback_photo) as photos,
     (select count(*)::int from inbox_item where state = 'HELD') as held`,
  );
  expect(there).toEqual({ voices: 24, contacts: 3, photos: 3, held: 1 });
});

test.each(roots)('%s is answered as by asking row by row, in one statement', async (field, args, root, actors) => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(queriesOf(schema, field, args(), 4), fc.constantFrom(...actors), async ({ query, variables }, who) => {
      const actor = who();
      sent.mockClear();
      const { data, codes }: Answer = await city.askAs(actor)(query, variables);
      // too much, or a field that is not theirs to read
      if (codes[0] === 'query-too-expensive' || codes[0] === 'forbidden') {
        expect(sent).not.toHaveBeenCalled();
        return;
      }
      expect(codes).toEqual([]);
      expect(sent).toHaveBeenCalledTimes(1);
      expect(JSON.parse(JSON.stringify(data))).toEqual(await naive(query, field, root(), actor, variables));
      compared++;
    }),
    { numRuns: 25, seed: 20_270_518, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(5);
});

test('no root field that reads entities is left out', async () => {
  const entities = new Set([...city.app.orm.getMetadata().getAll().values()].map(({ className }) => className));
  const reading = Object.values(schema.getQueryType()!.getFields()).filter(({ type }) => entities.has(String(type).replace(/Connection|[[\]!]/g, '')));
  expect(reading.map(({ name }) => name).sort()).toEqual(roots.map(([name]) => name).sort());
});
