import { createDecipheriv } from 'node:crypto';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { isVisible } from '../../kernel/read/index.ts';
import { Feedback } from './feedback.entity.ts';
import { assertMayRead } from './who.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A photo as it was taken. */
export interface OpenedPhoto {
  type: string;
  content: Buffer;
}

/**
 * Opens a photo whose bytes have all come. Its key came with the words, sealed.
 * @throws Problem `not-found` until the bytes are there and for what the actor does not see, `attachment-mismatch` when the key does not open them
 */
export async function openPhoto(ctx: Context, { captureId, photoId }: { captureId: string; photoId: string }): Promise<OpenedPhoto> {
  assertMayRead(ctx.actor);
  if (!(await isVisible(ctx, Feedback, captureId))) throw new Problem('not-found');
  const [photo] = await sql<{ type: string; key: string; content: Buffer }>(
    ctx.em,
    `
    select p.type, p.key, a.content from feedback_photo p join attachment a on a.id = p.id and a.capture_id = p.feedback_id and a.sha256 = p.sha256
    where p.id = $1 and p.feedback_id = $2 and a.completed_at is not null`,
    [photoId, captureId],
  );
  if (!photo) throw new Problem('not-found');
  return { type: photo.type, content: unseal(photo.content, photo.key) };
}

function unseal(sealed: Buffer, key: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64url'), sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Problem('attachment-mismatch'); // whoever made the capture sealed the photo with another key than the one it told
  }
}
