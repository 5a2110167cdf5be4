import type { Feature } from '../kernel/feature.ts';
import { events } from '../platform/events/events.feature.ts';
import { plan } from '../platform/plan/plan.feature.ts';

/** The nouns that give pages to the app. */
export type FeatureKey = 'plan' | 'events';

/** THE list: what is not here is not in the app. */
export const features = { plan, events } satisfies Record<FeatureKey, Feature>;
