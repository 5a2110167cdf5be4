import type { Feature } from '../../kernel/feature.ts';

/** A day in the field: the evening before, the day itself, its closing and its report. */
export const fieldday: Feature = { admin: () => import('./admin/fieldday.admin.ts') };
