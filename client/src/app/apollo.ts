import { ApolloClient, InMemoryCache, type NormalizedCacheObject } from '@apollo/client';
import type { Ask } from '@torilla/schema/kernel/render';
import { persistedLink } from './persistedLink.ts';

interface Page {
  nodes?: readonly unknown[];
}

/** Pages of a list are added to one another; another filter is another list, and so is one of which fewer were asked. */
const pages = (...filters: string[]) => ({
  keyArgs: ['first', ...filters],
  merge: (before: Page | undefined, page: Page, { args }: { args: Record<string, unknown> | null }) =>
    args?.after && before?.nodes && page.nodes ? { ...page, nodes: [...before.nodes, ...page.nodes] } : page,
});

const cache = () =>
  new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          events: pages('filter'),
          feedbackPage: pages('filter'),
          myFeedback: pages(),
          inboxItems: pages('state'),
          devices: pages('kind'),
          auditLines: pages(),
          viewLines: pages('filter'),
          staffPage: pages('filter'),
          retentionRuns: pages(),
          barriers: pages('answered'),
          search: pages('text', 'kinds', 'language'),
          participations: pages('state'),
          budgetRounds: pages(),
          budgetComments: pages('roundId', 'state'),
          budgetIdeas: pages('roundId', 'categoryId', 'state', 'undecided'),
          budgetProjects: pages('roundId', 'areaId', 'categoryId'),
          touchpointWords: pages('touchpointId', 'state'),
        },
      },
      // what the city lists goes by its name
      Municipality: { keyFields: ['code'] },
      Unit: { keyFields: ['key'] },
      District: { keyFields: ['key'] },
      Place: { keyFields: ['key'] },
      Topic: { keyFields: ['key'] },
      Notice: { keyFields: ['purpose'] },
      // the same thing is told otherwise where something else was looked for
      SearchHit: { keyFields: false },
    },
  });

/** The client of the city's API. What the cache has is shown at once, and asked again; `state` is what it has from the start, as JSON. */
export function createApollo(ask?: Ask, state?: string | null): ApolloClient {
  return new ApolloClient({
    cache: state ? cache().restore(JSON.parse(state) as NormalizedCacheObject) : cache(),
    link: persistedLink(ask),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
    devtools: { enabled: import.meta.env.DEV },
  });
}
