import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import type { DocumentNode } from 'graphql';

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

const hashOf = (document: DocumentNode) => (document as DocumentNode & { __meta__?: { hash: string } }).__meta__?.hash ?? '';

/**
 * The client of the city's API. Queries are persisted and sent by GET, so that public answers can be kept on the way and
 * read offline; they carry no cookie, so that nobody's session changes what everybody sees.
 */
export function createApollo(): ApolloClient {
  const audience = new SetContextLink(({ audience }) => ({ credentials: audience === 'staff' ? 'same-origin' : 'omit' }));
  const persisted = new PersistedQueryLink({ generateHash: hashOf, useGETForHashedQueries: true });
  const http = new HttpLink({ uri: '/graphql', headers: { 'apollo-require-preflight': 'true' } });
  return new ApolloClient({
    cache: cache(),
    link: ApolloLink.from([audience, persisted, http]),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
    devtools: { enabled: import.meta.env.DEV },
  });
}
