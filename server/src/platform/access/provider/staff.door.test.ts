import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../../kernel/command.ts';
import { httpServer } from '../../../app/http.ts';
import { aBrowser } from '../../../testing/browser.ts';
import { aCity } from '../../../testing/city.ts';
import { realProvider, type Directory } from '../../../testing/realProvider.ts';
import type { ProvidedRole } from '../../staff/providerGrants.ts';

const directory: Directory = {
  olli: { email: 'Olli@Example.fi', email_verified: true, name: 'Olli Officer', roles: ['parks', 'unknown-group'] },
  vera: { email: 'vera@example.fi', roles: ['parks'] },
  visitor: { email: 'visitor@example.fi', roles: ['visitors'] },
  mirja: { email: 'mirja@torilla.example', roles: ['admins'] },
  usurper: { email: 'mirja@torilla.example', roles: ['admins'] },
  antti: { email: 'antti@torilla.example' },
  gone: { email: 'gone@example.fi', roles: ['nowhere'] },
};
const provider = await realProvider('http://localhost/kirjaudu/palvelin/paluu', directory);
const roles: Record<string, ProvidedRole[]> = {
  admins: [{ role: 'ADMINISTRATOR', unit: null }],
  parks: [
    { role: 'OFFICER', unit: 'green-services' },
    { role: 'WORKER', unit: null },
  ],
  nowhere: [{ role: 'OFFICER', unit: 'no-such-unit' }],
};
const city = await aCity({ rolledBack: false, staffProvider: { ...provider.settings, mapping: { claim: 'roles', days: 30, roles } } });
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await provider.stop();
});

const DAY = 24 * 60 * 60_000;
const here = (url: URL) => url.hostname === 'localhost' && !url.pathname.startsWith('/kirjaudu/palvelin');

/** Signs in at the provider by hand, as a person does: address, password, consent. */
async function comesIn(login: string, browser = aBrowser(http)) {
  let at = await browser.go('/kirjaudu/palvelin', { until: here });
  const forms: Record<string, string>[] = [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }];
  for (const form of forms) {
    const submit = /action="([^"]+)"/.exec(at.body);
    if (here(at.url) || !submit) break;
    at = await browser.go(submit[1]!, { form, until: here });
  }
  return { browser, to: at.url.pathname + at.url.search };
}
const grantsOf = (email: string) =>
  sql<{ role: string; unit: string | null; provider: boolean; until: boolean; by: boolean }>(
    city.em(),
    `select g.role, g.unit_key as unit, g.from_provider as provider, g.until is not null as until, g.granted_by_id is not null as by from staff_grant g
     join staff_member s on s.id = g.staff_id where s.email = $1 and g.ended_at is null order by g.role`,
    [email],
  );
async function meOf(browser: ReturnType<typeof aBrowser>) {
  const cookie = `session=${browser.cookies.get('session')}`;
  const { data } = (
    await http.inject({ method: 'POST', url: '/graphql', headers: { cookie }, payload: { query: '{ me { displayName roles } sessions { method } }' } })
  ).json();
  return data as { me: unknown; sessions: unknown[] };
}

test('somebody new comes in with the roles of their groups, and is who the provider says', async () => {
  const { browser, to } = await comesIn('olli');
  expect(to).toBe('/hallinta');
  expect(await meOf(browser)).toEqual({ me: { displayName: 'Olli Officer', roles: ['OFFICER', 'WORKER'] }, sessions: [{ method: 'PROVIDER' }] });
  expect(await grantsOf('olli@example.fi')).toEqual([
    { role: 'OFFICER', unit: 'green-services', provider: true, until: true, by: false },
    { role: 'WORKER', unit: null, provider: true, until: true, by: false },
  ]);
});

test('a second time they are the same person, whatever became of their address, and nothing is given twice', async () => {
  directory['olli']!.email = 'olli.new@example.fi';
  const before = await sql(city.em(), 'select id from staff_grant');
  await comesIn('olli');
  expect(await sql(city.em(), 'select id from staff_grant')).toHaveLength(before.length);
  expect(await sql(city.em(), "select from staff_member where email like 'olli%'")).toHaveLength(1);
});

test('a role that the provider takes away ends at the next sign-in, and what people gave stays', async () => {
  await comesIn('vera');
  const admin = await city.as('hallinta');
  const [{ id: staffId }] = (await sql(city.em(), "select id from staff_member where email = 'vera@example.fi'")) as [{ id: string }];
  await admin('mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }', { input: { id: newId(), staffId, role: 'VIEWER' } });
  directory['vera']!.roles = [];
  const { to, browser } = await comesIn('vera');
  expect(to).toBe('/hallinta');
  expect(await meOf(browser)).toMatchObject({ me: { roles: ['VIEWER'] } });
  expect(await grantsOf('vera@example.fi')).toEqual([{ role: 'VIEWER', unit: null, provider: false, until: false, by: true }]);
});

test('with the last role by the provider’s word they are refused, and the role stays ended', async () => {
  directory['leaver'] = { email: 'leaver@example.fi', roles: ['parks'] };
  const { browser } = await comesIn('leaver');
  directory['leaver'].roles = [];
  expect((await comesIn('leaver')).to).toBe('/kirjaudu?virhe=no-role');
  expect(await grantsOf('leaver@example.fi')).toEqual([]);
  expect(await meOf(browser)).toMatchObject({ me: null });
});

test('whoever does not come back loses what the provider gave, by whatever other way they come', async () => {
  directory['absent'] = { email: 'absent@example.fi', roles: ['parks'] };
  await comesIn('absent');
  city.clock.pass(20 * DAY);
  await comesIn('absent');
  city.clock.pass(20 * DAY);
  const ask = () => city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email: 'absent@example.fi' } });
  await ask();
  expect(city.mails[0]!.to).toBe('absent@example.fi');
  city.clock.pass(11 * DAY);
  const before = city.mails.length;
  await ask();
  expect(city.mails).toHaveLength(before);
  city.clock.set(new Date());
});

test('an unknown person without a role here is refused and not made', async () => {
  expect((await comesIn('visitor')).to).toBe('/kirjaudu?virhe=no-role');
  expect((await comesIn('gone')).to).toBe('/kirjaudu?virhe=no-role');
  expect(await sql(city.em(), "select from staff_member where email = 'visitor@example.fi'")).toEqual([]);
});

test('a colleague who was here before is found by their address, once; nobody else becomes them', async () => {
  expect((await comesIn('mirja')).to).toBe('/hallinta');
  expect(await grantsOf('mirja@torilla.example')).toMatchObject([
    { role: 'ADMINISTRATOR', provider: true },
    { role: 'WORKER', provider: false },
  ]);
  expect((await comesIn('usurper')).to).toBe('/kirjaudu?virhe=address-taken');
});

test('whoever was given a role by hand comes in without any by the provider', async () => {
  expect((await comesIn('antti')).to).toBe('/hallinta');
  expect(await grantsOf('antti@torilla.example')).toMatchObject([{ provider: false }, { provider: false }]);
});

test('the last administrator stays one, though the provider takes the role away', async () => {
  await sql(
    city.em(),
    `update staff_grant g set ended_at = now() from staff_member s where s.id = g.staff_id and s.email = 'hallinta@torilla.example' and g.role = 'ADMINISTRATOR'`,
  );
  directory['mirja']!.roles = [];
  expect((await comesIn('mirja')).to).toBe('/hallinta');
  expect(await grantsOf('mirja@torilla.example')).toMatchObject([{ role: 'ADMINISTRATOR', provider: true }, { role: 'WORKER' }]);
});

test('two tabs that come back at one instant make one person', async () => {
  directory['twice'] = { email: 'twice@example.fi', roles: ['parks'] };
  const answers = await Promise.all([comesIn('twice'), comesIn('twice'), comesIn('twice')]);
  expect(answers.map(({ to }) => to)).toEqual(['/hallinta', '/hallinta', '/hallinta']);
  expect(await grantsOf('twice@example.fi')).toHaveLength(2);
});

test('a provider that is down is said to be, and the mailed code still works', async () => {
  await provider.stop();
  // what it said of itself is believed for a minute, and an earlier test was far ahead
  city.clock.pass(100 * DAY);
  expect((await comesIn('olli')).to).toBe('/kirjaudu?virhe=provider-down');
  expect((await city.ask('{ signInWays(audience: STAFF) }')).data).toEqual({ signInWays: ['PROVIDER', 'PASSKEY', 'CODE'] });
  const email = 'antti@torilla.example';
  await city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email } });
  const code = /\d{6}/.exec(city.mails[0]!.text)![0];
  expect((await city.ask('mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { id } }', { input: { email, code } })).codes).toEqual([]);
});
