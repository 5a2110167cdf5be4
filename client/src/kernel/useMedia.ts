import { onScopeDispose, ref, type Ref } from 'vue';

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): Readonly<Ref<boolean>> {
  const list = window.matchMedia(query);
  const holds = ref(list.matches);
  const change = () => {
    holds.value = list.matches;
  };
  list.addEventListener('change', change);
  onScopeDispose(() => list.removeEventListener('change', change));
  return holds;
}
