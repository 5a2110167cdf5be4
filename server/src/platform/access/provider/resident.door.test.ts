import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kernel/command.ts';
import { httpServer } from '../../../app/http.ts';
import { aBrowser } from '../../../testing/browser.ts';
import { aCity } from '../../../testing/city.ts';
import { personMapping } from '../../../testing/personMapping.ts';
import { realProvider, type Directory } from '../../../testing/realProvider.ts';

const directory: Directory = {
  kaisa: { name: 'Kaisa Koivu', nationalIdentificationNumber: '020190-902D', municipalityCode: '075' },
  // the same person, by another means of identification
  bank: { name: 'Kaisa Koivu', nationalIdentificationNumber: '020190-902d', municipalityCode: '075' },
  kalle: { name: 'Kalle Koivu', nationalIdentificationNumber: '150375-903K', municipalityCode: '091' },
  // whom the register keeps to itself
  turva: { name: 'Tuuli Turva', nationalIdentificationNumber: '131052-308T' },
  jean: { name: 'Jean Dupont', birthdate: '1988-03-04', municipalityCode: '075' },
  lapsi: { name: 'Lumi Lapsi', nationalIdentificationNumber: '240621E903V', municipalityCode: '075' },
};
const provider = await realProvider('http://localhost/oma/tunnistus/paluu', directory);
const city = await aCity({ rolledBack: false, residentProvider: { ...provider.settings, scope: 'openid profile', mapping: personMapping } });
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await provider.stop();
});

const here = (url: URL) => url.hostname === 'localhost' && !url.pathname.startsWith('/oma/tunnistus');
type Browser = ReturnType<typeof aBrowser>;

/** Leaves for the provider, and signs in there by hand, as a person does: address, password, consent. */
async function leaves(login: string, browser: Browser, start = '/oma/tunnistus') {
  let at = await browser.go(start, { until: here });
  const isBack = (url: URL) => url.hostname === 'localhost';
  const forms: Record<string, string>[] = [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }];
  for (const form of forms) {
    const submit = /action="([^"]+)"/.exec(at.body);
    if (isBack(at.url) || !submit) break;
    at = await browser.go(submit[1]!, { form, until: isBack });
  }
  return at.url;
}
async function comesIn(login: string, browser = aBrowser(http), start?: string) {
  const back = await leaves(login, browser, start);
  const { url } = here(back) ? { url: back } : await browser.go(back, { until: here });
  return { browser, to: url.pathname + url.search };
}
async function ask(browser: Browser, query: string, variables: object = {}) {
  const cookie = `session=${browser.cookies.get('session')}`;
  return (await http.inject({ method: 'POST', url: '/graphql', headers: { cookie }, payload: { query, variables } })).json().data as Record<string, any>;
}
const WHO = '{ myAccount { id email locale } myIdentity { name birthDate homeMunicipality residence } sessions { method } }';
/** A browser in which somebody has signed in by a mailed code. */
async function byCode(email: string): Promise<Browser> {
  const browser = aBrowser(http);
  await city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email, audience: 'RESIDENT' } });
  const code = /\d{6}/.exec(city.mails.find((mail) => mail.to === email)!.text)![0];
  const payload = {
    query: 'mutation ($input: SignInAsResidentInput!) { signInAsResident(input: $input) { id } }',
    variables: { input: { email, code } },
  };
  const answer = await http.inject({ method: 'POST', url: '/graphql', payload });
  browser.cookies.set('session', answer.cookies.find(({ name }) => name === 'session')!.value);
  return browser;
}
const dump = async (): Promise<string> => {
  const tables = await sql<{ name: string }>(city.em(), `select table_name as name from information_schema.tables where table_schema = 'public'`);
  const rows = await Promise.all(tables.map(({ name }) => sql<{ text: string }>(city.em(), `select t::text as text from "${name}" t`)));
  return rows
    .flat()
    .map(({ text }) => text)
    .join('\n');
};

test('somebody new comes into an account of their own, in their language, and is who the broker says', async () => {
  const { browser, to } = await comesIn('kaisa', aBrowser(http), '/oma/tunnistus?kieli=sv');
  expect(to).toBe('/oma');
  expect(await ask(browser, WHO)).toEqual({
    myAccount: { id: expect.any(String), email: null, locale: 'sv' },
    myIdentity: { name: 'Kaisa Koivu', birthDate: '1990-01-02', homeMunicipality: '075', residence: 'HERE' },
    sessions: [{ method: 'PROVIDER' }],
  });
});

test('the same person comes into the same account, by whatever means and called whatever', async () => {
  const first = await ask((await comesIn('kaisa')).browser, WHO);
  directory['bank']!['name'] = 'Kaisa Kuusi';
  const second = await ask((await comesIn('bank')).browser, WHO);
  expect(second['myAccount'].id).toBe(first['myAccount'].id);
  expect(second['myIdentity'].name).toBe('Kaisa Kuusi');
});

test('residence is what the register says, and of a foreign identity it says nothing', async () => {
  const of = async (login: string) => (await ask((await comesIn(login)).browser, WHO))['myIdentity'];
  expect(await of('kalle')).toMatchObject({ homeMunicipality: '091', residence: 'ELSEWHERE' });
  expect(await of('turva')).toMatchObject({ homeMunicipality: null, residence: 'UNVERIFIED' });
  expect(await of('jean')).toEqual({ name: 'Jean Dupont', birthDate: '1988-03-04', homeMunicipality: null, residence: 'UNVERIFIED' });
  const before = await sql(city.em(), 'select from resident');
  await of('jean');
  expect(await sql(city.em(), 'select from resident')).toHaveLength(before.length);
});

test('an account by mail becomes the person’s who shows who they are, and they come in both ways', async () => {
  directory['aino'] = { name: 'Aino Aalto', nationalIdentificationNumber: '290200A901C', municipalityCode: '075' };
  const browser = await byCode('aino@example.fi');
  const { myAccount } = await ask(browser, WHO);
  expect((await comesIn('aino', browser, '/oma/tunnistus?to=/oma/tiedot')).to).toBe('/oma/tiedot');
  expect(await ask(browser, WHO)).toMatchObject({ myAccount, myIdentity: { name: 'Aino Aalto' } });
  expect((await ask((await comesIn('aino')).browser, WHO))['myAccount']).toEqual(myAccount);
});

test('a second account of the same person is refused, and so is another person for an account; neither learns whose it is', async () => {
  const second = await byCode('kaisa.toinen@example.fi');
  expect((await comesIn('kaisa', second)).to).toBe('/oma?virhe=other-account');
  expect(await ask(second, WHO)).toMatchObject({ myAccount: { email: 'kaisa.toinen@example.fi' }, myIdentity: null });
  const { browser } = await comesIn('kalle');
  directory['tuttu'] = { name: 'Tuttu Toinen', nationalIdentificationNumber: '010180-9015' };
  // at another computer, where the broker does not know the one before
  const elsewhere = aBrowser(http);
  elsewhere.cookies.set('session', browser.cookies.get('session')!);
  expect((await comesIn('tuttu', elsewhere)).to).toBe('/oma?virhe=other-person');
  expect(await ask(elsewhere, WHO)).toMatchObject({ myIdentity: { name: 'Kalle Koivu' } });
});

test('a child is told of the guardian’s account, and nothing of them is kept', async () => {
  expect((await comesIn('lapsi')).to).toBe('/oma?virhe=too-young');
  expect(await dump()).not.toMatch(/Lumi/);
});

test('what was begun in one account does not come back into another', async () => {
  directory['eero'] = { name: 'Eero Erä', nationalIdentificationNumber: '010199+9012' };
  const browser = await byCode('eero@example.fi');
  const back = await leaves('eero', browser);
  // meanwhile somebody else has signed in on the same computer
  browser.cookies.set('session', (await byCode('muu@example.fi')).cookies.get('session')!);
  const { url } = await browser.go(back, { until: here });
  expect(url.pathname + url.search).toBe('/oma?virhe=start-again');
  expect((await ask(browser, WHO))['myIdentity']).toBeNull();
});

test('no table holds an identity number or by what name the broker knows somebody, and once erased nothing of a person', async () => {
  const text = await dump();
  for (const { nationalIdentificationNumber: number } of Object.values(directory))
    if (number) expect(text.toUpperCase()).not.toContain(String(number).toUpperCase());
  expect(text).not.toMatch(/\bkalle\b/);
  const { browser } = await comesIn('kalle');
  expect(text).toContain('Kalle Koivu');
  const { myData } = await ask(browser, '{ myData { class ground records } }');
  const held = myData.find((one: { class: string }) => one.class === 'identity');
  expect(held).toMatchObject({ ground: 'PUBLIC_TASK', records: [{ name: 'Kalle Koivu', birthDate: '1975-03-15', homeMunicipality: '091' }] });
  expect(Object.keys(held.records[0])).not.toContain('personHash');
  await ask(browser, 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class } }', { input: { words: 'STAY', dryRun: false } });
  expect(await dump()).not.toMatch(/Kalle/);
  // and whoever comes again is somebody new
  expect((await ask((await comesIn('kalle')).browser, WHO))['myIdentity']).toMatchObject({ name: 'Kalle Koivu' });
});

test('tabs that come back at one instant make one account', async () => {
  directory['twice'] = { name: 'Tupla Tammi', nationalIdentificationNumber: '310180-901H' };
  const answers = await Promise.all([comesIn('twice'), comesIn('twice'), comesIn('twice')]);
  expect(answers.map(({ to }) => to)).toEqual(['/oma', '/oma', '/oma']);
  expect(await sql(city.em(), `select from identity where name = 'Tupla Tammi'`)).toHaveLength(1);
});

test('a broker that is down is said to be; where there is none, nothing leads to it', async () => {
  expect((await city.ask('{ signInWays(audience: RESIDENT) }')).data).toEqual({ signInWays: ['PROVIDER', 'CODE'] });
  expect((await city.ask('{ signInWays(audience: STAFF) }')).data).toEqual({ signInWays: ['PASSKEY', 'CODE'] });
  await provider.stop();
  city.clock.pass(61_000);
  expect((await comesIn('kaisa')).to).toBe('/oma?virhe=provider-down');
});
