import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { locales, LocalizedText } from '../kernel/localized.ts';
import { MAX_DEED, MAX_POINT_NAME, MAX_TAP_WORDS } from './limits.ts';

/** Whether an answer counts; where it does not, why: the device had answered just before, it answers too often, or the point was closed. */
export const TapState = z.enum(['COUNTED', 'REPEATED', 'TOO_MANY', 'CLOSED']).enum;
export type TapState = keyof typeof TapState;

/** What becomes of words after a tap: a person looks first, staff may read them, or they are hidden. */
export const TapWordsState = z.enum(['HELD', 'SHOWN', 'HIDDEN']).enum;
export type TapWordsState = keyof typeof TapWordsState;

/** Why a person looks first: they tell who somebody is, they may offend, or the answer that they belong to does not count. */
export const HeldFor = z.enum(['PERSONAL', 'RUDE', 'NOT_COUNTED']).enum;
export type HeldFor = keyof typeof HeldFor;

/** What an officer makes of words: shown as they are, shown with what tells who somebody is covered for good, or hidden. */
export const WordsVerdict = z.enum(['SHOW', 'COVER', 'HIDE']).enum;
export type WordsVerdict = keyof typeof WordsVerdict;

/** By what a trend is drawn. */
export const TrendBy = z.enum(['WEEK', 'MONTH']).enum;
export type TrendBy = keyof typeof TrendBy;

/** One tap: how somebody found the service, from 1 (very dissatisfied) to 5 (very satisfied). No personal data. */
export const TapTouchpoint = z.object({ touchpointId: Id, score: z.int().min(1).max(5) });
export type TapTouchpoint = z.output<typeof TapTouchpoint>;

/** Words after a tap. They name the tap and its point, for they may arrive before it. */
export const TellTouchpoint = z.object({
  tapId: Id,
  touchpointId: Id,
  words: z.string().trim().min(1).max(MAX_TAP_WORDS),
  language: z.enum(locales).default('fi'),
});
export type TellTouchpoint = z.output<typeof TellTouchpoint>;

const worded = (most: number) =>
  LocalizedText.refine(({ fi, sv, en }) => Boolean(fi.trim()) && [fi, sv, en].every((words) => (words?.length ?? 0) <= most), { error: 'words-wrong' });

/** Opens a service point for answers, or names it anew. It belongs to its unit for good: what was told of a unit would change with it. */
export const SaveTouchpoint = z.object({
  id: Id.describe('Minted where it is written, so that sending twice makes one.'),
  unit: Key.describe('The unit whose service it is; later only the same.'),
  place: Key.nullish().describe('Where it is, if it is at one of the places of the city.'),
  name: worded(MAX_POINT_NAME).describe('What it is called, as it stands on the printed sheet.'),
});
export type SaveTouchpoint = z.output<typeof SaveTouchpoint>;

/** Writes down what was done because of the answers. Sent again with the same id it replaces what stood there. */
export const SaveServiceDeed = z.object({
  id: Id.describe('Minted where it is written.'),
  unit: Key.describe('The unit that did it.'),
  doneOn: z.iso.date().describe('The day on which it was done; not one that is still to come.'),
  words: worded(MAX_DEED).describe('What was done.'),
  open: z.boolean().default(true).describe('Whether everybody may read it, or staff alone.'),
});
export type SaveServiceDeed = z.output<typeof SaveServiceDeed>;

/** Judges words after a tap. */
export const JudgeTapWords = z.object({
  id: Id.describe('Which words.'),
  verdict: z.enum(Object.values(WordsVerdict)).describe('What becomes of them.'),
});
export type JudgeTapWords = z.output<typeof JudgeTapWords>;
