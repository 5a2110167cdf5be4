import { z } from 'zod';

/**
 * On which ground of the General Data Protection Regulation (article 6, paragraph 1) the city holds personal data: somebody's consent,
 * a task in the public interest, or a law that obliges it, as the law on information management obliges it to log.
 */
export const retentionGrounds = ['CONSENT', 'PUBLIC_TASK', 'LEGAL_OBLIGATION'] as const;
export const RetentionGround = z.enum(retentionGrounds).enum;
export type RetentionGround = keyof typeof RetentionGround;
