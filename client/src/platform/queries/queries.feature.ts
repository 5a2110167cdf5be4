import type { Feature } from '../../kernel/feature.ts';

/** Questions to the API: twenty that everybody asks, and those that staff keep and share. */
export const queries: Feature = { admin: () => import('./admin/queries.admin.ts') };
