import { House } from '@lucide/vue';
import type { Audience, NavEntry } from '../kernel/feature.ts';
import { featureList } from './features.ts';

const inOrder = (entries: NavEntry[]) => entries.sort((a, b) => a.order - b.order);
const home: NavEntry = { to: '/', label: 'app.nav.home', icon: House, order: 0, tab: true };

/** The ways on that an audience's bar shows, in order. */
export const navOf = (audience: Audience): NavEntry[] =>
  inOrder([...(audience === 'resident' ? [home] : []), ...featureList.flatMap((f) => f.nav?.[audience] ?? [])]);

/** The routes that features give to an audience. */
export const routesOf = (audience: Audience) => featureList.flatMap((f) => f.routes?.[audience] ?? []);

/** What a resident can do now, in order. */
export const acts = (): NavEntry[] => inOrder(featureList.flatMap((f) => f.acts ?? []));
