import { createHash } from 'node:crypto';
import { locales } from '@torilla/schema/kernel/localized';
import { MAX_PICTURE_BYTES, MAX_PICTURES } from '@torilla/schema/pictures/limits';
import type { PutPicture } from '@torilla/schema/pictures/pictures';
import { command } from '../../kernel/command.ts';
import { putHeld, removeHeld } from '../../kernel/holder.ts';
import { Problem } from '../../kernel/problem.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { isPlainJpeg } from './jpeg.ts';
import { Picture } from './picture.entity.ts';

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
    const { em, actor, clock } = ctx;
    const alt = { fi, ...(sv && { sv }), ...(en && { en }) };
    const sha256 = createHash('sha256').update(content).digest('hex');
    await putHeld(ctx, 'picture', {
      id,
      of,
      subjectId,
      most: MAX_PICTURES,
      tooMany: 'too-many-pictures',
      isSame: async () => {
        const known = await em.findOne(Picture, { id });
        return known && known.sha256 === sha256 && locales.every((locale) => known.alt[locale] === alt[locale]);
      },
      write: async () => {
        em.create(Picture, { id, alt, width, height, sha256, content, putAt: clock.now(), putBy: em.getReference(StaffMember, actor.id!) });
        await em.flush();
      },
    });
    return id;
  },
);

/** Removes a picture for good. @throws Problem `not-found` for none, `forbidden` for whoever may not change what it belongs to */
export const removePicture = command('picture.remove', subject, async (ctx, { id }: { id: string }): Promise<boolean> => {
  await removeHeld(ctx, 'picture', id);
  return true;
});
