import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_BUDGET_CENTS, MAX_IDEA_PLACE, MAX_IDEA_TITLE, MAX_PROJECT_IDEAS, MAX_ROUND_WORDS } from './limits.ts';

const said = (most: number) =>
  LocalizedText.refine(({ fi, sv, en }) => Boolean(fi.trim()) && [fi, sv, en].every((text) => (text?.length ?? 0) <= most), { error: 'words-wrong' });
const cents = z.int().min(1).max(MAX_BUDGET_CENTS);

/** A project as an officer plans it, of one idea or of several that are one thing. An idea may be part of several projects. */
export const SaveProject = z
  .object({
    id: Id.describe('Minted where it was begun: what is sent twice is one project.'),
    basedOn: z.int().min(0).nullish().describe('The revision that was changed; null for a new project.'),
    roundId: Id.describe('The round whose money it is. It stays with it.'),
    areaId: Id.describe('Whose money of the round it is.'),
    categoryId: Id.nullish().describe('What it is about.'),
    unit: Key.nullish().describe('The unit that would carry it out.'),
    title: said(MAX_IDEA_TITLE).describe('What it is, in a few words.'),
    about: said(MAX_ROUND_WORDS).describe('What would be done.'),
    district: Key.nullish().describe('The district where it would be.'),
    place: z.string().trim().max(MAX_IDEA_PLACE).nullish().describe('Where exactly, in words.'),
    leastCents: cents.nullish().describe('What it may cost at the least, in cents, as long as that is an estimate.'),
    mostCents: cents.nullish().describe('What it may cost at the most.'),
    costCents: cents.nullish().describe('What it costs on the ballot; known when costs are worked out.'),
    ideaIds: z
      .array(Id)
      .max(MAX_PROJECT_IDEAS)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'twice' })
      .describe('The ideas that it came of. None of them is lost: each tells what became of it.'),
  })
  .refine(({ leastCents, mostCents }) => leastCents == null || mostCents == null || leastCents <= mostCents, { path: ['mostCents'], error: 'less-than-least' });
export type SaveProject = z.output<typeof SaveProject>;

/** A project that is no longer to be voted on, and why. */
export const WithdrawProject = z.object({
  id: Id.describe('Which project.'),
  why: said(MAX_ROUND_WORDS).describe('Why, in words that everybody reads.'),
});
export type WithdrawProject = z.output<typeof WithdrawProject>;

/** Says that an idea will not be voted on, and why; or takes that back. */
export const DeclineIdea = z.object({
  id: Id.describe('Which idea.'),
  why: said(MAX_ROUND_WORDS).nullable().describe('Why, in words that everybody reads; null takes it back.'),
});
export type DeclineIdea = z.output<typeof DeclineIdea>;
