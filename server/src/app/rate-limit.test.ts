import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aCity } from '../testing/city.ts';
import { TestDevice } from '../testing/device.ts';
import { httpServer } from './http.ts';
import { networkOf } from './rate-limit.ts';

// a budget is used up by thousands of requests, which take a busy machine minutes
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const city = await aCity({ rolledBack: false });
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: true, secure: false });
  await http.ready();
});
afterAll(async () => http.close());
// every budget is full again
beforeEach(() => city.clock.pass(3_600_000));

const post = (body: unknown, from: string, headers: Record<string, string> = {}) =>
  http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...headers },
    payload: JSON.stringify(body),
  });
const aliases = (n: number) => ({ query: `{ ${Array.from({ length: n }, (_, i) => `a${i}: captureKey { kid }`).join(' ')} }` });
const one = aliases(1);
type Answered = Awaited<ReturnType<typeof post>>;
const codeOf = (response: Answered): string | undefined => response.json().errors?.[0]?.extensions.code;

/** Sends until it is refused, a hundred at a time. @returns how many were answered, and the refusal */
async function untilRefused(send: () => Promise<Answered>, most: number): Promise<{ answered: number; refusal: Answered }> {
  for (let answered = 0; answered <= most; answered += 100) {
    const responses = await Promise.all(Array.from({ length: 100 }, send));
    const refused = responses.filter((response) => codeOf(response) === 'too-many-requests');
    if (refused.length) return { answered: answered + 100 - refused.length, refusal: refused[0]! };
  }
  throw new Error(`not refused after ${most}`);
}

test('many small requests of one address are refused in time, told when to come again, and answered then; another address is not touched', async () => {
  const { answered, refusal } = await untilRefused(() => post(one, '192.0.2.7'), 7000);
  expect(answered).toBe(6000);
  expect(refusal.statusCode).toBe(429);
  expect(refusal.json().errors[0].extensions).toEqual({ code: 'too-many-requests', facts: { retryAfterMs: 10 } });
  expect(refusal.headers['retry-after']).toBe('1');
  expect((await post(one, '192.0.2.8')).json().data).toMatchObject({ a0: { kid: expect.any(String) } });
  city.clock.pass(10);
  expect((await post(one, '192.0.2.7')).json().data).toMatchObject({ a0: { kid: expect.any(String) } });
  expect(codeOf(await post(one, '192.0.2.7'))).toBe('too-many-requests');
});

test('ten aliases cost as much as ten requests, in fragments too', async () => {
  const spread = { query: `query { ...all ... on Query { b: captureKey { kid } } } fragment all on Query { ${aliases(9).query.slice(1, -1)} }` };
  for (const [body, from] of [
    [aliases(10), '192.0.2.9'],
    [spread, '192.0.2.10'],
  ] as const) {
    const { answered, refusal } = await untilRefused(() => post(body, from), 1000);
    expect(answered).toBe(600);
    expect(refusal.json().data).toBeUndefined();
  }
});

test('twenty thousand aliases are refused unread, and asking for them again and again is counted as well', async () => {
  const huge = aliases(20_000);
  const refused = await post(huge, '192.0.2.11');
  expect(refused.statusCode).toBe(413);
  // as large as a body may be
  const large = aliases(9_000);
  expect(codeOf(await post(large, '192.0.2.11'))).toBe('query-too-expensive');
  for (let n = 1; n < 6000; n += 100) await Promise.all(Array.from({ length: Math.min(100, 6000 - n) }, () => post({ query: '{ nonsense' }, '192.0.2.11')));
  expect(codeOf(await post(large, '192.0.2.11'))).toBe('too-many-requests');
});

test('a batch of operations is not taken', async () => {
  const response = await post([one, one], '192.0.2.12');
  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'bad-input' } }] });
  expect(response.body).not.toContain('kid');
});

test('who is signed in has a budget of their own, wherever they sit', async () => {
  const email = 'hallinta@torilla.example';
  await post({ query: 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', variables: { input: { email } } }, '192.0.2.13');
  const code = /\d{6}/.exec(city.mails[0]!.text)![0];
  const signedIn = await post(
    { query: 'mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { id } }', variables: { input: { email, code } } },
    '192.0.2.13',
  );
  const headers = { cookie: String(signedIn.headers['set-cookie']).split(';')[0]! };
  let n = 0;
  const { answered } = await untilRefused(() => post(one, `192.0.2.${14 + (n++ % 9)}`, headers), 2000);
  expect(answered).toBe(1200);
  expect((await post(one, '192.0.2.14')).json().errors).toBeUndefined();
});

test('a device that sends too often is told when to come again, and loses nothing', async () => {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal();
  const codes: string[] = [];
  for (let n = 0; n < 601; n++) codes.push(...(await tablet.tryPush(n ? [] : [item])).codes);
  expect(codes).toEqual(['too-many-requests']);
  city.clock.pass(100);
  expect((await tablet.push(item)).results).toMatchObject([{ code: 'DUPLICATE' }]);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('the household of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
