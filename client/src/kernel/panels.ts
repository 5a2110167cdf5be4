import { inject, shallowRef, type Component, type InjectionKey, type ShallowRef } from 'vue';
import type { Panel, Panels } from './feature.ts';

/** Gives the panels that the nouns add to a page, of those that the reader may see, in order. */
export const panelsKey: InjectionKey<(page: keyof Panels) => readonly Panel[]> = Symbol('panels');

/**
 * The panels of a page of the administration. A noun shows what others know of its things without knowing them. They come from the top: one whose script is late
 * pushes nothing away that is there already.
 */
export function usePanels(page: keyof Panels): Readonly<ShallowRef<readonly Component[]>> {
  const come = shallowRef<readonly Component[]>([]);
  const coming = inject(panelsKey, () => [])(page).map(({ load }) => load());
  void (async () => {
    for (const one of coming) come.value = [...come.value, (await one).default];
  })();
  return come;
}
