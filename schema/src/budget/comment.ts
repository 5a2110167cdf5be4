import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { locales } from '../kernel/localized.ts';
import { IdeaVerdict } from './idea.ts';
import { MAX_COMMENT_WORDS } from './limits.ts';

/** What a resident says of an idea. Everybody may read it. */
export const WriteComment = z.object({
  id: Id.describe('Minted where it was written: what is sent twice is one comment.'),
  ideaId: Id.describe('The idea.'),
  words: z.string().trim().min(1, { error: 'missing' }).max(MAX_COMMENT_WORDS).describe('What they say of it.'),
  language: z.enum(locales).default('fi').describe('The language in which it is written.'),
});
export type WriteComment = z.output<typeof WriteComment>;

/** Judges a comment. */
export const JudgeComment = z.object({
  id: Id.describe('Which comment.'),
  verdict: z.enum(IdeaVerdict).describe('What becomes of it.'),
});
export type JudgeComment = z.output<typeof JudgeComment>;
