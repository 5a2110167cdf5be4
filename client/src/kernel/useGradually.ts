import { computed, ref, watch, type Ref } from 'vue';
import { turn } from './turn.ts';

/** So many rows of a list are drawn in one go on a slow phone without its going deaf. */
const PIECE = 8;

/**
 * A list that comes some rows at a time, with a breath of the browser between. What is there when the page is made comes at once: the server has rendered it, which
 * renders all of it, or whoever returns wants to be where they were.
 */
export function useGradually<T>(list: () => T[] | undefined): Readonly<Ref<T[] | undefined>> {
  if (import.meta.env.SSR) return computed(list);
  const drawn = ref(list()?.length ?? 0);
  let drawing = false;
  async function draw(): Promise<void> {
    drawing = true;
    while (drawn.value < (list()?.length ?? 0)) {
      drawn.value += PIECE;
      await turn();
    }
    drawing = false;
  }
  watch(
    () => list()?.length,
    (length = 0) => {
      drawn.value = Math.min(drawn.value, length);
      if (!drawing) void draw();
    },
    { flush: 'sync' },
  );
  return computed(() => list()?.slice(0, drawn.value));
}
