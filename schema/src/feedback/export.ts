import { z } from 'zod';
import { locales } from '../kernel/locale.ts';
import { GivenReason, isTold } from '../views/views.ts';

/** What an export is asked for besides its filter: in which language, and why with contact details; without a reason there are none. */
export const ExportAsked = z.object({
  language: z.enum(locales).default('fi'),
  contacts: GivenReason.refine(isTold, { path: ['words'], error: 'reason-needs-words' }).nullish(),
});
export type ExportAsked = z.output<typeof ExportAsked>;
