import { Braces, Gauge } from '@lucide/vue';
import type { NavEntry } from '../../kernel/feature.ts';
import { adminEntries } from './sides.ts';

// what belongs to no noun of its own
const own: readonly NavEntry[] = [
  { to: '/hallinta', label: 'app.admin.overview', icon: Gauge, order: 0 },
  { to: '/hallinta/graphiql', label: 'app.admin.graphql', icon: Braces, order: 80, group: 'data', outside: true },
];

/** The administration's navigation in its groups, the unnamed first. */
export function adminNav(): { group: NavEntry['group']; entries: NavEntry[] }[] {
  const entries = [...own, ...adminEntries()].sort((a, b) => a.order - b.order);
  return ([undefined, 'collecting', 'people', 'data'] as const).map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }));
}
