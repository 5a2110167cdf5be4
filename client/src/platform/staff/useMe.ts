import type { StaffRole } from '@torilla/schema/staff/staff';
import { computed } from 'vue';
import { SignOutDocument } from '../../gql/access/graphql.ts';
import { MeDocument } from '../../gql/staff/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { allows } from './roles.ts';

/** The member of staff who is signed in; null when nobody is, undefined until it is known. */
export function useMe() {
  const { data, ...read } = useRead(MeDocument, {}, { audience: 'staff' });
  const me = computed(() => data.value?.me);
  return { me, ...read, may: (roles?: readonly StaffRole[]) => Boolean(me.value && allows(me.value.roles, roles)) };
}

/** Ends the session, and forgets on this device whatever it had read. */
export function useSignOut() {
  const client = useApollo();
  const { run, ...write } = useWrite(SignOutDocument);
  async function signOut(): Promise<boolean> {
    if (!(await run({}))) return false;
    await client.clearStore();
    return true;
  }
  return { ...write, signOut };
}
