import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_COMMENT_WORDS } from './limits.ts';

/** A note among officers about an idea: what they found out, or a second opinion from another unit. Residents never read it here. */
export const WriteRemark = z.object({
  id: Id.describe('Minted where it was written: what is sent twice is one note.'),
  ideaId: Id.describe('The idea.'),
  words: z.string().trim().min(1, { error: 'missing' }).max(MAX_COMMENT_WORDS).describe('The note.'),
});
export type WriteRemark = z.output<typeof WriteRemark>;
