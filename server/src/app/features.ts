import type { FeatureKey } from '@torilla/schema/kernel/feature';
import type { Feature } from '../kernel/feature.ts';
import { budget } from '../features/budget/budget.feature.ts';
import { feedback } from '../features/feedback/feedback.feature.ts';
import { touchpoints } from '../features/touchpoints/touchpoints.feature.ts';
import { access } from '../platform/access/access.feature.ts';
import { accessibility } from '../platform/accessibility/accessibility.feature.ts';
import { audit } from '../platform/audit/audit.feature.ts';
import { devices } from '../platform/devices/devices.feature.ts';
import { events } from '../platform/events/events.feature.ts';
import { fieldday } from '../platform/fieldday/fieldday.feature.ts';
import { files } from '../platform/files/files.feature.ts';
import { inbox } from '../platform/inbox/inbox.feature.ts';
import { municipality } from '../platform/municipality/municipality.feature.ts';
import { notices } from '../platform/notices/notices.feature.ts';
import { participation } from '../platform/participation/participation.feature.ts';
import { notifications } from '../platform/notifications/notifications.feature.ts';
import { pictures } from '../platform/pictures/pictures.feature.ts';
import { places } from '../platform/places/places.feature.ts';
import { plan } from '../platform/plan/plan.feature.ts';
import { queries } from '../platform/queries/queries.feature.ts';
import { residents } from '../platform/residents/residents.feature.ts';
import { retention } from '../platform/retention/retention.feature.ts';
import { search } from '../platform/search/search.feature.ts';
import { staff } from '../platform/staff/staff.feature.ts';
import { views } from '../platform/views/views.feature.ts';

/** The nouns that many features use. */
const platform = {
  municipality,
  places,
  pictures,
  files,
  plan,
  staff,
  residents,
  access,
  notifications,
  events,
  participation,
  devices,
  inbox,
  fieldday,
  audit,
  views,
  retention,
  notices,
  accessibility,
  search,
  queries,
};

/** The features: THE list. What is not here does not exist. */
const features = { feedback, touchpoints, budget } satisfies Record<FeatureKey, Feature>;

/** All of them, in the order in which their seeds build on each other. */
export const featureList: readonly Feature[] = [...Object.values<Feature>(platform), ...Object.values<Feature>(features)];
