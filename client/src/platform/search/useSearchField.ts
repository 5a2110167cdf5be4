import { onScopeDispose, ref, watch } from 'vue';

/** As long as somebody types on, nothing is looked for. */
const PAUSE_MS = 250;

/** A field for what is looked for, and the words as they are after a moment of not typing. */
export function useSearchField(from = '') {
  const typed = ref(from);
  const text = ref(from.trim());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    text.value = typed.value.trim();
  };
  watch(typed, () => {
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE_MS);
  });
  onScopeDispose(() => clearTimeout(timer));
  return { typed, text, settle };
}
