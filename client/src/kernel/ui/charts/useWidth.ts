import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** As wide as the server draws it, before anybody knows better. */
const USUAL = 640;

/** How wide an element is, kept up to date: a chart is drawn anew rather than stretched, so that its words keep their size. */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const width = ref(USUAL);
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!element.value || typeof ResizeObserver === 'undefined') return;
    observer = new ResizeObserver(([entry]) => {
      width.value = Math.max(240, Math.round(entry!.contentRect.width));
    });
    observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return width;
}
