import type { Context } from './context.ts';

/** How a noun has pictures: which of its rows they belong to, who may change them, and which everybody sees. The rows stand in a table of their own. */
export interface PictureHolder {
  /** What it is called where a picture is sent. */
  of: string;
  /** The table that joins its rows with pictures, and that table's column for its rows. */
  table: string;
  column: string;
  /** @throws Problem `not-found` for nothing of its, `forbidden` for whoever may not change it */
  assertMayChange: (ctx: Context, subjectId: string) => Promise<void>;
  /** Whether everybody sees the picture. Whoever may change it does anyway. */
  isPublic: (ctx: Context, subjectId: string, pictureId: string) => Promise<boolean>;
}
