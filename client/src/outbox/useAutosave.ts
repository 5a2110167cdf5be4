import { onScopeDispose, watch, type WatchSource } from 'vue';

/** No more than this is lost of what was typed, in milliseconds. */
const DELAY = 700;

/**
 * Saves a little after each change, and at once when the page is hidden or left: a tablet's browser may never come back from there.
 * @returns `forget` drops a save that waits, `now` does it
 */
export function useAutosave(source: WatchSource<unknown> | object, save: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  async function now(): Promise<void> {
    if (timer === undefined) return;
    forget();
    await save();
  }
  const hidden = () => {
    if (document.visibilityState === 'hidden') void now();
  };
  const leaving = () => void now();
  watch(
    source,
    () => {
      forget();
      timer = setTimeout(() => void now(), DELAY);
    },
    { deep: true },
  );
  if (import.meta.env.SSR) return { forget, now };
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', leaving);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', leaving);
    void now();
  });
  return { forget, now };
}
