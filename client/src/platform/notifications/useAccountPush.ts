import { BrowserSubscribedDocument, SubscribeBrowserDocument, UnsubscribeBrowserDocument } from '../../gql/notifications/own/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { usePush } from './usePush.ts';

/** Whether this browser is told of what concerns whoever is signed in. */
export function useAccountPush(audience: 'resident' | 'staff') {
  const client = useApollo();
  const context = { audience };
  return usePush({
    isOn: async (endpoint) =>
      (await client.query({ query: BrowserSubscribedDocument, variables: { input: { endpoint } }, fetchPolicy: 'no-cache', context })).data!.browserSubscribed,
    turnOn: (input) => client.mutate({ mutation: SubscribeBrowserDocument, variables: { input }, context, refetchQueries: ['MyBrowsers'] }),
    turnOff: async (endpoint) =>
      (await client.mutate({ mutation: UnsubscribeBrowserDocument, variables: { input: { endpoint } }, context, refetchQueries: ['MyBrowsers'] })).data!
        .unsubscribeBrowser,
  });
}
