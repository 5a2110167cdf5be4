import { computed } from 'vue';
import { EndOtherSessionsDocument, EndSessionDocument, SessionsDocument, type SessionsQuery } from '../../gql/access/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

export type Session = SessionsQuery['sessions'][number];

/** The browsers in which one is signed in, and the verbs that end one, or all but this. */
export function useSessions() {
  const { data, ...read } = useRead(SessionsDocument, {}, { audience: 'resident' });
  const end = useWrite(EndSessionDocument, { audience: 'resident', refetch: ['Sessions'] });
  const endOthers = useWrite(EndOtherSessionsDocument, { audience: 'resident', refetch: ['Sessions'] });
  return { ...read, sessions: computed(() => data.value?.sessions), end, endOthers };
}
