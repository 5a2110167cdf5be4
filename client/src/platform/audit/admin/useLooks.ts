import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { AdminLogPeopleDocument, AdminViewsDocument } from '../../../gql/audit/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { looksFilterOf, looksInputOf, looksQueryOf, type LooksFilter } from './looksFilter.ts';

/** Who opened personal data and why, the newest first, narrowed down as the address says. */
export function useLooks() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => looksFilterOf(route.query));
  const { data: people } = useRead(AdminLogPeopleDocument, {}, { audience: 'staff' });
  return {
    ...usePages(
      AdminViewsDocument,
      () => ({ first: 50, filter: looksInputOf(filter.value) }),
      (answer) => answer.viewLines,
    ),
    filter,
    /** Narrows the list down by a part more, or by one less. */
    change: (part: LooksFilter) => router.replace({ query: looksQueryOf({ ...filter.value, ...part }) }),
    /** Whom the list can be narrowed down to. */
    people: computed(() => people.value?.staff.map(({ id, displayName }) => ({ value: id, label: displayName })) ?? []),
  };
}
