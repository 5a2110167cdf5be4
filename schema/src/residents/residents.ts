import { z } from 'zod';
import { locales } from '../kernel/locale.ts';

/** Changes what a resident's account says of them. */
export const UpdateAccount = z.object({
  displayName: z.string().trim().max(80).nullish().describe('As they want to be called; empty or null for no name.'),
  locale: z.enum(locales).describe('The language in which the city writes to them.'),
});
export type UpdateAccount = z.infer<typeof UpdateAccount>;

/** How many children an account has at most. */
export const MAX_CHILDREN = 10;
/** The age from which somebody has an account of their own; younger ones act through a guardian's. */
export const OWN_ACCOUNT_AGE = 13;

/** The first year in which a child is surely old enough for an account of their own: of their birth only the year is known. */
export const ownAccountFrom = (birthYear: number): number => birthYear + OWN_ACCOUNT_AGE + 1;

/** Adds a child to a guardian's account. */
export const AddChild = z.object({
  firstName: z.string().trim().min(1).max(40).describe('The first name alone.'),
  birthYear: z.int().min(1900).max(2999).describe('The year of birth.'),
  consent: z.string().trim().min(1).max(1000).describe('The consent text as the guardian saw it, word for word.'),
});
export type AddChild = z.infer<typeof AddChild>;

/** Where an identified resident lives by the population register: in this city, elsewhere, or not known, as of whoever comes with a foreign identity. */
export const Residence = z.enum(['HERE', 'ELSEWHERE', 'UNVERIFIED']).enum;
export type Residence = keyof typeof Residence;
