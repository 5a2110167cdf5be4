import { ApolloClient, InMemoryCache } from '@apollo/client';
import { persistedLink } from './persistedLink.ts';

/** Pages of a list are added to one another; another filter is another list. */
const pages = {
  keyArgs: ['filter'],
  merge: (before: { nodes: unknown[] } | undefined, page: { nodes: unknown[] }, { args }: { args: Record<string, unknown> | null }) =>
    (args?.after && before ? { ...page, nodes: [...before.nodes, ...page.nodes] } : page),
};

const cache = () => new InMemoryCache({
  typePolicies: {
    Query: { fields: { events: pages } },
    // what the city lists goes by its name
    Municipality: { keyFields: ['code'] },
    Unit: { keyFields: ['key'] },
    District: { keyFields: ['key'] },
    Place: { keyFields: ['key'] },
    Topic: { keyFields: ['key'] },
  },
});

/** The client of the city's API. What the cache has is shown at once, and asked again. */
export function createApollo(): ApolloClient {
  return new ApolloClient({
    cache: cache(),
    link: persistedLink(),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
    devtools: { enabled: import.meta.env.DEV },
  });
}
