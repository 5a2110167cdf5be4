import type { Feature } from '../../kernel/feature.ts';

/** The log of writes. */
export const audit: Feature = { admin: () => import('./admin/audit.admin.ts') };
