import { staffRoles, staffStates, type StaffFilter } from '@torilla/schema/staff/staff';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

const names = { search: 'haku', role: 'rooli', unit: 'yksikko', state: 'tila' } as const;
type Key = keyof typeof names;

/** Which of the staff the address asks for, and the verb that asks for others. */
export function useStaffFilter() {
  const route = useRoute();
  const router = useRouter();
  const of = (key: Key) => {
    const value = route.query[names[key]];
    return typeof value === 'string' && value ? value : undefined;
  };
  const filter = computed<StaffFilter>(() => ({
    search: of('search')?.slice(0, 100),
    unit: of('unit'),
    role: staffRoles.find((role) => role === of('role')),
    state: staffStates.find((state) => state === of('state')),
  }));
  const set = (next: Partial<Record<Key, string | undefined>>) =>
    router.replace({ query: Object.fromEntries((Object.keys(names) as Key[]).flatMap((key) => (next[key] ? [[names[key], next[key]]] : []))) });
  return {
    filter,
    isNarrowed: computed(() => Object.values(filter.value).some(Boolean)),
    change: (part: Partial<Record<Key, string | undefined>>) => set({ ...(filter.value as Partial<Record<Key, string>>), ...part }),
    showAll: () => set({}),
  };
}
