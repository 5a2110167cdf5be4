import type { FeatureKey } from '@torilla/schema/kernel/feature';
import { budget } from '../features/budget/budget.feature.ts';
import { feedback } from '../features/feedback/feedback.feature.ts';
import { touchpoints } from '../features/touchpoints/touchpoints.feature.ts';
import type { Feature } from '../kernel/feature.ts';
import { access } from '../platform/access/access.feature.ts';
import { accessibility } from '../platform/accessibility/accessibility.feature.ts';
import { devices } from '../platform/devices/devices.feature.ts';
import { events } from '../platform/events/events.feature.ts';
import { notices } from '../platform/notices/notices.feature.ts';
import { notifications } from '../platform/notifications/notifications.feature.ts';
import { audit } from '../platform/audit/audit.feature.ts';
import { fieldday } from '../platform/fieldday/fieldday.feature.ts';
import { inbox } from '../platform/inbox/inbox.feature.ts';
import { participation } from '../platform/participation/participation.feature.ts';
import { plan } from '../platform/plan/plan.feature.ts';
import { queries } from '../platform/queries/queries.feature.ts';
import { residents } from '../platform/residents/residents.feature.ts';
import { retention } from '../platform/retention/retention.feature.ts';
import { search } from '../platform/search/search.feature.ts';
import { staff } from '../platform/staff/staff.feature.ts';

/** The nouns that many features use. */
const platform = {
  plan,
  participation,
  events,
  devices,
  staff,
  access,
  residents,
  inbox,
  fieldday,
  audit,
  retention,
  notices,
  accessibility,
  search,
  notifications,
  queries,
};

/** The features: THE list. What is not here is not in the app. */
const features = { feedback, touchpoints, budget } satisfies Record<FeatureKey, Feature>;

/** All of them. */
export const featureList: readonly Feature[] = [...Object.values<Feature>(platform), ...Object.values<Feature>(features)];
