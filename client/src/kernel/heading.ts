import { nextTick, onMounted, toValue, watchEffect, type MaybeRefOrGetter, type Ref } from 'vue';

let awaited = false;

/** Tells that a navigation has happened: the next page heading takes the focus, so that a screen reader starts there. */
export function awaitHeading(): void {
  awaited = true;
}

/** Makes a heading the page's: sets the window's title, and takes the focus when a navigation brought the reader here. */
export function useHeading(element: Readonly<Ref<HTMLElement | null>>, title: MaybeRefOrGetter<string>): void {
  watchEffect(() => {
    const words = toValue(title);
    document.title = words ? `${words} · Torilla` : 'Torilla';
  });
  onMounted(async () => {
    if (!awaited) return;
    awaited = false;
    await nextTick();
    element.value?.focus({ preventScroll: true });
  });
}
