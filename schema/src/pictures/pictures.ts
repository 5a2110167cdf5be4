import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_ALT } from './limits.ts';

/** What staff put pictures to: what was reported of an action, the report of an event, and a project of a budget. */
export const PictureOf = z.enum(['ACTION_REPORT', 'EVENT_REPORT', 'BUDGET_PROJECT']).enum;
export type PictureOf = keyof typeof PictureOf;

const alt = z.string().trim().max(MAX_ALT);
const pixels = z.coerce.number().int().min(1).max(8000);

/** What is told of a picture as its bytes are sent: where it belongs, what is seen in it, and its size in pixels. */
export const PutPicture = z.object({
  id: Id,
  of: z.enum(PictureOf),
  subjectId: Id,
  fi: alt.min(1),
  sv: alt.optional(),
  en: alt.optional(),
  width: pixels,
  height: pixels,
});
export type PutPicture = z.output<typeof PutPicture>;
