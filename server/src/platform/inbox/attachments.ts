import { createHash } from 'node:crypto';
import { MAX_PHOTO_BYTES } from '@torilla/schema/feedback/feedback';
import { sql, transaction } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';

/** Which file a device speaks of. */
export interface AttachmentRef {
  id: string;
  captureId: string;
  deviceId: string;
  /** Of the whole file, lower-case hexadecimal. */
  sha256: string;
}

/** How many bytes are there, from the start without a gap: where the device goes on. */
export async function receivedOf(ctx: Context, { id, captureId }: AttachmentRef): Promise<number> {
  const [row] = await sql<{ received: number }>(ctx.em, 'select received from attachment where id = $1 and capture_id = $2', [id, captureId]);
  return row?.received ?? 0;
}

/**
 * Takes the chunk that begins at `offset`. One that is there already is answered as taken; a last one must make the whole file's hash.
 * @returns the bytes now confirmed
 * @throws Problem `attachment-too-large`, `attachment-out-of-order`, `attachment-mismatch` (the file then begins anew)
 */
export async function takeChunk(ctx: Context, ref: AttachmentRef, offset: number, total: number, chunk: Buffer): Promise<number> {
  if (total > MAX_PHOTO_BYTES || offset + chunk.length > total) throw new Problem('attachment-too-large', { most: MAX_PHOTO_BYTES });
  const outcome = await transaction(ctx, async ({ em, clock }) => {
    await sql(em, 'insert into attachment (id, capture_id, device_id, sha256, total) values ($1, $2, $3, $4, $5) on conflict (id) do nothing', [
      ref.id,
      ref.captureId,
      ref.deviceId,
      ref.sha256,
      total,
    ]);
    const [row] = await sql<{ capture: string; sha256: string; total: number; received: number; done: Date | null }>(
      em,
      'select capture_id as capture, sha256, total, received, completed_at as done from attachment where id = $1 for update',
      [ref.id],
    );
    if (row!.capture !== ref.captureId || row!.sha256 !== ref.sha256 || row!.total !== total) return new Problem('attachment-mismatch');
    if (row!.done || offset + chunk.length <= row!.received) return row!.received;
    if (offset !== row!.received) return new Problem('attachment-out-of-order', { received: row!.received });
    const received = offset + chunk.length;
    const [whole] = await sql<{ content: Buffer | null }>(
      em,
      `update attachment set content = content || $2, received = $3 where id = $1
      returning case when $3 = total then content end as content`,
      [ref.id, chunk, received],
    );
    if (!whole!.content) return received;
    if (createHash('sha256').update(whole!.content).digest('hex') === ref.sha256) {
      await sql(em, 'update attachment set completed_at = $2 where id = $1', [ref.id, clock.now()]);
      return received;
    }
    await sql(em, `update attachment set content = '', received = 0 where id = $1`, [ref.id]);
    return new Problem('attachment-mismatch');
  });
  if (outcome instanceof Problem) throw outcome; // after the commit, so that a file that came wrong begins anew
  return outcome;
}
