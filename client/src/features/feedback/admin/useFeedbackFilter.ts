import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { filterOf, queryOf, type FeedbackFilter } from './filter.ts';

/** The filter that the address names, and the verbs that change it. A narrowed list has no piece open. The page of statistics has the same one. */
export function useFeedbackFilter(path = '/hallinta/palautteet') {
  const route = useRoute();
  const router = useRouter();
  const filter = computed(() => filterOf(route.query));
  const set = (next: FeedbackFilter) => router.push({ path, query: queryOf(next) });
  return {
    filter,
    change: (part: Partial<FeedbackFilter>) => set({ ...filter.value, ...part }),
    set,
  };
}
