import { z } from 'zod';

/** What of somebody's personal data a member of staff may open. */
export const ViewedData = z.enum(['CONTACT']).enum;
export type ViewedData = keyof typeof ViewedData;

/** Why they open it: to answer, to ask what was meant, because the resident asks about their own data, or to look into something that went wrong. */
export const viewReasons = ['ANSWER', 'CLARIFY', 'RESIDENT_ASKED', 'OVERSIGHT'] as const;
export const ViewReason = z.enum(viewReasons).enum;
export type ViewReason = keyof typeof ViewReason;
