import type { Feature } from '../../kernel/feature.ts';

/** Where captures arrive: what waits for a person, and whether all has come. */
export const inbox: Feature = { admin: () => import('./admin/inbox.admin.ts') };
