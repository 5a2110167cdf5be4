import type { ApolloClient } from '@apollo/client';
import { inject, type InjectionKey } from 'vue';

export const apolloKey: InjectionKey<ApolloClient> = Symbol('apollo');

/** Who asks: the public without any cookie, so that the answer may be kept for all, or staff or a resident with their session. */
export type ReadAs = 'public' | 'staff' | 'resident';

/** The app's Apollo client. Composables use it, components never do. */
export function useApollo(): ApolloClient {
  const client = inject(apolloKey);
  if (!client) throw new Error('No Apollo client was provided');
  return client;
}
