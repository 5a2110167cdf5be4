import type { ApolloClient } from '@apollo/client';
import type { App } from 'vue';
import { SignOutDocument } from '../../gql/access/graphql.ts';
import { MyAccountDocument } from '../../gql/residents/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { leaving, left } from './presence.ts';

const context = { audience: 'resident' };

/** Tells the city that its resident has signed out here; without a network, when it is back. */
export async function tellOfLeaving(client: ApolloClient): Promise<void> {
  if (!leaving.value) return;
  try {
    // the cookie may be a member of staff's by now, whose session is not ours to end
    const { data } = await client.query({ query: MyAccountDocument, fetchPolicy: 'no-cache', context });
    if (data?.myAccount) await client.mutate({ mutation: SignOutDocument, context });
    left();
  } catch {
    addEventListener('online', () => void tellOfLeaving(client), { once: true });
  }
}

/** What was begun before this page was loaded. */
export const finishLeaving = (app: App): Promise<void> => app.runWithContext(() => tellOfLeaving(useApollo()));
