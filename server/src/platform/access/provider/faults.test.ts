import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kernel/command.ts';
import { httpServer } from '../../../app/http.ts';
import { aBrowser } from '../../../testing/browser.ts';
import { aCity } from '../../../testing/city.ts';
import { faultyProvider } from '../../../testing/faultyProvider.ts';
import { protocolFaults, type Faults } from '../../../testing/protocolFaults.ts';

const provider = await faultyProvider();
const mapping = { claim: 'roles', days: 30, roles: { admins: [{ role: 'ADMINISTRATOR', unit: null } as const] } };
const city = await aCity({ rolledBack: false, staffProvider: { ...provider.settings, mapping } });
const lines: string[] = [];
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'debug', trustProxy: false, secure: false, log: { write: (line) => void lines.push(line) } });
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await provider.stop();
});
beforeEach(() => {
  provider.state.fault = {};
  provider.state.person = { sub: 'sub-1', email: 'ulla@example.fi', name: 'Ulla Uusitalo', roles: ['admins'] };
  lines.length = 0;
});

const START = '/kirjaudu/palvelin';
const isBack = ({ pathname }: URL) => pathname === '/kirjaudu/palvelin/paluu';
const refusedAs = (url: URL) => url.pathname === '/kirjaudu' && url.searchParams.get('virhe');
const ended = (url: URL) => !url.pathname.startsWith(START) && url.hostname === 'localhost';
async function sessions(): Promise<number> {
  const [row] = await sql<{ n: number }>(city.em(), 'select count(*)::int as n from session');
  return row!.n;
}
/** Nobody is signed in, nobody was made, and the log has the check's name and nothing of the person. */
async function expectNothing(before: number): Promise<void> {
  expect(await sessions()).toBe(before);
  expect(await sql(city.em(), "select from staff_member where email = 'ulla@example.fi'")).toEqual([]);
  expect(lines.join('')).not.toMatch(/ulla|uusitalo|sub-1|code=|state=/i);
}

const faults: Faults = [
  ...protocolFaults,
  ['an address that nobody checked', { claims: (claims) => ({ ...claims, email_verified: false }) }, 'no-address'],
  ['no address', { claims: ({ email: _, ...claims }) => claims }, 'no-address'],
  ['an address that is none', { claims: (claims) => ({ ...claims, email: 'ulla' }) }, 'no-address'],
  ['nobody with a role', { claims: (claims) => ({ ...claims, roles: ['visitors'] }) }, 'no-role'],
];

test.each(faults)('%s is refused', async (_, fault, code, check) => {
  provider.state.fault = fault;
  const before = await sessions();
  const browser = aBrowser(http);
  const { url } = await browser.go(START, { until: ended });
  expect(refusedAs(url)).toBe(code);
  if (check) expect(lines.join('')).toContain(check);
  expect(browser.cookies.has('session')).toBe(false);
  await expectNothing(before);
});

test('a code that is brought twice signs in once', async () => {
  provider.state.person = { sub: 'sub-2', email: 'twice@example.fi', roles: ['admins'] };
  const browser = aBrowser(http);
  const back = await browser.go(START, { until: isBack });
  const pending = [...browser.cookies].find(([name]) => name.startsWith('pending-'));
  expect((await browser.go(back.url, { until: ended })).url.pathname).toBe('/hallinta');
  browser.cookies.delete('session');
  expect(refusedAs((await browser.go(back.url, { until: ended })).url)).toBe('start-again');
  // a thief has the cookie too
  browser.cookies.set(...pending!);
  expect(refusedAs((await browser.go(back.url, { until: ended })).url)).toBe('start-again');
  expect(browser.cookies.has('session')).toBe(false);
});

test('a code that was taken from elsewhere is refused by the provider, and here', async () => {
  const stolen = (await aBrowser(http).go(START, { until: isBack })).url.searchParams.get('code')!;
  const before = await sessions();
  provider.state.fault = { back: (answer) => answer.set('code', stolen) };
  expect(refusedAs((await aBrowser(http).go(START, { until: ended })).url)).toBe('provider-answer');
  await expectNothing(before);
});

test('an answer that was begun in another browser is refused, and used up', async () => {
  const [mine, other] = [aBrowser(http), aBrowser(http)];
  const before = await sessions();
  const back = await mine.go(START, { until: isBack });
  expect(refusedAs((await other.go(back.url, { until: ended })).url)).toBe('start-again');
  // another sign-in's cookie is no better than none
  await other.go(START, { until: isBack });
  const [[, secret]] = [...other.cookies] as [[string, string]];
  const [[name]] = [...mine.cookies] as [[string, string]];
  other.cookies.set(name, secret);
  expect(refusedAs((await other.go(back.url, { until: ended })).url)).toBe('start-again');
  expect(refusedAs((await mine.go(back.url, { until: ended })).url)).toBe('start-again');
  await expectNothing(before);
});

test('an answer that comes after ten minutes is refused', async () => {
  const browser = aBrowser(http);
  const before = await sessions();
  const back = await browser.go(START, { until: isBack });
  city.clock.pass(11 * 60_000);
  expect(refusedAs((await browser.go(back.url, { until: ended })).url)).toBe('start-again');
  city.clock.set(new Date());
  await expectNothing(before);
});

test('two tabs may be on their way at once', async () => {
  provider.state.person = { sub: 'sub-3', email: 'tabs@example.fi', roles: ['admins'] };
  const browser = aBrowser(http);
  const first = await browser.go(`${START}?to=/hallinta/loki`, { until: isBack });
  const second = await browser.go(`${START}?to=//evil.example`, { until: isBack });
  expect((await browser.go(second.url, { until: ended })).url.pathname).toBe('/hallinta');
  expect((await browser.go(first.url, { until: ended })).url.pathname).toBe('/hallinta/loki');
  expect([...browser.cookies.keys()]).toEqual(['session']);
});

test('whoever tries without end is told to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 130 }, () => http.inject({ url: START, remoteAddress: '192.0.2.77' })));
  const told = answers.filter(({ headers }) => headers.location === '/kirjaudu?virhe=too-many-requests');
  expect(told.length).toBeGreaterThan(20);
});
