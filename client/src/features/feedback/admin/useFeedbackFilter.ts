import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { filterOf, queryOf, type FeedbackFilter } from './filter.ts';

/** The filter that the address names, and the verbs that change it. A narrowed list has no piece open. */
export function useFeedbackFilter() {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => filterOf(route.query));
  const set = (next: FeedbackFilter) => router.push({ path: '/hallinta/palautteet', query: queryOf(next) });
  return {
    filter,
    change: (part: Partial<FeedbackFilter>) => set({ ...filter.value, ...part }),
    set,
  };
}
