import type { Feature } from '../../kernel/feature.ts';

/** How long what the city holds of people is kept. */
export const retention: Feature = { admin: () => import('./admin/retention.admin.ts') };
