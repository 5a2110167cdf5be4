import { House } from '@lucide/vue';
import type { Audience, Feature, NavEntry } from '../kernel/feature.ts';
import { features } from './features.ts';

const all: Feature[] = Object.values(features);
const inOrder = (entries: NavEntry[]) => entries.sort((a, b) => a.order - b.order);
const home: NavEntry = { to: '/', label: 'app.nav.home', icon: House, order: 0, tab: true };

/** The ways on that an audience's bar shows, in order. */
export const navOf = (audience: Audience): NavEntry[] =>
  inOrder([...(audience === 'resident' ? [home] : []), ...all.flatMap((f) => f.nav?.[audience] ?? [])]);

/** The routes that features give to an audience. */
export const routesOf = (audience: Audience) => all.flatMap((f) => f.routes?.[audience] ?? []);

/** What a resident can do now, in order. */
export const acts = (): NavEntry[] => inOrder(all.flatMap((f) => f.acts ?? []));
