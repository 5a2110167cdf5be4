import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_FILE_TITLE } from './limits.ts';

/** What staff put files to. */
export const FileOf = z.enum(['EVENT']).enum;
export type FileOf = keyof typeof FileOf;

const title = z.string().trim().max(MAX_FILE_TITLE);

/** What is told of a file as its bytes are sent: where it belongs, and what it is called. */
export const PutFile = z.object({ id: Id, of: z.enum(FileOf), subjectId: Id, fi: title.min(1), sv: title.optional(), en: title.optional() });
export type PutFile = z.output<typeof PutFile>;
