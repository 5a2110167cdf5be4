import { z } from 'zod';
import { Id } from '../kernel/id.ts';

/** Whether a resident supports an idea. Whoever does is told what becomes of it. */
export const SupportIdea = z.object({
  ideaId: Id.describe('Which idea.'),
  on: z.boolean().describe('Whether they do.'),
});
export type SupportIdea = z.output<typeof SupportIdea>;

/** Whether a resident is told what becomes of a project. */
export const FollowProject = z.object({
  projectId: Id.describe('Which project.'),
  on: z.boolean().describe('Whether they are.'),
});
export type FollowProject = z.output<typeof FollowProject>;

/** What somebody is told of an idea or a project that they follow. */
export type FollowNews = 'DECLINED' | 'ON_BALLOT' | 'WITHDRAWN' | 'RESULT' | 'PROGRESS' | 'HELP';
