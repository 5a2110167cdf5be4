import { LockMode } from '@mikro-orm/core';
import { reportParts, type PublishEventReport, type ReportWords, type SaveEventReport } from '@torilla/schema/fieldday/report';
import { locales } from '@torilla/schema/kernel/localized';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Event } from '../events/events.entity.ts';
import { assertReceives } from '../events/guests.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { EventReport } from './fieldday.entity.ts';
import { quotesOf, reportFigures } from './report.ts';

const subject = ({ eventId }: { eventId: string }) => ({ type: 'EventReport', id: eventId });

// one who writes at a time, also before there is a report
async function lockReport({ em }: Pick<Context, 'em'>, eventId: string): Promise<{ event: Event; report: EventReport | null }> {
  const event = await em.findOne(Event, { id: eventId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!event) throw new Problem('unknown-event');
  return { event, report: await em.findOne(EventReport, { event: eventId }) };
}

const sameWords = (one: ReportWords, other: ReportWords): boolean =>
  reportParts.every((part) => locales.every((locale) => (one[part][locale] ?? '') === (other[part][locale] ?? '')));

/**
 * Saves the words of a report; what is published stays as it is. Safe to send twice.
 * @throws Problem `unknown-event`, `forbidden`, `newer-revision` when somebody else has saved meanwhile
 */
export const saveEventReport = command('event.report.save', subject, async (ctx, { eventId, basedOn, ...words }: SaveEventReport): Promise<string> => {
  await assertReceives(ctx, eventId);
  const { em, actor, clock } = ctx;
  const { event, report } = await lockReport(ctx, eventId);
  if (report?.version === basedOn + 1 && sameWords(report.words, words)) return eventId;
  if ((report?.version ?? 0) !== basedOn) throw new Problem('newer-revision');
  const now = { words, version: basedOn + 1, savedAt: clock.now(), savedBy: em.getReference(StaffMember, actor.id!) };
  if (report) em.assign(report, now);
  else em.create(EventReport, { event, ...now });
  return eventId;
});

/**
 * Publishes a report as it was read through: its words, its quotes, its pictures and the figures of this moment. Published twice it is published once.
 * @throws Problem `not-found` for none, `newer-revision` when somebody has saved another, put up a picture or removed one since; `report-incomplete` without Finnish words; `quote-unfit` for a quote that
 * may not stand in public
 */
export const publishEventReport = command(
  'event.report.publish',
  subject,
  async (ctx, { eventId, basedOn, quoteIds, pictureIds }: PublishEventReport): Promise<string> => {
    const { em, actor, clock } = ctx;
    const { report } = await lockReport(ctx, eventId);
    if (!report) throw new Problem('not-found');
    if (report.version !== basedOn) throw new Problem('newer-revision');
    const there = (await report.pictures.loadItems()).map(({ id }) => id);
    if (there.toSorted().join() !== pictureIds.toSorted().join()) throw new Problem('newer-revision');
    const lacking = reportParts.filter((part) => !report.words[part].fi);
    if (lacking.length) throw new Problem('report-incomplete', { parts: lacking });
    if ((await quotesOf(ctx, eventId, quoteIds)).length !== quoteIds.length) throw new Problem('quote-unfit');
    const { published } = report;
    const isSame =
      published?.quoteIds.join() === quoteIds.join() && (published.pictureIds ?? []).join() === pictureIds.join() && report.publishedVersion === basedOn;
    if (isSame) return eventId;
    em.assign(report, {
      published: { words: report.words, figures: await reportFigures(ctx, eventId), quoteIds, pictureIds },
      publishedVersion: basedOn,
      publishedAt: clock.now(),
      publishedBy: em.getReference(StaffMember, actor.id!),
    });
    return eventId;
  },
);

/** Nobody sees the report any more; its words stay for whoever writes it. @throws Problem `unknown-event` */
export const withdrawEventReport = command('event.report.withdraw', subject, async (ctx, { eventId }: { eventId: string }): Promise<string> => {
  const { report } = await lockReport(ctx, eventId);
  if (report) ctx.em.assign(report, { published: null, publishedVersion: null, publishedAt: null, publishedBy: null });
  return eventId;
});
