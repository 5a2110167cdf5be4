import { computed } from 'vue';
import { AdminLogDocument, AdminLogPeopleDocument } from '../../../gql/audit/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';

/** The log of writes, the newest first, and the names behind its ids. */
export function useLog() {
  const { data: people } = useRead(AdminLogPeopleDocument, {}, { audience: 'staff' });
  const names = computed(() => new Map(people.value?.staff.map(({ id, displayName }) => [id, displayName])));
  return {
    ...usePages(AdminLogDocument, { first: 50 }, (answer) => answer.auditLines),
    nameOf: (id: string | null | undefined) => (id ? names.value.get(id) : undefined),
  };
}
