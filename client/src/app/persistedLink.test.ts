import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { afterEach, expect, test, vi } from 'vitest';
import { persistedLink } from './persistedLink.ts';

const Known = Object.assign(
  gql`
    query Known {
      city
    }
  `,
  { __meta__: { hash: 'abc' } },
);
const Write = Object.assign(
  gql`
    mutation Write {
      rename
    }
  `,
  { __meta__: { hash: 'def' } },
);
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8' } });

function client(...answers: Response[]) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(answers.shift()!));
  vi.stubGlobal('fetch', fetch);
  const asked = (n: number) => ({ url: new URL(fetch.mock.calls[n]![0] as string, 'http://x'), init: fetch.mock.calls[n]![1]! });
  return { apollo: new ApolloClient({ cache: new InMemoryCache(), link: persistedLink() }), asked, calls: () => fetch.mock.calls.length };
}
afterEach(() => vi.unstubAllGlobals());

test('a query goes by GET under its hash, and without a cookie', async () => {
  const { apollo, asked } = client(json({ data: { city: 'Hamina' } }));
  await apollo.query({ query: Known });
  const { url, init } = asked(0);
  expect(init.method).toBeUndefined();
  expect(init.credentials).toBe('omit');
  expect(JSON.parse(url.searchParams.get('extensions')!)).toEqual({ persistedQuery: { version: 1, sha256Hash: 'abc' } });
});

test('staff ask with their session', async () => {
  const { apollo, asked } = client(json({ data: { city: 'Hamina' } }));
  await apollo.query({ query: Known, context: { audience: 'staff' } });
  expect(asked(0).init.credentials).toBe('same-origin');
});

test('a server that does not know the hash is told the text', async () => {
  const { apollo, asked, calls } = client(
    json({ errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'not-found' } }] }),
    json({ data: { city: 'Hamina' } }),
  );
  expect((await apollo.query({ query: Known })).data).toEqual({ city: 'Hamina' });
  expect(calls()).toBe(2);
  expect(asked(1).init.method).toBe('POST');
  expect(JSON.parse(asked(1).init.body as string).query).toContain('query Known');
});

test('a write goes by POST with its text', async () => {
  const { apollo, asked } = client(json({ data: { rename: true } }));
  await apollo.mutate({ mutation: Write });
  expect(asked(0).init.method).toBe('POST');
});

test('a page of a captive portal is no answer', async () => {
  const { apollo } = client(new Response('<html>Welcome to the hotel</html>', { status: 200, headers: { 'content-type': 'text/html' } }));
  await expect(apollo.query({ query: Known })).rejects.toSatisfy((error) => ServerError.is(error));
});

test('an answer that was asked for before a write is not the answer of who asks after it', async () => {
  let city = 'Fredrikshamn';
  const late: (() => void)[] = [];
  vi.stubGlobal('fetch', (_url: string, { method }: RequestInit) => {
    if (method === 'POST') city = 'Hamina';
    const answer = json({ data: method === 'POST' ? { rename: true } : { city } });
    return method === 'POST' || city === 'Hamina' ? Promise.resolve(answer) : new Promise<Response>((resolve) => late.push(() => resolve(answer)));
  });
  const apollo = new ApolloClient({ cache: new InMemoryCache(), link: persistedLink() });
  const ask = async () => (await apollo.query({ query: Known, fetchPolicy: 'network-only' })).data;
  const before = ask();
  await vi.waitFor(() => expect(late).toHaveLength(1));
  await apollo.mutate({ mutation: Write });
  // asked as the same question, so it shares the request that is under way
  const after = ask();
  late[0]!();
  expect(await after).toEqual({ city: 'Hamina' });
  expect(await before).toEqual({ city: 'Hamina' });
});
