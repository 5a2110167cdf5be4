import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCity } from '../testing/city.ts';
import { httpServer } from './http.ts';

const city = await aCity({ rolledBack: false });
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false, mails: [] });
  await http.ready();
});
afterAll(async () => http.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeOf = (response: { json(): { errors?: { extensions: { code: string } }[] } }) => response.json().errors?.[0]?.extensions.code;

test('health is told apart from readiness', async () => {
  expect((await http.inject('/healthz')).json()).toEqual({ alive: true });
  expect((await http.inject('/readyz')).json()).toEqual({ ready: true });
});

test('a page of strict headers', async () => {
  const { headers } = await http.inject('/healthz');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

test('a public read by GET may be kept and asked again by its tag; a personal one may not', async () => {
  const ask = (query: string, headers = {}) =>
    http.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers: { 'apollo-require-preflight': '1', ...headers } });
  const first = await ask('{ plan { from } }');
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect((await ask('{ plan { from } }', { 'if-none-match': first.headers.etag })).statusCode).toBe(304);
  expect((await ask('{ me { id } }')).headers['cache-control']).toBe('no-store');
  expect((await post({ query: '{ plan { from } }' })).headers['cache-control']).toBe('no-store');
});

test('a form on another site cannot send anything', async () => {
  const forged = await http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'text/plain' },
    payload: JSON.stringify({ query: 'mutation { signOut }' }),
  });
  expect(forged.statusCode).toBeGreaterThanOrEqual(400);
});

test('a body of ten megabytes, and a large one that is no push, are refused before they are read', async () => {
  expect((await post({ query: '{ plan { from } }', x: 'x'.repeat(10_000_000) })).statusCode).toBe(413);
  const middling = await post({ query: '{ plan { from } }', x: 'x'.repeat(400_000) });
  expect(middling.statusCode).toBe(413);
});

test('no JSON, no query and an unknown field are clear errors that echo nothing', async () => {
  expect((await post('{')).statusCode).toBe(400);
  expect(codeOf(await post({}))).toBe('bad-input');
  expect(codeOf(await post({ query: '{ plan { nothing } }' }))).toBe('bad-input');
  const secret = 'not-to-be-echoed';
  const wrong = await post({ query: 'query ($id: Int!) { measure(number: $id) { id } }', variables: { id: secret } });
  expect(codeOf(wrong)).toBe('bad-input');
  expect(wrong.body).not.toContain(secret);
});

test.each([
  ['fragments that go round', 'query { plan { ...a } } fragment a on Plan { ...b } fragment b on Plan { ...a }', 'bad-input'],
  ['introspection sixty levels deep', `query { __schema { types { ${'fields { type { '.repeat(30)} name ${'} }'.repeat(30)} } } }`, 'bad-input'],
  ['twenty thousand aliases', `query { ${Array.from({ length: 20_000 }, (_, i) => `a${i}: captureKey { kid }`).join(' ')} }`, undefined],
  ['a hundred aliases', `query { ${Array.from({ length: 100 }, (_, i) => `a${i}: captureKey { kid }`).join(' ')} }`, 'query-too-expensive'],
])('%s: refused before any work', async (_, query, code) => {
  const response = await post({ query });
  expect(response.statusCode).toBeGreaterThanOrEqual(400);
  if (code) expect(codeOf(response)).toBe(code);
});

test.each([[-1], [2 ** 31]])('a page of %s rows is refused', async (first) => {
  expect(codeOf(await post({ query: `query ($first: Int!) { events(first: $first) { totalCount } }`, variables: { first } }))).toBe('bad-input');
});

test("more than a page holds is the page's most, and a made-up cursor is named as one", async () => {
  expect((await post({ query: '{ events(first: 5000) { nodes { id } } }' })).json().errors).toBeUndefined();
  expect(codeOf(await post({ query: '{ events(after: "junk") { nodes { id } } }' }))).toBe('unknown-cursor');
  expect(codeOf(await post({ query: '{ event(id: "junk") { id } }' }))).toBe('bad-input');
});

test('a member of staff signs in with the mailed code, is known by the cookie and signs out', async () => {
  const REQUEST = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }';
  const SIGN_IN = 'mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { displayName roles } }';
  const email = 'mirja@torilla.example';
  expect((await post({ query: REQUEST, variables: { input: { email } } })).json().data.requestSignInCode).toBe(true);
  expect((await post({ query: REQUEST, variables: { input: { email: 'nobody@torilla.example' } } })).json().data.requestSignInCode).toBe(true);
  const code = /\d{6}/.exec(city.mails[0]!.text)![0];
  expect(city.mails).toHaveLength(1);
  const wrong = code === '000000' ? '111111' : '000000';
  expect(codeOf(await post({ query: SIGN_IN, variables: { input: { email, code: wrong } } }))).toBe('code-wrong');
  const signedIn = await post({ query: SIGN_IN, variables: { input: { email, code } } });
  expect(signedIn.json().data.signInWithCode).toEqual({ displayName: 'Mirja K.', roles: ['WORKER'] });
  const cookie = String(signedIn.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const headers = { cookie: cookie.split(';')[0]! };
  expect((await post({ query: '{ me { displayName } }' }, headers)).json().data.me.displayName).toBe('Mirja K.');
  expect(codeOf(await post({ query: SIGN_IN, variables: { input: { email, code } } }))).toBe('code-wrong');
  expect((await http.inject({ url: '/hallinta/graphiql', headers })).statusCode).toBe(200);
  await post({ query: 'mutation { signOut }' }, headers);
  expect((await post({ query: '{ me { displayName } }' }, headers)).json().data.me).toBeNull();
  expect((await http.inject('/hallinta/graphiql')).statusCode).toBe(302);
});

test('five wrong tries use a code up, and a session ends when it was idle', async () => {
  const REQUEST = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }';
  const SIGN_IN = 'mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { id } }';
  const email = 'antti@torilla.example';
  await post({ query: REQUEST, variables: { input: { email } } });
  const code = /\d{6}/.exec(city.mails[0]!.text)![0];
  const wrong = code === '000000' ? '111111' : '000000';
  for (let i = 0; i < 5; i++) expect(codeOf(await post({ query: SIGN_IN, variables: { input: { email, code: wrong } } }))).toBe('code-wrong');
  expect(codeOf(await post({ query: SIGN_IN, variables: { input: { email, code } } }))).toBe('code-expired');
  await post({ query: REQUEST, variables: { input: { email } } });
  const fresh = /\d{6}/.exec(city.mails[0]!.text)![0];
  const signedIn = await post({ query: SIGN_IN, variables: { input: { email, code: fresh } } });
  const headers = { cookie: String(signedIn.headers['set-cookie']).split(';')[0]! };
  city.clock.pass(31 * 60_000);
  expect((await post({ query: '{ me { id } }' }, headers)).json().data.me).toBeNull();
});
