import { inject, type InjectionKey } from 'vue';
import type { Panel, Panels } from './feature.ts';

/** Gives the panels that the nouns add to a page, of those that the reader may see, in order. */
export const panelsKey: InjectionKey<(page: keyof Panels) => readonly Panel[]> = Symbol('panels');

/** The panels of a page of the administration. A noun shows what others know of its things without knowing them. */
export const usePanels = (page: keyof Panels): readonly Panel[] => inject(panelsKey, () => [])(page);
