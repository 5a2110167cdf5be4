import { computed } from 'vue';
import { EndSessionDocument, SessionsDocument, type SessionsQuery } from '../../gql/access/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

export type Session = SessionsQuery['sessions'][number];

/** The browsers in which one is signed in, and the verb that ends one. */
export function useSessions() {
  const { data, ...read } = useRead(SessionsDocument, {}, { audience: 'resident' });
  const end = useWrite(EndSessionDocument, { audience: 'resident', refetch: ['Sessions'] });
  return { ...read, sessions: computed(() => data.value?.sessions), end };
}
