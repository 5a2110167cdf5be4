import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { giveFeedback } from '@torilla/schema/feedback/capture';
import { Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { arrive, keepReceipt, leave, left, presence } from '../../../platform/residents/presence.ts';
import { aTabletAtTheSquare } from '../testing/page.ts';
import { claimKept } from './claiming.ts';

const refused = (code: string) => new CombinedGraphQLErrors({ errors: [{ message: code, extensions: { code } }] });
/** A city that answers claims, and what it was asked. */
function aCity(answer: (receipt: string) => Error | null) {
  const asked: string[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        const { receipt } = variables['input'] as { receipt: string };
        asked.push(receipt);
        const fault = answer(receipt);
        if (fault) return observer.error(fault);
        observer.next({ data: { __typename: 'Mutation', claimFeedback: null } });
        observer.complete();
      }),
  );
  return { asked, client: new ApolloClient({ cache: new InMemoryCache(), link }) };
}
const nothing = { page: async () => ({ lines: [], cursor: null }) };

beforeEach(() => arrive('aino'));
afterEach(() => {
  leave();
  left();
});

test('what is still here waits until the city has it', async () => {
  const { tab } = await aTabletAtTheSquare();
  // nothing sends by itself here
  const { receipt } = await tab.capture(giveFeedback, { words: 'Penkkejä', channel: 'ONLINE' });
  keepReceipt(receipt);
  const { asked, client } = aCity(() => null);
  await claimKept(client, tab);
  expect(asked).toEqual([]);
  expect(presence.value!.receipts).toEqual([receipt]);
  await tab.drain();
  await claimKept(client, tab);
  expect(asked).toEqual([receipt]);
  expect(presence.value!.receipts).toEqual([]);
});

test.each([
  ['it is done', () => null, [], 2],
  ['it is in another account', () => refused('already-claimed'), [], 2],
  ['it is not in effect yet', () => refused('not-found'), ['A', 'B'], 2],
  ['the session is over', () => refused('unauthenticated'), ['A', 'B'], 1],
  ['there is no network', () => new TypeError('Failed to fetch'), ['A', 'B'], 1],
])('when %s', async (_, answer, kept, times) => {
  for (const receipt of ['A', 'B']) keepReceipt(receipt);
  const { asked, client } = aCity(answer);
  await claimKept(client, nothing);
  expect(asked).toHaveLength(times);
  expect(presence.value!.receipts).toEqual(kept);
});

test('whoever signed out leaves nothing to claim', async () => {
  keepReceipt('A');
  leave();
  const { asked, client } = aCity(() => null);
  await claimKept(client, nothing);
  expect(asked).toEqual([]);
});
