import { createHash } from 'node:crypto';
import type { PutFile } from '@torilla/schema/files/files';
import { MAX_FILE_BYTES, MAX_FILES } from '@torilla/schema/files/limits';
import { locales } from '@torilla/schema/kernel/localized';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Bytes } from '../../kernel/held.route.ts';
import { assertOpens, putHeld, removeHeld } from '../../kernel/holder.ts';
import { Problem } from '../../kernel/problem.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { CityFile } from './file.entity.ts';
import { isPlainPdf } from './pdf.ts';

const subject = ({ id }: { id: string }) => ({ type: 'CityFile', id });

/**
 * Puts a file to what it belongs to. Safe to send twice.
 * @throws Problem `attachment-too-large`; `file-unfit` for what is no PDF, or does more than be read; `not-found`, `forbidden` as what it belongs to has it;
 * `too-many-files`; `already-exists` for an id that is another file's
 */
export const putFile = command('file.put', subject, async (ctx, { id, of, subjectId, fi, sv, en, content }: PutFile & { content: Buffer }): Promise<string> => {
  if (content.length > MAX_FILE_BYTES) throw new Problem('attachment-too-large', { most: MAX_FILE_BYTES });
  if (!isPlainPdf(content)) throw new Problem('file-unfit');
  const { em, actor, clock } = ctx;
  const title = { fi, ...(sv && { sv }), ...(en && { en }) };
  const sha256 = createHash('sha256').update(content).digest('hex');
  await putHeld(ctx, 'city_file', {
    id,
    of,
    subjectId,
    most: MAX_FILES,
    tooMany: 'too-many-files',
    isSame: async () => {
      const known = await em.findOne(CityFile, { id });
      return known && known.sha256 === sha256 && locales.every((locale) => known.title[locale] === title[locale]);
    },
    write: async () => {
      em.create(CityFile, { id, title, bytes: content.length, sha256, content, putAt: clock.now(), putBy: em.getReference(StaffMember, actor.id!) });
      await em.flush();
    },
  });
  return id;
});

/** Removes a file for good. @throws Problem `not-found` for none, `forbidden` for whoever may not change what it belongs to */
export const removeFile = command('file.remove', subject, async (ctx, { id }: { id: string }): Promise<boolean> => {
  await removeHeld(ctx, 'city_file', id);
  return true;
});

/** A file's bytes. @throws Problem `not-found` for none, and for whoever may not see it yet */
export async function openFile(ctx: Context, id: string): Promise<Bytes> {
  const isPublic = await assertOpens(ctx, 'city_file', 'file.put', id);
  const [row] = await sql<{ content: Buffer }>(ctx.em, 'select content from city_file where id = $1', [id]);
  return { content: row!.content, isPublic, name: `liite-${id}.pdf` };
}
