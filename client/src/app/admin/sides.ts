import type { AdminSide, NavEntry, Panel, Panels } from '../../kernel/feature.ts';

/** The nouns' sides of the administration, once it has been entered. Apart from what fetches them, which the frame must not import. */
export const sides: AdminSide[] = [];

/** The nouns' lines in the administration's navigation. */
export const adminEntries = (): NavEntry[] => sides.flatMap((side) => side.nav);

/** What the nouns add to a page of the administration, in order. */
export const panelsOf = (page: keyof Panels): Panel[] => sides.flatMap((side) => side.panels?.[page] ?? []).sort((a, b) => a.order - b.order);
