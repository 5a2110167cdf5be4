import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { typedCode } from '../kernel/base32.ts';
import { isVoterCode } from './code.ts';
import { MAX_CODES } from './limits.ts';

/** A code as its holder types it. */
export const VoterCode = z.string().max(40).transform(typedCode).refine(isVoterCode, { error: 'code-mistyped' });

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A batch of codes: made and printed in the browser of whoever hands them out, so that the city never has them. */
export const MakeCodes = z.object({
  id: Id.describe('Minted where they were made: what is sent twice is one batch.'),
  roundId: Id.describe('The round in which they let somebody vote.'),
  place: z.string().trim().min(1, { error: 'missing' }).max(120).describe('Where they are handed out, for the city itself.'),
  hashes: z
    .array(Hash)
    .min(1)
    .max(MAX_CODES)
    .refine((all) => new Set(all).size === all.length, { error: 'twice' })
    .describe('What the city keeps of each: `voterCodeHash`.'),
  class: z
    .object({
      teacherHash: Hash.describe("What the city keeps of the teacher's code."),
      pupilsHash: Hash.describe('What it keeps of the code that the pupils type.'),
    })
    .describe('What the city keeps of the two codes of a class.')
    .nullish()
    .describe('For a class at school, whose codes are its seats: they are good while its teacher has the class vote.'),
});
export type MakeCodes = z.output<typeof MakeCodes>;

/** Has a class vote, or ends it: whoever has its teacher's code. */
export const OpenClass = z.object({
  roundId: Id.describe('The round.'),
  code: VoterCode.describe("The teacher's code, however it was typed."),
  on: z.boolean().describe('Whether the class votes from now on, for as long as a class does.'),
});
export type OpenClass = z.output<typeof OpenClass>;
