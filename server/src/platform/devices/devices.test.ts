import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
const OFFER = 'mutation ($input: OfferEnrolmentInput!) { offerEnrolment(input: $input) { code } }';
const ENROL = 'mutation ($input: EnrolTabletInput!) { enrolTablet(input: $input) { id name kind role event { id } } }';
const RENAME = 'mutation ($input: RenameDeviceInput!) { renameDevice(input: $input) { name } }';
const RETIRE = 'mutation ($input: RetireDeviceInput!) { retireDevice(input: $input) { retiredAt } }';
const REVOKE = 'mutation ($id: ID!) { revokeDevice(id: $id) { revokedAt } }';
const eventId = async () => (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;
const offer = async (input: object): Promise<string> =>
  (await (await city.as('mirja'))(OFFER, { input: { name: 'Tabletti 1', ...input } })).data!['offerEnrolment'].code;
const enrol = async (device: TestDevice, code: string) => city.ask(ENROL, { input: { deviceId: device.id, publicKey: await device.publicKey(), code } });
const admin = () => city.as('hallinta');
const listed = async (retired: boolean): Promise<string[]> =>
  (await (await admin())('query ($retired: Boolean) { devices(retired: $retired) { nodes { id } } }', { retired })).data!['devices'].nodes.map(
    ({ id }: { id: string }) => id,
  );

test.each(['FIELD', 'KIOSK'])('a code makes one tablet a %s at its event, once and within fifteen minutes', async (role) => {
  const event = await eventId();
  const code = await offer({ role, eventId: event });
  const [tablet, other] = [await TestDevice.strange(city), await TestDevice.strange(city)];
  const told = { id: tablet.id, name: 'Tabletti 1', kind: 'TABLET', role, event: { id: event } };
  expect((await enrol(tablet, code)).data).toEqual({ enrolTablet: told });
  expect((await enrol(other, code)).codes).toEqual(['enrolment-expired']);
  // the answer may have been lost
  expect((await enrol(tablet, code)).data).toEqual({ enrolTablet: told });
  const late = await offer({ role, eventId: event });
  city.clock.pass(15 * 60_000);
  expect((await enrol(other, late)).codes).toEqual(['enrolment-expired']);
});

test('a kiosk is always at an event, and an event that is not there is none', async () => {
  const mirja = await city.as('mirja');
  expect((await mirja(OFFER, { input: { name: 'Kirjasto', role: 'KIOSK' } })).codes).toEqual(['bad-input']);
  expect((await mirja(OFFER, { input: { name: 'Kirjasto', eventId: newId() } })).codes).toEqual(['unknown-event']);
  expect((await mirja(OFFER, { input: { name: '  ' } })).codes).toEqual(['bad-input']);
});

test('only an administrator gives a tablet another name, and residents’ browsers have none', async () => {
  const tablet = await TestDevice.tablet(city);
  const input = { id: tablet.id, name: ' Kirjaston tabletti ' };
  expect((await (await city.as('antti'))(RENAME, { input })).codes).toEqual(['forbidden']);
  expect((await (await admin())(RENAME, { input })).data).toEqual({ renameDevice: { name: 'Kirjaston tabletti' } });
  expect((await (await admin())(RENAME, { input: { ...input, name: '' } })).codes).toEqual(['bad-input']);
  expect((await (await admin())(RENAME, { input: { ...input, id: (await TestDevice.public(city)).id } })).codes).toEqual(['not-found']);
});

test('a tablet that has sent all is retired, and what it brings later is held', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal());
  await tablet.push();
  const late = await tablet.seal();
  expect((await (await admin())(RETIRE, { input: { id: tablet.id } })).data).toEqual({ retireDevice: { retiredAt: expect.any(Date) } });
  expect((await tablet.push(late)).results).toMatchObject([{ code: 'HELD', reason: 'device-retired' }]);
  expect(await listed(true)).toContain(tablet.id);
  expect(await listed(false)).not.toContain(tablet.id);
});

test('what a tablet lacks is named before it is retired, and only what was named is given up', async () => {
  const tablet = await TestDevice.tablet(city);
  const [one, , three] = await Promise.all([1, 2, 3].map(() => tablet.seal()));
  tablet.made = 5;
  await tablet.push(one!, three!);
  await tablet.push();
  const refused = await (await admin())(RETIRE, { input: { id: tablet.id } });
  expect(refused.errors).toMatchObject([{ extensions: { code: 'device-not-empty', facts: { lacking: 3, numbers: ['2', '4–5'] } } }]);
  // it captured one more since that was looked at
  tablet.made = 6;
  await tablet.push();
  expect((await (await admin())(RETIRE, { input: { id: tablet.id, lacking: 3 } })).codes).toEqual(['device-not-empty']);
  expect((await (await admin())(RETIRE, { input: { id: tablet.id, lacking: 4 } })).codes).toEqual([]);
});

test('a tablet that told of unsent captures and of no numbers is not empty either', async () => {
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal());
  // its report was written before the answer came
  expect((await (await admin())(RETIRE, { input: { id: tablet.id } })).errors).toMatchObject([{ extensions: { facts: { lacking: 1, numbers: [] } } }]);
});

test('a new code takes a tablet into use again; the old one, sent once more, does not', async () => {
  const tablet = await TestDevice.strange(city);
  const code = await offer({});
  await enrol(tablet, code);
  for (const [verb, variables] of [
    [REVOKE, { id: tablet.id }],
    [RETIRE, { input: { id: tablet.id } }],
  ] as const) {
    await (
      await admin()
    )(verb, variables);
    await enrol(tablet, code);
    expect((await tablet.push(await tablet.seal())).results).toMatchObject([{ code: 'HELD' }]);
    await tablet.push();
    await enrol(tablet, await offer({}));
    expect((await tablet.push(await tablet.seal())).results).toMatchObject([{ code: 'ACCEPTED' }]);
    await tablet.push();
  }
});
