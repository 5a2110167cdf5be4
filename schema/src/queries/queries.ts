import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_DESCRIPTION, MAX_NAME, MAX_QUERY, MAX_VARIABLES } from './limits.ts';

/** Keeps a question to the API. It is words: whoever runs it asks for themself and is told what they may see. */
export const SaveQuery = z.object({
  id: Id.describe('Minted where it was written.'),
  basedOn: z.int().min(0).describe('The revision that it changes; 0 for a new one.'),
  name: z.string().trim().min(1).max(MAX_NAME).describe('By which it is found.'),
  description: z.string().trim().max(MAX_DESCRIPTION).default('').describe('What it answers, for colleagues.'),
  query: z.string().trim().min(1).max(MAX_QUERY).describe('One query in the language of GraphQL; nothing that changes anything.'),
  variables: z.string().trim().max(MAX_VARIABLES).default('{}').describe('Its variables, as a JSON object.'),
  shared: z.boolean().default(false).describe('Whether colleagues see it too.'),
});
export type SaveQuery = z.output<typeof SaveQuery>;
