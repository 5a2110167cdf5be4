import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { VoterCode } from './codes.ts';
import { isBallotReceipt } from './receipt.ts';
import { MAX_CHOICES, MAX_POINTS } from './limits.ts';

/** How a right to vote was used: by strong identification, by a printed code, in a class at school, on the city's tablet at the square, or on a paper ballot. */
export const VoterChannel = z.enum(['ONLINE', 'CODE', 'CLASS', 'TABLET', 'PAPER']).enum;
export type VoterChannel = keyof typeof VoterChannel;

/** Why somebody may not vote in a round the way that they try: by strong identification, or by a code. */
export const VoterBar = z.enum(['OTHER_WAY', 'UNIDENTIFIED', 'ELSEWHERE', 'TOO_YOUNG', 'TOO_OLD', 'NO_SUCH_CODE', 'CODE_VOID', 'CLASS_CLOSED']).enum;
export type VoterBar = keyof typeof VoterBar;

/**
 * What a voter keeps of their ballot: 130 bits that their own device made, in the letters of Crockford's base 32. The city keeps a hash of it beside the ballot and
 * nothing beside the voter, so that nobody but its keeper can say which ballot is theirs.
 */
export const BallotReceipt = z.string().refine(isBallotReceipt, { error: 'receipt-wrong' });

/** What a voter wants. */
export const Choices = z
  .array(
    z
      .object({
        id: Id.describe('The project.'),
        points: z.int().min(1).max(MAX_POINTS).nullish().describe('How many of the points it gets, where points are dealt.'),
      })
      .describe('A project that a ballot names.'),
  )
  .max(MAX_CHOICES);

/** A ballot as it is cast. */
export const CastBallot = z.object({
  roundId: Id.describe('The round.'),
  areaId: Id.describe('The area whose money it is about. A voter votes in one.'),
  choices: Choices.describe('What the voter wants; where projects are put in order, the most wanted first.'),
  receipt: BallotReceipt.describe('Made for this ballot by the device: sent twice it is one ballot.'),
  replaces: BallotReceipt.nullish().describe('The receipt of the ballot in whose place it comes, where the round lets a voter change theirs.'),
});
export type CastBallot = z.output<typeof CastBallot>;

/** A ballot as it is cast by whoever holds a code. */
export const CastBallotByCode = CastBallot.extend({ code: VoterCode.describe('The code, however it was typed.') });
export type CastBallotByCode = z.output<typeof CastBallotByCode>;
