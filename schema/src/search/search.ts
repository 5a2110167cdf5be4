import { z } from 'zod';
import { MAX_SEARCH } from './limits.ts';

/** What is looked for, as it was typed. */
export const SearchText = z.string().trim().max(MAX_SEARCH);
