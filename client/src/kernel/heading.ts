import { nextTick, onMounted, toValue, useSSRContext, watchEffect, type MaybeRefOrGetter, type Ref } from 'vue';

let awaited = false;

/** What a page that the server renders tells about itself. */
export interface RenderContext {
  title?: string;
}

/** Tells that a navigation has happened: the next page heading takes the focus, so that a screen reader starts there. */
export function awaitHeading(): void {
  awaited = true;
}

/** Makes a heading the page's: sets the window's title, and takes the focus when a navigation brought the reader here. */
export function useHeading(element: Readonly<Ref<HTMLElement | null>>, title: MaybeRefOrGetter<string>): void {
  const head: RenderContext = import.meta.env.SSR ? useSSRContext()! : document;
  watchEffect(() => {
    const words = toValue(title);
    head.title = words ? `${words} · Torilla` : 'Torilla';
  });
  onMounted(async () => {
    if (!awaited) return;
    awaited = false;
    await nextTick();
    element.value?.focus({ preventScroll: true });
  });
}
