import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { anonymous, system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { aVisitor, codeTo as mailedCode, signedIn as signIn } from '../../testing/visitor.ts';
import { makeAdministrator } from './links.commands.ts';
import { openedBy } from './session.ts';

const city = await aCity();
const REQUEST = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }';
const STAFF = 'mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { displayName roles } }';
const RESIDENT = 'mutation ($input: SignInAsResidentInput!) { signInAsResident(input: $input) { id email locale } }';
const LINK = 'mutation ($input: FollowSignInLinkInput!) { followSignInLink(input: $input) { displayName roles } }';
const INVITE = 'mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { displayName } }';
const MINUTE = 60_000;
const mirja = 'mirja@torilla.example';

const aBrowser = () => aVisitor(city);
const codeTo = (email: string) => mailedCode(city, email);
const signedIn = (email = mirja, browser = aBrowser()) => signIn(city, email, browser);
const me = async ({ ask }: ReturnType<typeof aBrowser>) => (await ask('{ me { displayName } }')).data!.me;

test('a member of staff signs in with the code that was mailed, once', async () => {
  const browser = await signedIn();
  expect(await me(browser)).toEqual({ displayName: 'Mirja K.' });
  expect((await aBrowser().ask(STAFF, { input: { email: mirja, code: codeTo(mirja) } })).codes).toEqual(['code-wrong']);
});

test('where no provider is named residents come in by the code alone, and staff by a passkey too', async () => {
  const ways = async (audience: string) => (await city.ask('query ($audience: Audience!) { signInWays(audience: $audience) }', { audience })).data!.signInWays;
  expect(await ways('STAFF')).toEqual(['PASSKEY', 'CODE']);
  expect(await ways('RESIDENT')).toEqual(['CODE']);
});

test('a code lasts ten minutes and five tries, and the newest is the only one', async () => {
  await city.ask(REQUEST, { input: { email: mirja } });
  const first = codeTo(mirja);
  await city.ask(REQUEST, { input: { email: mirja } });
  const code = codeTo(mirja);
  const wrong = [first, '000000', '111111', '222222', '333333'].map((one) => (one === code ? '999999' : one));
  for (const guess of wrong) expect((await city.ask(STAFF, { input: { email: mirja, code: guess } })).codes).toEqual(['code-wrong']);
  expect((await city.ask(STAFF, { input: { email: mirja, code } })).codes).toEqual(['code-expired']);
  await city.ask(REQUEST, { input: { email: mirja } });
  city.clock.pass(10 * MINUTE);
  expect((await city.ask(STAFF, { input: { email: mirja, code: codeTo(mirja) } })).codes).toEqual(['code-expired']);
});

test('nobody learns from the answer who works for the city', async () => {
  const before = city.mails.length;
  expect(await city.ask(REQUEST, { input: { email: 'nobody@example.fi' } })).toEqual(await city.ask(REQUEST, { input: { email: mirja } }));
  expect(city.mails.length).toBe(before + 1);
  expect((await city.ask(STAFF, { input: { email: 'nobody@example.fi', code: '123456' } })).codes).toEqual(['code-wrong']);
});

test('an address of staff is a resident’s too, and neither code opens the other door', async () => {
  await city.ask(REQUEST, { input: { email: mirja, audience: 'RESIDENT' } });
  const code = codeTo(mirja);
  expect((await city.ask(STAFF, { input: { email: mirja, code } })).codes).toEqual(['code-wrong']);
  const browser = aBrowser();
  const { data } = await browser.ask(RESIDENT, { input: { email: mirja, code, locale: 'sv' } });
  expect(data!.signInAsResident).toEqual({ id: expect.any(String), email: mirja, locale: 'sv' });
  expect((await browser.ask('{ me { id } myAccount { id } }')).data).toEqual({ me: null, myAccount: { id: data!.signInAsResident.id } });
  expect((await browser.ask('{ staff { id } }')).codes).toEqual(['forbidden']);
});

test('the account of a resident is made once', async () => {
  const ids = [];
  for (const email of ['Aino@Example.fi', 'aino@example.fi']) {
    await city.ask(REQUEST, { input: { email, audience: 'RESIDENT' } });
    ids.push((await aBrowser().ask(RESIDENT, { input: { email, code: codeTo('aino@example.fi') } })).data!.signInAsResident.id);
  }
  expect(ids[0]).toBe(ids[1]);
});

test('a session of staff ends after half an hour without use, and after half a day of it', async () => {
  const idle = await signedIn();
  city.clock.pass(29 * MINUTE);
  expect(await me(idle)).not.toBeNull();
  city.clock.pass(31 * MINUTE);
  expect(await me(idle)).toBeNull();
  const used = await signedIn();
  for (let hour = 0; hour < 12 * 60; hour += 20) {
    expect(await me(used)).not.toBeNull();
    city.clock.pass(20 * MINUTE);
  }
  expect(await me(used)).toBeNull();
});

test('signing in again in the same browser takes the place of the session before, with another secret', async () => {
  const browser = await signedIn();
  const before = browser.secret!;
  await signedIn(mirja, browser);
  expect(browser.secret).not.toBe(before);
  expect(await openedBy(city.em(), before, city.clock, city.app.sessionTimes)).toBeNull();
});

test('one sees one’s own sessions and ends them, and nobody else’s', async () => {
  const [here, there, other] = [await signedIn(), await signedIn(), await signedIn('antti@torilla.example')];
  const { data } = await here.ask('{ sessions { id agent method current } }');
  expect(data!.sessions).toHaveLength(2);
  expect(data!.sessions.filter((one: { current: boolean }) => one.current)).toMatchObject([{ agent: 'Firefox, Linux', method: 'CODE' }]);
  const second = data!.sessions.find((one: { current: boolean }) => !one.current);
  const END = 'mutation ($id: ID!) { endSession(id: $id) }';
  expect((await other.ask(END, { id: second.id })).codes).toEqual(['not-found']);
  expect((await city.ask(END, { id: second.id })).codes).toEqual(['unauthenticated']);
  expect((await here.ask(END, { id: second.id })).codes).toEqual([]);
  expect(await me(there)).toBeNull();
  expect(await me(here)).not.toBeNull();
  expect((await city.ask('{ sessions { id } }')).data).toEqual({ sessions: [] });
});

test('all other sessions of one’s own end at once', async () => {
  const [here, there, other] = [await signedIn(), await signedIn(), await signedIn('antti@torilla.example')];
  expect((await here.ask('mutation { endOtherSessions }')).data).toEqual({ endOtherSessions: 1 });
  expect(await me(there)).toBeNull();
  expect(await me(here)).not.toBeNull();
  expect(await me(other)).not.toBeNull();
  expect((await city.ask('mutation { endOtherSessions }')).codes).toEqual(['unauthenticated']);
});

test('with the last role all sessions end, and do not come back with a new one', async () => {
  const browser = await signedIn();
  const [{ id }] = (await sql(city.em(), 'select id from staff_member where email = $1', [mirja])) as [{ id: string }];
  const admin = await city.as('hallinta');
  await admin('mutation ($id: ID!) { withdrawAccess(staffId: $id) { id } }', { id });
  expect(await me(browser)).toBeNull();
  await admin('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { id: newId(), staffId: id, role: 'WORKER' } });
  expect(await me(browser)).toBeNull();
});

test('whoever has no role gets no code', async () => {
  const admin = await city.as('hallinta');
  const [{ id }] = (await sql(city.em(), 'select id from staff_member where email = $1', [mirja])) as [{ id: string }];
  await admin('mutation ($id: ID!) { withdrawAccess(staffId: $id) { id } }', { id });
  const before = city.mails.length;
  await city.ask(REQUEST, { input: { email: mirja } });
  expect(city.mails.length).toBe(before);
});

test('an invited colleague signs in with the link once, and a newer invitation takes the place of an older', async () => {
  const admin = await city.as('hallinta');
  const input = { id: newId(), email: 'uusi@example.fi', displayName: 'Uuno U.', role: 'WORKER' };
  const secretTo = () => /#(\S+)/.exec(city.mails.find((mail) => mail.to === input.email)!.text)![1]!;
  expect((await admin(INVITE, { input })).data!.inviteStaff).toEqual({ displayName: 'Uuno U.' });
  const first = secretTo();
  await admin(INVITE, { input });
  expect((await city.ask(LINK, { input: { secret: first } })).codes).toEqual(['link-used']);
  const browser = aBrowser();
  expect((await browser.ask(LINK, { input: { secret: secretTo() } })).data!.followSignInLink).toEqual({ displayName: 'Uuno U.', roles: ['WORKER'] });
  expect(await me(browser)).toEqual({ displayName: 'Uuno U.' });
  expect((await city.ask(LINK, { input: { secret: secretTo() } })).codes).toEqual(['link-used']);
  await admin(INVITE, { input });
  city.clock.pass(7 * 24 * 60 * MINUTE);
  expect((await city.ask(LINK, { input: { secret: secretTo() } })).codes).toEqual(['link-used']);
});

test('the operator makes an administrator, who comes in once, and may do so again', async () => {
  const person = { email: 'eka@example.fi', displayName: 'Eka E.' };
  const secretOf = (url: string) => url.split('#')[1]!;
  const first = secretOf(await makeAdministrator(city.context(system), person));
  const second = secretOf(await makeAdministrator(city.context(system), person));
  expect((await city.ask(LINK, { input: { secret: first } })).codes).toEqual(['link-used']);
  expect((await city.ask(LINK, { input: { secret: second } })).data!.followSignInLink).toEqual({ displayName: 'Eka E.', roles: ['ADMINISTRATOR'] });
  await expect(makeAdministrator(city.context(anonymous), person)).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('only administrators invite, and an address is one person', async () => {
  const input = { id: newId(), email: mirja, displayName: 'M', role: 'WORKER' };
  expect((await (await city.as('antti'))(INVITE, { input })).codes).toEqual(['forbidden']);
  expect((await (await city.as('hallinta'))(INVITE, { input })).codes).toEqual(['already-exists']);
});

test('trying tells no more of an address than asking did: an unknown one has its five tries too', async () => {
  const email = 'nobody@example.fi';
  await city.ask(REQUEST, { input: { email } });
  for (let i = 0; i < 5; i++) expect((await city.ask(STAFF, { input: { email, code: '123456' } })).codes).toEqual(['code-wrong']);
  expect((await city.ask(STAFF, { input: { email, code: '123456' } })).codes).toEqual(['code-expired']);
});

test('a code that was never used is forgotten', async () => {
  await city.ask(REQUEST, { input: { email: 'nobody@example.fi' } });
  city.clock.pass(71 * MINUTE);
  await city.ask(REQUEST, { input: { email: mirja } });
  expect(await sql(city.em(), 'select email from sign_in_code')).toEqual([{ email: mirja }]);
});
