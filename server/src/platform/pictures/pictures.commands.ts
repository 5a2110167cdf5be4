import { createHash } from 'node:crypto';
import { locales } from '@torilla/schema/kernel/localized';
import { MAX_PICTURE_BYTES, MAX_PICTURES } from '@torilla/schema/pictures/limits';
import type { PutPicture } from '@torilla/schema/pictures/pictures';
import { command, sql } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { isPlainJpeg } from './jpeg.ts';
import { Picture } from './picture.entity.ts';
import { heldBy, lockPictures } from './pictures.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Picture', id });

/**
 * Puts a picture to what it belongs to. Safe to send twice.
 * @throws Problem `attachment-too-large`; `picture-unfit` for what is no JPEG, or tells where it was taken; `not-found`, `forbidden` as what it belongs to has it;
 * `too-many-pictures`; `already-exists` for an id that is another picture's
 */
export const putPicture = command(
  'picture.put',
  subject,
  async (ctx, { id, of, subjectId, fi, sv, en, width, height, content }: PutPicture & { content: Buffer }): Promise<string> => {
    if (content.length > MAX_PICTURE_BYTES) throw new Problem('attachment-too-large', { most: MAX_PICTURE_BYTES });
    if (!isPlainJpeg(content)) throw new Problem('picture-unfit');
    const { em, actor, clock, services } = ctx;
    const holder = services.pictured.find((one) => one.of === of)!;
    await lockPictures(ctx, subjectId);
    await holder.assertMayChange(ctx, subjectId);
    const alt = { fi, ...(sv && { sv }), ...(en && { en }) };
    const sha256 = createHash('sha256').update(content).digest('hex');
    const known = await em.findOne(Picture, { id });
    if (known) {
      const isSame = known.sha256 === sha256 && locales.every((locale) => known.alt[locale] === alt[locale]) && (await heldBy(ctx, id)).subjectId === subjectId;
      if (!isSame) throw new Problem('already-exists');
      return id;
    }
    const { table, column } = holder;
    const [row] = await sql<{ there: number }>(em, `select count(*)::int as there from "${table}" where "${column}" = $1`, [subjectId]);
    if (row!.there >= MAX_PICTURES) throw new Problem('too-many-pictures', { most: MAX_PICTURES });
    em.create(Picture, { id, alt, width, height, sha256, content, putAt: clock.now(), putBy: em.getReference(StaffMember, actor.id!) });
    await em.flush();
    await sql(em, `insert into "${table}" ("${column}", picture_id) values ($1, $2)`, [subjectId, id]);
    return id;
  },
);

/** Removes a picture for good. @throws Problem `not-found` for none, `forbidden` for whoever may not change what it belongs to */
export const removePicture = command('picture.remove', subject, async (ctx, { id }: { id: string }): Promise<boolean> => {
  const { holder, subjectId } = await heldBy(ctx, id);
  await holder.assertMayChange(ctx, subjectId);
  await sql(ctx.em, 'delete from picture where id = $1', [id]);
  return true;
});
