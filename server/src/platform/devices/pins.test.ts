import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedPinsText } from '@torilla/schema/devices/pins';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
const SET = 'mutation ($input: SetPinInput!) { setPin(input: $input) }';
const PINS = 'query ($input: WorkerPinsInput!) { workerPins(input: $input) { workerId salt iterations hash } }';
const eventId = async () => (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;

async function ask(device: TestDevice, change: object = {}) {
  const asked = { requestId: newId(), deviceId: device.id, eventId: await eventId(), ...change };
  return city.ask(PINS, { input: { signature: await device.sign(signedPinsText(asked)), ...asked, ...change } });
}

test('a tablet of the city is given what the PINs of the event are checked with, and never a PIN', async () => {
  const mirja = await city.as('mirja');
  expect((await mirja('{ hasPin }')).data).toEqual({ hasPin: false });
  await mirja(SET, { input: { pin: '2580' } });
  expect((await mirja('{ hasPin }')).data).toEqual({ hasPin: true });
  const { workerPins } = (await ask(await TestDevice.tablet(city))).data!;
  const me = (await mirja('{ me { id } }')).data!['me'].id;
  expect(workerPins).toEqual([{ workerId: me, salt: expect.any(String), iterations: 600_000, hash: expect.any(String) }]);
  const [{ salt, iterations, hash }] = workerPins;
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
  expect((await ask(other, { eventId: newId() })).data).toEqual({ workerPins: [] });
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
