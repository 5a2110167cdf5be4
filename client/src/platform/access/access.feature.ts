import type { Feature } from '../../kernel/feature.ts';

/** How people come in, and who may do what. */
export const access: Feature = { admin: () => import('./admin/access.admin.ts') };
