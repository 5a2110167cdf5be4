import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { locales } from '../kernel/localized.ts';
import { MAX_IDEA_PLACE, MAX_IDEA_TITLE, MAX_IDEA_WORDS } from './limits.ts';

/** Who wrote an idea down: whoever has it, a worker who listened, or somebody from a sheet of paper. */
export const IdeaWay = z.enum(['SELF', 'TALKED', 'PAPER']).enum;
export type IdeaWay = keyof typeof IdeaWay;

/** What becomes of an idea: a person looks first, everybody may read it, or it is hidden. */
export const IdeaState = z.enum(['HELD', 'SHOWN', 'HIDDEN']).enum;
export type IdeaState = keyof typeof IdeaState;

/** Why a person looks first: it tells who somebody is, it may offend, or it came when ideas were no longer taken. */
export const IdeaHeldFor = z.enum(['PERSONAL', 'RUDE', 'LATE']).enum;
export type IdeaHeldFor = keyof typeof IdeaHeldFor;

/** What an officer makes of an idea: shown as it is, shown with what tells who somebody is covered for good, or hidden. */
export const IdeaVerdict = z.enum(['SHOW', 'COVER', 'HIDE']).enum;
export type IdeaVerdict = keyof typeof IdeaVerdict;

/** What somebody would have the city do with the money of a round. Everybody may read it. */
export const ProposeIdea = z.object({
  roundId: Id.describe('The round whose money it is.'),
  title: z.string().trim().min(1).max(MAX_IDEA_TITLE).describe('What it is, in a few words.'),
  words: z.string().trim().min(1).max(MAX_IDEA_WORDS).describe('What should be done, and why.'),
  categoryId: Id.nullish().describe('What it is about; one that the round does not have is left out.'),
  district: Key.nullish().describe('The district where it would be.'),
  place: z.string().trim().max(MAX_IDEA_PLACE).nullish().describe('Where exactly, in words.'),
  language: z.enum(locales).default('fi'),
  way: z.enum(IdeaWay).default('SELF'),
});
export type ProposeIdea = z.output<typeof ProposeIdea>;

/** Judges an idea. */
export const JudgeIdea = z.object({
  id: Id.describe('Which idea.'),
  verdict: z.enum(IdeaVerdict).describe('What becomes of it.'),
});
export type JudgeIdea = z.output<typeof JudgeIdea>;
