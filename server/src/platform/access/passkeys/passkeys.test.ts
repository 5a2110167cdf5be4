import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { anonymous } from '../../../kernel/actor.ts';
import { sql } from '../../../kernel/command.ts';
import { anAuthenticator, type Lie } from '../../../testing/authenticator.ts';
import { aCity } from '../../../testing/city.ts';
import { aVisitor, signedIn, type Visitor } from '../../../testing/visitor.ts';

const city = await aCity();
const OFFER = 'mutation { offerPasskey }';
const ADD = 'mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { name } }';
const LIST = '{ passkeys { id name lastUsedAt } }';
const BEGIN = 'mutation { beginPasskeySignIn }';
const SIGN_IN = 'mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { displayName roles } }';
const mirja = 'mirja@torilla.example';
const MINUTE = 60_000;

async function keeps(browser: Visitor, device = anAuthenticator(), name = 'Työpuhelin', lie: Lie = {}) {
  const options = (await browser.ask(OFFER)).data!.offerPasskey;
  const id = newId();
  return { id, device, answer: await browser.ask(ADD, { input: { id, name, response: device.create(options, lie) } }) };
}
const begin = async () => (await city.ask(BEGIN)).data!.beginPasskeySignIn;
async function comesIn(device: ReturnType<typeof anAuthenticator>, lie: Lie = {}, browser = aVisitor(city)) {
  return { browser, answer: await browser.ask(SIGN_IN, { input: { response: device.get(await begin(), lie) } }) };
}

test('a passkey is made, named, listed, used without an address, and removed', async () => {
  const browser = await signedIn(city, mirja);
  const { id, device, answer } = await keeps(browser);
  expect(answer.data!.addPasskey).toEqual({ name: 'Työpuhelin' });
  expect((await browser.ask(LIST)).data!.passkeys).toEqual([{ id, name: 'Työpuhelin', lastUsedAt: null }]);
  const there = await comesIn(device);
  expect(there.answer.data!.signInWithPasskey).toEqual({ displayName: 'Mirja K.', roles: ['WORKER'] });
  expect((await there.browser.ask('{ sessions { method current } }')).data!.sessions).toContainEqual({ method: 'PASSKEY', current: true });
  await browser.ask('mutation ($input: RenamePasskeyInput!) { renamePasskey(input: $input) { name } }', { input: { id, name: 'Puhelin' } });
  expect((await browser.ask(LIST)).data!.passkeys).toMatchObject([{ name: 'Puhelin', lastUsedAt: expect.anything() }]);
  expect((await browser.ask('mutation ($id: ID!) { removePasskey(id: $id) }', { id })).codes).toEqual([]);
  expect((await comesIn(device)).answer.codes).toEqual(['passkey-refused']);
});

test('the same passkey sent twice is one, and a device is not taken for two people', async () => {
  const browser = await signedIn(city, mirja);
  const device = anAuthenticator();
  const options = (await browser.ask(OFFER)).data!.offerPasskey;
  const input = { id: newId(), name: 'Avain', response: device.create(options) };
  expect((await browser.ask(ADD, { input })).codes).toEqual([]);
  expect((await browser.ask(ADD, { input })).codes).toEqual([]);
  expect((await keeps(await signedIn(city, 'antti@torilla.example'), device)).answer.codes).toEqual(['already-exists']);
  expect((await browser.ask(OFFER)).data!.offerPasskey.excludeCredentials).toMatchObject([{ id: device.id }]);
});

const lies: [what: string, lie: Lie][] = [
  ['made at another site', { origin: 'https://evil.example' }],
  ['made for another site', { rpId: 'evil.example' }],
  ['of somebody whom the device does not know', { unverified: true }],
  ['that signs something else than was asked', { challenge: Buffer.from('something-else').toString('base64url') }],
  ['of another kind', { type: 'payment.get' }],
];
test.each(lies)('a passkey %s is neither kept nor lets in', async (_, lie) => {
  const browser = await signedIn(city, mirja);
  expect((await keeps(browser, anAuthenticator(), 'Väärä', lie)).answer.codes).toEqual(['passkey-refused']);
  const { device } = await keeps(browser);
  const { answer, browser: other } = await comesIn(device, lie);
  expect(answer.codes).toEqual(['passkey-refused']);
  expect(other.secret).toBeNull();
});

test.each<[string, Lie]>([
  ['another signature', { signs: Buffer.from('x') }],
  ['another person’s name', { handle: Buffer.from(newId()).toString('base64url') }],
  ['a counter that stands still, as a copy’s does', { counter: 1 }],
  ['a counter that goes back', { counter: 0 }],
])('%s lets nobody in', async (_, lie) => {
  const { device } = await keeps(await signedIn(city, mirja));
  expect((await comesIn(device, lie)).answer.codes).toEqual(['passkey-refused']);
});

test('what is asked to be signed is good once, for five minutes, and for what it was asked for', async () => {
  const browser = await signedIn(city, mirja);
  const { device } = await keeps(browser);
  const asked = await begin();
  expect((await city.ask(SIGN_IN, { input: { response: device.get(asked) } })).codes).toEqual([]);
  expect((await city.ask(SIGN_IN, { input: { response: device.get(asked) } })).codes).toEqual(['passkey-refused']);
  // a wrong answer uses it up as well
  const again = await begin();
  expect((await city.ask(SIGN_IN, { input: { response: device.get(again, { signs: Buffer.from('x') }) } })).codes).toEqual(['passkey-refused']);
  expect((await city.ask(SIGN_IN, { input: { response: device.get(again) } })).codes).toEqual(['passkey-refused']);
  const late = await begin();
  city.clock.pass(5 * MINUTE);
  expect((await city.ask(SIGN_IN, { input: { response: device.get(late) } })).codes).toEqual(['passkey-refused']);
  // what was asked for a new passkey signs nobody in, and the other way round
  const offered = (await browser.ask(OFFER)).data!.offerPasskey;
  expect((await city.ask(SIGN_IN, { input: { response: device.get(offered) } })).codes).toEqual(['passkey-refused']);
  const response = anAuthenticator().create({ ...(await begin()), user: offered.user });
  expect((await browser.ask(ADD, { input: { id: newId(), name: 'x', response } })).codes).toEqual(['passkey-refused']);
  // nor does what was asked of one make another's
  const other = await signedIn(city, 'antti@torilla.example');
  const mine = (await browser.ask(OFFER)).data!.offerPasskey;
  expect((await other.ask(ADD, { input: { id: newId(), name: 'x', response: anAuthenticator().create(mine) } })).codes).toEqual(['passkey-refused']);
});

test('devices that share their keys count nothing, and are let in', async () => {
  const { device } = await keeps(await signedIn(city, mirja), anAuthenticator(), 'Pilvi', { counter: 0 });
  for (let i = 0; i < 2; i++) expect((await comesIn(device, { counter: 0 })).answer.codes).toEqual([]);
});

test.each([
  ['nothing', null],
  ['text', 'x'],
  ['an empty answer', {}],
  ['an answer of bytes', { id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: '!!' } }],
])('%s instead of a browser’s answer is named as such', async (_, response) => {
  expect((await city.ask(SIGN_IN, { input: { response } })).codes).toEqual(['bad-input']);
  expect((await (await signedIn(city, mirja)).ask(ADD, { input: { id: newId(), name: 'x', response } })).codes).toEqual(['bad-input']);
});

test('passkeys are offered where browsers keep them: at an address with a name, over https', async () => {
  const waysAt = async (publicUrl: string) =>
    (await city.askAs(anonymous, { services: { ...city.app.services, publicUrl } })('{ signInWays(audience: STAFF) }')).data!.signInWays;
  expect(await waysAt('https://torilla.example.fi')).toEqual(['PASSKEY', 'CODE']);
  expect(await waysAt('http://localhost:4000')).toEqual(['PASSKEY', 'CODE']);
  for (const url of ['http://torilla.example.fi', 'https://192.0.2.1', 'https://[2001:db8::1]:8443']) expect(await waysAt(url)).toEqual(['CODE']);
});

test('whoever was sent away by somebody has no passkey when they come back; whoever was away for long has', async () => {
  const admin = await city.as('hallinta');
  const [{ id: staffId }] = (await sql(city.em(), 'select id from staff_member where email = $1', [mirja])) as [{ id: string }];
  const give = () => admin('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { id: newId(), staffId, role: 'WORKER' } });
  const { device } = await keeps(await signedIn(city, mirja));
  await sql(city.em(), 'update staff_grant set until = $1 where staff_id = $2', [new Date(city.clock.now().getTime() + MINUTE), staffId]);
  city.clock.pass(2 * MINUTE);
  expect((await comesIn(device)).answer.codes).toEqual(['passkey-refused']);
  expect((await give()).codes).toEqual([]);
  expect((await comesIn(device)).answer.codes).toEqual([]);
  await admin('mutation ($id: ID!) { withdrawAccess(staffId: $id) { id } }', { id: staffId });
  await give();
  expect((await comesIn(device)).answer.codes).toEqual(['passkey-refused']);
});

test('whoever has no role is not let in, and passkeys are their owner’s alone', async () => {
  const browser = await signedIn(city, mirja);
  const { id, device } = await keeps(browser);
  const admin = await city.as('hallinta');
  expect((await admin(LIST)).data!.passkeys).toEqual([]);
  expect((await admin('mutation ($id: ID!) { removePasskey(id: $id) }', { id })).codes).toEqual(['not-found']);
  expect((await admin('mutation ($input: RenamePasskeyInput!) { renamePasskey(input: $input) { name } }', { input: { id, name: 'x' } })).codes).toEqual([
    'not-found',
  ]);
  expect((await city.ask(OFFER)).codes).toEqual(['unauthenticated']);
  await sql(city.em(), `update staff_grant g set until = now() from staff_member s where s.id = g.staff_id and s.email = $1`, [mirja]);
  city.clock.pass(1000);
  expect((await comesIn(device)).answer.codes).toEqual(['passkey-refused']);
});
