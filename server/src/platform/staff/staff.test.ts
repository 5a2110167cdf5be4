import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { TestDevice } from '../../testing/device.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const GRANT = 'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { displayName roles } }';
const END = 'mutation ($id: ID!) { endGrant(id: $id) { roles } }';
const WITHDRAW = 'mutation ($staffId: ID!) { withdrawAccess(staffId: $staffId) { roles } }';
const HOUR = 60 * 60_000;

async function idOf(person: string): Promise<string> {
  const [row] = await sql<{ id: string }>(city.em(), 'select id from staff_member where email = $1', [`${person}@torilla.example`]);
  return row!.id;
}
const grantsOf = async (person: string) =>
  sql<{ id: string; role: string }>(city.em(), 'select id, role from staff_grant where staff_id = $1 and ended_at is null order by role', [await idOf(person)]);
const inAnHour = () => new Date(city.clock.now().getTime() + HOUR).toISOString();

test('a role is given once, however often it is sent, and told of who gave it', async () => {
  const admin = await city.as('hallinta');
  const input = { id: newId(), staffId: await idOf('mirja'), role: 'OFFICER', unit: 'green-services', until: inAnHour() };
  expect((await admin(GRANT, { input })).data!.grantRole).toEqual({ displayName: 'Mirja K.', roles: ['OFFICER', 'WORKER'] });
  expect((await admin(GRANT, { input })).codes).toEqual([]);
  expect((await admin(GRANT, { input: { ...input, id: newId() } })).codes).toEqual(['already-exists']);
  const { data } = await admin('{ staff { displayName grants(first: 1) { role unit { key } grantedBy { displayName } } } }');
  expect(data!.staff).toContainEqual({
    displayName: 'Mirja K.',
    grants: [{ role: 'OFFICER', unit: { key: 'green-services' }, grantedBy: { displayName: 'Hanna P.' } }],
  });
});

test.each([
  [{ role: 'WORKER', unit: 'green-services' }, 'bad-input'],
  [{ role: 'OFFICER', unit: 'no-such' }, 'unknown-unit'],
  [{ role: 'OFFICER', until: '2020-01-01T00:00:00Z' }, 'bad-input'],
  [{ role: 'OFFICER', staffId: newId() }, 'not-found'],
])('%o is refused', async (wrong, code) => {
  const input = { id: newId(), staffId: await idOf('mirja'), ...wrong };
  expect((await (await city.as('hallinta'))(GRANT, { input })).codes).toEqual([code]);
});

test('a role that ran out may be given again', async () => {
  const admin = await city.as('hallinta');
  const input = () => ({ id: newId(), role: 'VIEWER', until: inAnHour() });
  const staffId = await idOf('mirja');
  await admin(GRANT, { input: { ...input(), staffId } });
  city.clock.pass(2 * HOUR);
  expect((await admin(GRANT, { input: { ...input(), staffId } })).codes).toEqual([]);
});

test('only administrators give and end roles', async () => {
  const input = { id: newId(), staffId: await idOf('antti'), role: 'ADMINISTRATOR' };
  const [grant] = await grantsOf('mirja');
  for (const [ask, code] of [
    [city.ask, 'unauthenticated'],
    [await city.as('mirja'), 'forbidden'],
    [await city.as('antti'), 'forbidden'],
  ] as const) {
    expect((await ask(GRANT, { input })).codes).toEqual([code]);
    expect((await ask(END, { id: grant!.id })).codes).toEqual([code]);
    expect((await ask(WITHDRAW, { staffId: await idOf('mirja') })).codes).toEqual([code]);
  }
});

test('the last administrator remains', async () => {
  const admin = await city.as('hallinta');
  const [own] = await grantsOf('hallinta');
  expect((await admin(END, { id: own!.id })).codes).toEqual(['last-administrator']);
  expect((await admin(WITHDRAW, { staffId: await idOf('hallinta') })).codes).toEqual(['last-administrator']);
  await admin(GRANT, { input: { id: newId(), staffId: await idOf('antti'), role: 'ADMINISTRATOR' } });
  expect((await admin(END, { id: own!.id })).data).toEqual({ endGrant: { roles: [] } });
  // ended stays ended, and ending it again changes nothing
  expect((await (await city.as('antti'))(END, { id: own!.id })).codes).toEqual([]);
});

test('where somebody signs in is for administrators', async () => {
  expect((await (await city.as('antti'))('{ staff { email } }')).errors[0]!.extensions).toMatchObject({
    code: 'forbidden',
    facts: { field: 'StaffMember.email' },
  });
  expect((await (await city.as('hallinta'))('{ staff { email } }')).errors).toEqual([]);
});

test('what a worker brings after their right was withdrawn is kept, and waits for a person', async () => {
  const tablet = await TestDevice.tablet(city);
  const workerId = await idOf('mirja');
  const before = await tablet.seal({ workerId });
  expect((await tablet.push(before)).results).toMatchObject([{ code: 'ACCEPTED' }]);
  const late = await tablet.seal({ workerId });
  const admin = await city.as('hallinta');
  await admin(WITHDRAW, { staffId: workerId });
  expect((await tablet.push(before, late)).results).toMatchObject([{ code: 'DUPLICATE' }, { code: 'HELD', reason: 'worker-withdrawn' }]);
  const [held] = (await admin('{ inboxItems { nodes { id } } }')).data!.inboxItems.nodes;
  expect((await admin('mutation ($input: RetryHeldInput!) { retryHeld(input: $input) { state } }', { input: { id: held.id } })).data).toEqual({
    retryHeld: { state: 'ACCEPTED' },
  });
});

test('what was captured before a right ran out counts, whenever it comes', async () => {
  const tablet = await TestDevice.tablet(city);
  const admin = await city.as('hallinta');
  const staffId = await idOf('mirja');
  const [grant] = await grantsOf('mirja');
  await admin(GRANT, { input: { id: newId(), staffId, role: 'OFFICER', until: inAnHour() } });
  await admin(END, { id: grant!.id });
  const at = (ms: number) => new Date(city.clock.now().getTime() + ms).toISOString();
  const [timely, late] = [await tablet.seal({ workerId: staffId, capturedAt: at(0) }), await tablet.seal({ workerId: staffId, capturedAt: at(2 * HOUR) })];
  city.clock.pass(3 * HOUR);
  expect((await tablet.push(timely, late)).results).toMatchObject([{ code: 'ACCEPTED' }, { code: 'HELD', reason: 'worker-withdrawn' }]);
});
