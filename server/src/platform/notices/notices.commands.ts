import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '@torilla/schema/kernel/id';
import { noticePurposes, type NoticePurpose, type PublishNotice } from '@torilla/schema/notices/notices';
import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Notice, NoticeVersion } from './notices.entity.ts';

/**
 * Publishes a notice; what it said before stays as a version of its own. Safe to send twice.
 * @throws Problem `newer-revision` when somebody has published another one meanwhile
 */
export const publishNotice = command(
  'notice.publish',
  ({ purpose }: PublishNotice) => ({ type: 'Notice', id: purpose }),
  async ({ em, actor, clock }, { purpose, title, text, basedOn }): Promise<NoticePurpose> => {
    const known = await em.findOne(Notice, { purpose }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const saysSo = known && JSON.stringify([known.title, known.text].map(inOrder)) === JSON.stringify([title, text].map(inOrder));
    if (saysSo && known.version === basedOn + 1) return purpose;
    if ((known?.version ?? 0) !== basedOn) throw new Problem('newer-revision');
    setNotice(em, known, { purpose, title, text, version: basedOn + 1, publishedAt: clock.now() }, actor.kind === 'staff' ? actor.id : null);
    await em.flush();
    return purpose;
  },
);

/** What a notice says from now on, and its version. */
export function setNotice(em: EntityManager, known: Notice | null, now: Omit<Notice, 'position' | 'versions' | 'foundBy'>, publisher: string | null): void {
  const notice = known ? em.assign(known, now) : em.create(Notice, { ...now, position: noticePurposes.indexOf(now.purpose) });
  const { purpose: _, ...said } = now;
  em.create(NoticeVersion, { id: newId(), notice, ...said, publishedBy: publisher && em.getReference(StaffMember, publisher) });
}

// the database keeps the languages of a text in an order of its own
const inOrder = ({ fi, sv, en }: PublishNotice['text']): unknown[] => [fi, sv ?? null, en ?? null];
