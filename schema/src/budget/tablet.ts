import { z } from 'zod';
import { identityNumberOf } from '../kernel/identityNumber.ts';
import { VoterCode } from './codes.ts';
import { CastBallot, VoterBar } from './vote.ts';

/** An identity number as it is typed from a card. */
const IdentityNumber = z
  .string()
  .max(20)
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => identityNumberOf(text) !== null, { error: 'number-wrong' });

/**
 * A ballot as it is cast on the city's tablet at the square, maybe without a network: by a code, or by the identity number on a card that a worker has seen. Whether
 * there is a right to vote is found when it reaches the city.
 */
export const CastOnTablet = CastBallot.omit({ replaces: true })
  .extend({
    code: VoterCode.nullish().describe('The code from somebody’s paper, however it was typed.'),
    number: IdentityNumber.nullish().describe('The identity number on the card that a worker has seen; the worker has made sure that they live in the city.'),
  })
  .refine(({ code, number }) => (code == null) !== (number == null), { path: ['code'], error: 'one-proof' });
export type CastOnTablet = z.output<typeof CastOnTablet>;

/** Why a ballot from a tablet counts for nothing: its right had been used, it was not cast while votes were taken or came too late, it is not whole, or there is no right to vote. */
export const TabletBar = z.enum({ ...VoterBar, SECOND: 'SECOND', OUT_OF_TIME: 'OUT_OF_TIME', NOT_WHOLE: 'NOT_WHOLE' }).enum;
export type TabletBar = keyof typeof TabletBar;
