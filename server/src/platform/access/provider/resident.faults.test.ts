import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kernel/command.ts';
import { httpServer } from '../../../app/http.ts';
import { aBrowser } from '../../../testing/browser.ts';
import { aCity } from '../../../testing/city.ts';
import { faultyProvider } from '../../../testing/faultyProvider.ts';
import { personMapping } from '../../../testing/personMapping.ts';
import { protocolFaults, type Faults } from '../../../testing/protocolFaults.ts';

const LOA = 'http://ftn.ficora.fi/2017/loa3';
const NUMBER = '010594Y9032';
const provider = await faultyProvider();
const city = await aCity({ rolledBack: false, residentProvider: { ...provider.settings, mapping: { ...personMapping, acr: [LOA, 'loa4'] } } });
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
  provider.state.person = { sub: 'sub-1', name: 'Pihla Tammi', nationalIdentificationNumber: NUMBER, municipalityCode: '075', acr: LOA };
  lines.length = 0;
});

const START = '/oma/tunnistus';
const ended = (url: URL) => !url.pathname.startsWith(START) && url.hostname === 'localhost';
const changed = (name: string, value: unknown) => ({ claims: (claims: object) => ({ ...claims, [name]: value }) });

const faults: Faults = [
  ...protocolFaults,
  ['a number with a wrong letter', changed('nationalIdentificationNumber', '010594Y9033'), 'provider-answer', 'identity-number'],
  ['a number that is no text', changed('nationalIdentificationNumber', 10594), 'provider-answer', 'identity-number'],
  ['nobody’s name', changed('name', ' '), 'provider-answer', 'name'],
  ['no name', changed('name', undefined), 'provider-answer', 'name'],
  ['neither a number nor a day of birth', changed('nationalIdentificationNumber', undefined), 'provider-answer', 'birth-date'],
  ['a way of identification that is not strong', changed('acr', 'password'), 'not-strong', 'acr'],
  ['no word of the way', changed('acr', undefined), 'not-strong', 'acr'],
  ['a child', changed('nationalIdentificationNumber', '240621E903V'), 'too-young'],
];

test.each(faults)('%s is refused', async (_, fault, code, check) => {
  provider.state.fault = fault;
  const browser = aBrowser(http);
  const { url } = await browser.go(START, { until: ended });
  expect([url.pathname, url.searchParams.get('virhe')]).toEqual(['/oma', code]);
  if (check) expect(lines.join('')).toContain(check);
  expect(browser.cookies.has('session')).toBe(false);
  // nobody is made, and the log has nothing of the person
  expect(await sql(city.em(), 'select id from resident union all select id from identity union all select id from session')).toEqual([]);
  expect(lines.join('')).not.toMatch(/pihla|tammi|sub-1|010594|240621|code=|state=/i);
});

test('the broker is asked for a strong way, and to ask anew who it is', async () => {
  const { url } = await aBrowser(http).go(START, { until: ({ hostname }) => hostname !== 'localhost' });
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ acr_values: `${LOA} loa4`, prompt: 'login' });
});

test('whom no fault stops comes in', async () => {
  const browser = aBrowser(http);
  expect((await browser.go(START, { until: ended })).url.pathname).toBe('/oma');
  expect(browser.cookies.has('session')).toBe(true);
});
