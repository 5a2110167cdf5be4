import { computed, ref, shallowRef, watch } from 'vue';
import type { EntryLine } from './reading.ts';
import { useOutbox } from './useOutbox.ts';

const PAGE = 50;
/** Pages that are looked through for what is wanted: others may have been at it for hours. */
const FAR = 10;

/**
 * The list of what was captured, newest first, a page at a time; what is shown follows what happens. It is read again after each
 * change: who shows a few asks for small pages, until there are `enough` that are wanted.
 */
export function useEntries(wanted: (line: EntryLine) => boolean = () => true, { size = PAGE, enough = 1 } = {}) {
  const { outbox, status } = useOutbox();
  const lines = shallowRef<EntryLine[]>([]);
  const next = ref<number | null>(null);
  const loading = ref(true);
  let pages = 1;

  async function read(): Promise<void> {
    const box = await outbox;
    let cursor: number | null = null;
    const found: EntryLine[] = [];
    for (let page = 0; page < pages || (found.length < enough && page < pages + FAR); page++) {
      const part = await box.page(cursor, size);
      found.push(...part.lines.filter(wanted));
      cursor = part.cursor;
      if (cursor === null) break;
    }
    lines.value = found;
    next.value = cursor;
    loading.value = false;
  }
  const again = () =>
    read().catch(() => {
      loading.value = false;
    });
  watch(status, again, { immediate: true });
  return {
    lines,
    loading,
    more: computed(() => next.value !== null),
    again,
    showMore: () => {
      pages++;
      return again();
    },
  };
}

/** Where one capture is: followed until it is with the city. Null until it was found among the newest. */
export function useEntryState(id: () => string | null) {
  const { lines, again } = useEntries((line) => line.id === id());
  watch(id, again);
  return computed(() => lines.value[0]?.state ?? null);
}
