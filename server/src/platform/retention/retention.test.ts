import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { featureList } from '../../app/features.ts';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { nextRun, purgeDue } from './retention.commands.ts';

const city = await aCity();
// noon at the square: which night is the next does not depend on when the test is run
beforeEach(() => city.clock.set('2027-05-18T09:00:00Z'));
const DAY = 86_400_000;
const RETENTION = '{ retention { nextRunAt rules { key ground days purges held oldest due } } }';
const RUNS = '{ retentionRuns { nodes { went { rule count } failed } totalCount } }';

const asAdministrator = async (query: string) => (await (await city.as('hallinta'))(query)).data!;
const rules = async () =>
  Object.fromEntries((await asAdministrator(RETENTION)).retention.rules.map((rule: { key: string }) => [rule.key, rule])) as Record<
    string,
    { held: number; due: number; oldest: string | null }
  >;
const purge = () => purgeDue(city.context(system));
/** The next night, a moment after the rules are run. */
const tonight = async () => city.clock.set(new Date((await nextRun(city.context(system))).getTime() + 1000));
const count = async (from: string): Promise<number> => (await sql<{ n: number }>(city.em(), `select count(*)::int as n from ${from}`))[0]!.n;
const givenWith = (deleteOn: string, words = 'Penkkejä') => ({
  input: { words, channel: 'TALKED', contact: { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn } },
});
/** The city's day, so many days from now. */
const dayIn = (days: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(city.clock.now().getTime() + days * DAY);

test('every entity is in a rule, or somebody decided that it holds nothing of anybody', () => {
  const decided = [...city.app.services.retention.flatMap(({ of }) => of), ...featureList.flatMap(({ impersonal = [] }) => impersonal)];
  const entities = featureList.flatMap(({ entities }) => entities.map(({ name }) => name));
  expect(
    entities.filter((name) => !decided.includes(name)),
    'give each a rule in its manifest’s `retention`, or name it as `impersonal`',
  ).toEqual([]);
  expect(decided.filter((name) => !entities.includes(name))).toEqual([]);
});

test('an address goes in the night that begins the day which its consent named, and the words stay', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal(givenWith(dayIn(1))), await tablet.seal(givenWith(dayIn(2), 'Valoja')));
  expect(await rules()).toMatchObject({ 'feedback-contact': { held: 2, due: 1, oldest: expect.any(Date) }, feedback: { held: 2, due: 0 } });
  await purge();
  expect(await count('feedback_contact')).toBe(2);
  await tonight();
  await purge();
  expect(await count('feedback_contact')).toBe(1);
  expect(await count('feedback where contact_id is null')).toBe(1);
  // the sealed text told the address too
  expect(await sql(city.em(), "select state, sealed = '' as empty from inbox_item order by sequence")).toEqual([
    { state: 'ACCEPTED', empty: true },
    { state: 'ACCEPTED', empty: false },
  ]);
  expect((await asAdministrator(RUNS)).retentionRuns.nodes[0]).toMatchObject({ went: expect.arrayContaining([{ rule: 'feedback-contact', count: 1 }]) });
});

test('a sealed text goes a month after it was settled; what is sent again is known all the same, and what is held stays', async () => {
  const tablet = await TestDevice.tablet(city);
  const [settled, held, dismissed] = [await tablet.seal(), await tablet.seal({ operation: 'feedback.sing' }), await tablet.seal({ operation: 'feedback.hum' })];
  await tablet.push(settled, held, dismissed);
  city.clock.pass(20 * DAY);
  const item = (await asAdministrator('{ inboxItems { nodes { id operation } } }')).inboxItems.nodes.find(
    (n: { operation: string }) => n.operation === 'feedback.hum',
  );
  const { codes } = await (
    await city.as('hallinta')
  )('mutation ($input: DismissHeldInput!) { dismissHeld(input: $input) { settledAt } }', {
    input: { id: item.id, reason: 'Ei ole palaute' },
  });
  expect(codes).toEqual([]);
  expect(await rules()).toMatchObject({ sealed: { held: 2, due: 0 }, held: { held: 1, due: 0 } });
  city.clock.pass(10 * DAY);
  expect(await rules()).toMatchObject({ sealed: { held: 2, due: 1 } });
  await purge();
  expect(await sql(city.em(), "select state, sealed = '' as empty from inbox_item order by sequence")).toEqual([
    { state: 'ACCEPTED', empty: true },
    { state: 'HELD', empty: false },
    { state: 'DISMISSED', empty: false },
  ]);
  const again = await tablet.push(settled, { ...held, sequence: held.sequence });
  expect(again.results.map(({ code }) => code)).toEqual(['DUPLICATE', 'HELD']);
  city.clock.pass(21 * DAY);
  await purge();
  expect(await count("inbox_item where sealed <> ''")).toBe(1);
  expect(await count('feedback')).toBe(1);
});

test('codes, sessions and offers go once they are over', async () => {
  const [{ id: staff }] = (await sql<{ id: string }>(city.em(), "select id from staff_member where email like 'antti%'")) as [{ id: string }];
  const at = (ms: number) => new Date(city.clock.now().getTime() + ms);
  const aino = newId();
  await sql(city.em(), "insert into resident (id, locale, created_at, last_sign_in_at) values ($1, 'fi', now(), now())", [aino]);
  for (const [email, expires] of [
    ['a@example.fi', -1000],
    ['b@example.fi', 5 * DAY],
  ] as const)
    await sql(city.em(), "insert into sign_in_code (id, audience, email, hash, expires_at) values ($1, 'STAFF', $2, 'x', $3)", [newId(), email, at(expires)]);
  for (const [hash, expires, used] of [
    ['used', 1000, -1000],
    ['over', -1000, null],
    ['good', 1000, null],
  ] as const)
    await sql(city.em(), 'insert into sign_in_link (hash, staff_id, expires_at, used_at) values ($1, $2, $3, $4)', [
      hash,
      staff,
      at(expires),
      used && at(used),
    ]);
  for (const [hash, owner, created, seen] of [
    ['idle', { staff }, -DAY / 3, -31 * 60_000],
    ['old', { staff }, -13 * 3_600_000, -1000],
    ['good', { staff }, -1000, -1000],
    ['at home', { aino }, -80 * DAY, -29 * DAY],
    ['long away', { aino }, -80 * DAY, -31 * DAY],
    ['of last season', { aino }, -91 * DAY, -1000],
  ] as const)
    await sql(
      city.em(),
      "insert into session (id, hash, staff_id, resident_id, method, agent, created_at, last_seen_at) values ($1, $2, $3, $4, 'CODE', '', $5, $6)",
      [newId(), hash, 'staff' in owner ? staff : null, 'aino' in owner ? aino : null, at(created), at(seen)],
    );
  await sql(
    city.em(),
    "insert into device_enrolment (hash, name, offered_by_id, expires_at, used_by) values ('a', 'A', $1, $2, null), ('b', 'B', $1, $3, $4)",
    [staff, at(-2 * DAY), at(-1000), newId()],
  );
  await purge();
  expect(await sql(city.em(), 'select hash from session order by hash')).toEqual([{ hash: 'at home' }, { hash: 'good' }]);
  expect(await sql(city.em(), 'select hash from sign_in_link')).toEqual([{ hash: 'good' }]);
  expect([await count('sign_in_code'), await count('device_enrolment')]).toEqual([1, 1]);
  // a secret's hash is nobody's name
  expect(await sql(city.em(), "select subject, subject_id from audit_line where action = 'retention.purge' order by id")).toEqual([
    { subject: 'SignInCode', subject_id: null },
    { subject: 'SignInLink', subject_id: null },
    { subject: 'Session', subject_id: null },
    { subject: 'DeviceEnrolment', subject_id: null },
  ]);
});

test('bytes of a photo that no words name go after a month; those of words that are held do not', async () => {
  const tablet = await TestDevice.tablet(city);
  const photo = { id: newId(), type: 'image/jpeg', bytes: 12, sha256: 'a'.repeat(64), key: 'A'.repeat(43) };
  const [named, held] = [
    await tablet.seal({ input: { words: 'Kuva', channel: 'TALKED', photos: [photo] } }),
    await tablet.seal({ operation: 'feedback.sing' }),
  ];
  await tablet.push(named, held);
  for (const [id, capture] of [
    [photo.id, named.id],
    [newId(), held.id],
    [newId(), newId()],
  ])
    await sql(city.em(), "insert into attachment (id, capture_id, device_id, sha256, total, begun_at) values ($1, $2, $3, 'x', 12, $4)", [
      id,
      capture,
      tablet.id,
      new Date(city.clock.now().getTime() - 31 * DAY),
    ]);
  expect(await rules()).toMatchObject({ photo: { held: 3, due: 1 } });
  await purge();
  expect(await count('attachment')).toBe(2);
});

test('hundreds go in batches, each with its line in the log', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal());
  await sql(
    city.em(),
    `insert into inbox_conflict (id, capture_id, revision, device_id, sha256, sealed, received_at)
    select gen_random_uuid(), gen_random_uuid(), 1, $1, 'x', 'sealed', $2::timestamptz - interval '31 days' from generate_series(1, 450)`,
    [tablet.id, city.clock.now()],
  );
  await purge();
  expect(await count('inbox_conflict')).toBe(0);
  expect(await count("audit_line where action = 'retention.purge' and subject = 'InboxConflict' and subject_id is not null")).toBe(450);
});

test('a rule that fails is told and keeps none of the others', async () => {
  const context = city.context(system);
  const retention = [
    {
      key: 'broken',
      of: ['Session'],
      ground: 'CONSENT',
      days: 1,
      records: "select 'x' as id, now() as since, now() - interval '1 day' as until",
      purge: async () => 0,
    },
    ...city.app.services.retention,
  ] as typeof city.app.services.retention;
  await sql(
    city.em(),
    "insert into device_enrolment (hash, name, offered_by_id, expires_at) select 'a', 'A', id, now() - interval '2 days' from staff_member limit 1",
  );
  await expect(purgeDue({ ...context, services: { ...context.services, retention } })).rejects.toThrow('could not be kept: broken');
  expect(await count('device_enrolment')).toBe(0);
  expect((await asAdministrator(RUNS)).retentionRuns.nodes).toEqual([{ went: [{ rule: 'enrolment-offer', count: 1 }], failed: ['broken'] }]);
});

test('the rules are for administrators to read and for the server to run', async () => {
  expect((await city.ask(RETENTION)).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('antti'))(RETENTION)).codes).toEqual(['forbidden']);
  expect((await (await city.as('antti'))(RUNS)).codes).toEqual(['forbidden']);
  const { nextRunAt } = (await asAdministrator(RETENTION)).retention;
  expect(new Date(nextRunAt).toLocaleTimeString('fi-FI', { timeZone: 'Europe/Helsinki' })).toBe('2.40.00');
});

test.each([
  ['2027-03-27T23:30:00Z', '2027-03-28T00:40:00.000Z'],
  ['2027-03-28T00:41:00Z', '2027-03-28T23:40:00.000Z'],
  ['2027-10-30T23:39:00Z', '2027-10-30T23:40:00.000Z'],
  ['2027-10-30T23:41:00Z', '2027-11-01T00:40:00.000Z'],
])('after %s the next run is at %s, whatever the clocks are changed to', async (now, next) => {
  city.clock.set(now);
  expect((await nextRun(city.context(system))).toISOString()).toBe(next);
});
