import type { NavEntry, Side } from '../../kernel/feature.ts';

/** The nouns' sides of a resident's own pages, once they have been entered. Apart from what fetches them, which the frame must not import. */
export const ownSides: Side[] = [];

/** The ways on among a resident's own pages, in order. */
export const ownNav = (): NavEntry[] => ownSides.flatMap((side) => side.nav).sort((a, b) => a.order - b.order);
