import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_SHEETS } from './limits.ts';
import { Choices } from './vote.ts';

/** What is on a sheet: a vote, nothing, or what is no vote by the round's rule. */
export const SheetVerdict = z.enum(['VOTE', 'BLANK', 'SPOILED']).enum;
export type SheetVerdict = keyof typeof SheetVerdict;

const number = z.int().min(1).max(MAX_SHEETS);

/** A bundle of paper ballots that is entered together. */
export const SavePaperBatch = z.object({
  id: Id.describe('Minted where it was begun: what is sent twice is one bundle.'),
  roundId: Id.describe('The round.'),
  areaId: Id.describe('The area whose ballots they are.'),
  place: z.string().trim().min(1, { error: 'missing' }).max(120).describe('Where they were cast, for the city itself.'),
  sheets: number.describe('How many sheets there are, counted by hand before they are entered.'),
});
export type SavePaperBatch = z.output<typeof SavePaperBatch>;

/** One sheet as somebody reads it. */
export const EnterSheet = z
  .object({
    batchId: Id.describe('The bundle.'),
    number: number.describe('Which sheet of the bundle, from the top.'),
    verdict: z.enum(SheetVerdict).describe('What is on it.'),
    choices: Choices.describe('What the voter wants; none unless it is a vote.'),
  })
  .refine(({ verdict, choices }) => verdict === 'VOTE' || choices.length === 0, { path: ['choices'], error: 'no-vote' });
export type EnterSheet = z.output<typeof EnterSheet>;
