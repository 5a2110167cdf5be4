import type { ApolloClient } from '@apollo/client';
import { UnsubscribeBrowserDocument } from '../../gql/notifications/own/graphql.ts';
import { currentEndpoint, forgetBrowser } from './pushBrowser.ts';

/** Whoever signs out is told here no more: in a moment the device may be somebody else's. Without a network the browser forgets it, and the city hears when it tells the next. */
export async function endHere(client: ApolloClient): Promise<void> {
  const endpoint = await currentEndpoint();
  if (!endpoint) return;
  const left = await client.mutate({ mutation: UnsubscribeBrowserDocument, variables: { input: { endpoint } }, context: { audience: 'resident' } }).then(
    ({ data }) => data?.unsubscribeBrowser ?? false,
    () => false,
  );
  if (!left) await forgetBrowser();
}
