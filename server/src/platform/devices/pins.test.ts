import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { rosterText } from '@torilla/schema/devices/roster';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
const SET = 'mutation ($input: SetPinInput!) { setPin(input: $input) }';
const ROSTER = 'query ($input: AskRosterInput!) { roster(input: $input) { requestId deviceName workers { id displayName pin { salt iterations hash } } } }';
const eventId = async () => (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;

async function ask(device: TestDevice, change: object = {}) {
  const asked = { requestId: newId(), deviceId: device.id, eventId: await eventId(), sentAt: city.clock.now().toISOString(), ...change };
  return city.ask(ROSTER, { input: { signature: await device.sign(rosterText(asked)), ...asked, ...change } });
}

test('a tablet of the city is told who staffs its event and what their PINs are checked with, and never a PIN', async () => {
  const mirja = await city.as('mirja');
  expect((await mirja('{ hasPin }')).data).toEqual({ hasPin: false });
  await mirja(SET, { input: { pin: '2580' } });
  expect((await mirja('{ hasPin }')).data).toEqual({ hasPin: true });
  const requestId = newId();
  const { roster } = (await ask(await TestDevice.tablet(city), { requestId })).data!;
  expect(roster).toMatchObject({ requestId, deviceName: 'Tabletti 1' });
  const me = (await mirja('{ me { id } }')).data!['me'].id;
  expect(roster.workers).toEqual([
    { id: expect.any(String), displayName: 'Antti L.', pin: null },
    { id: expect.any(String), displayName: 'Hanna P.', pin: null },
    { id: me, displayName: 'Mirja K.', pin: { salt: expect.any(String), iterations: 600_000, hash: expect.any(String) } },
  ]);
  const { salt, iterations, hash } = roster.workers[2].pin;
  expect(pbkdf2Sync('2580', Buffer.from(salt, 'base64url'), iterations, 32, 'sha256').toString('base64url')).toBe(hash);
});

test('nobody else is', async () => {
  await (
    await city.as('mirja')
  )(SET, { input: { pin: '2580' } });
  const [tablet, other] = [await TestDevice.tablet(city), await TestDevice.tablet(city, 'Tabletti 2')];
  expect((await ask(await TestDevice.public(city))).codes).toEqual(['device-unknown']);
  expect((await ask(await TestDevice.strange(city))).codes).toEqual(['device-unknown']);
  expect((await ask(tablet, { deviceId: other.id })).codes).toEqual(['signature-invalid']);
  expect((await ask(tablet, { signature: 'AAAA' })).codes).toEqual(['signature-invalid']);
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { revokeDevice(id: $id) { id } }', { id: tablet.id });
  expect((await ask(tablet)).codes).toEqual(['device-revoked']);
  expect((await ask(other, { eventId: newId() })).data).toMatchObject({ roster: { workers: [] } });
  expect((await city.ask('{ events { nodes { staffing { displayName } } } }')).codes).toEqual(['forbidden']);
});

test('a request that somebody kept is good for minutes only, and cannot be made out to be newer', async () => {
  const tablet = await TestDevice.tablet(city);
  const at = (minutes: number) => new Date(city.clock.now().getTime() + minutes * 60_000).toISOString();
  const asked = { requestId: newId(), deviceId: tablet.id, eventId: await eventId(), sentAt: at(0) };
  const kept = { ...asked, signature: await tablet.sign(rosterText(asked)) };
  expect((await city.ask(ROSTER, { input: kept })).codes).toEqual([]);
  city.clock.pass(6 * 60_000);
  expect((await city.ask(ROSTER, { input: kept })).codes).toEqual(['signature-stale']);
  expect((await city.ask(ROSTER, { input: { ...kept, sentAt: at(0) } })).codes).toEqual(['signature-invalid']);
  // nor is one made ahead of its time, and a clock that is a little wrong is no matter
  expect((await ask(tablet, { sentAt: at(6) })).codes).toEqual(['signature-stale']);
  for (const minutes of [-4, 4]) expect((await ask(tablet, { sentAt: at(minutes) })).codes).toEqual([]);
});

test.each(['123', '123456789', '12a4', ''])('%s is no PIN', async (pin) => {
  expect((await (await city.as('mirja'))(SET, { input: { pin } })).codes).toEqual(['bad-input']);
});

test('a forgotten PIN is taken away by an administrator, one’s own by oneself', async () => {
  const mirja = await city.as('mirja');
  const id = (await mirja('{ me { id } }')).data!['me'].id;
  const CLEAR = 'mutation ($id: ID!) { clearPin(staffId: $id) { id } }';
  await mirja(SET, { input: { pin: '2580' } });
  expect((await (await city.as('antti'))(CLEAR, { id })).codes).toEqual(['forbidden']);
  await (
    await city.as('hallinta')
  )(CLEAR, { id });
  expect((await mirja('{ hasPin }')).data).toEqual({ hasPin: false });
  await mirja(SET, { input: { pin: '2580' } });
  await mirja(SET, { input: { pin: null } });
  expect((await mirja('{ hasPin }')).data).toEqual({ hasPin: false });
  expect((await city.ask(SET, { input: { pin: '2580' } })).codes).toEqual(['unauthenticated']);
});
