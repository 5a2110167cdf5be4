import { onScopeDispose, ref, type Ref } from 'vue';

/** The time of day, moved on every so many milliseconds: for what counts down or grows older in sight. */
export function useNow(everyMs = 30_000): Readonly<Ref<number>> {
  const now = ref(Date.now());
  // what is rendered is shown once
  if (import.meta.env.SSR) return now;
  const timer = setInterval(() => {
    now.value = Date.now();
  }, everyMs);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
