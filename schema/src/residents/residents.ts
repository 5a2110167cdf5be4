import { z } from 'zod';
import { locales } from '../kernel/locale.ts';

/** Changes what a resident's account says of them. */
export const UpdateAccount = z.object({
  displayName: z.string().trim().max(80).nullish().describe('As they want to be called; empty or null for no name.'),
  locale: z.enum(locales).describe('The language in which the city writes to them.'),
});
export type UpdateAccount = z.infer<typeof UpdateAccount>;
