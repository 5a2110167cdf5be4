import { computed, ref, watch, type Ref } from 'vue';
import type { FeedbackRow } from './useFeedback.ts';

/** Several pieces of the list chosen at once; what is no longer in the list is no longer chosen. */
export function useChosen(rows: Readonly<Ref<FeedbackRow[] | undefined>>) {
  const ids = ref(new Set<string>());
  const chosen = computed(() => (rows.value ?? []).filter(({ id }) => ids.value.has(id)));
  const clear = () => {
    ids.value = new Set();
  };
  watch(rows, (now) => {
    if (now && ids.value.size) ids.value = new Set(chosen.value.map(({ id }) => id));
  });
  return {
    chosen,
    clear,
    has: (id: string) => ids.value.has(id),
    toggle: (id: string) => {
      const next = new Set(ids.value);
      if (!next.delete(id)) next.add(id);
      ids.value = next;
    },
  };
}

export type Chosen = ReturnType<typeof useChosen>;
