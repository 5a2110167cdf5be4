import type { ReportWords } from '@torilla/schema/fieldday/report';
import { suggestedWords } from '@torilla/schema/fieldday/suggest';
import type { Context } from '../../kernel/context.ts';
import type { EventQuote } from '../../kernel/occasion.ts';
import { assertMay } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { assertReceives } from '../events/guests.ts';
import type { Picture } from '../pictures/picture.entity.ts';
import { picturesOf } from '../pictures/pictures.ts';
import { Event } from '../events/events.entity.ts';
import { writtenDay } from '../events/when.ts';
import { EventReport } from './fieldday.entity.ts';
import { eventFigures, type ShownFigure } from './figures.ts';

/** A report as everybody reads it. */
export interface Published {
  eventId: string;
  words: ReportWords;
  figures: ShownFigure[];
  quotes: EventQuote[];
  pictures: Picture[];
  publishedAt: Date;
}

/** A report as whoever writes it sees it. */
export interface Draft {
  eventId: string;
  words: ReportWords;
  /** 0 where nothing was saved yet: the words are a suggestion then. */
  version: number;
  savedAt: Date | null;
  savedBy: string | null;
  publishedAt: Date | null;
  publishedVersion: number | null;
  publishedQuoteIds: string[];
  publishedPictureIds: string[];
  pictures: Picture[];
  figures: ShownFigure[];
  quotes: EventQuote[];
}

/** The figures of a report, with what is too small left out. */
export const reportFigures = async (ctx: Context, eventId: string): Promise<ShownFigure[]> =>
  (await eventFigures(ctx, eventId, 'REPORT')).filter(({ counts }) => counts.some(({ value }) => value > 0));

/** The words that may be quoted: all, or those of the ids that still may. */
export async function quotesOf(ctx: Context, eventId: string, ids?: readonly string[]): Promise<EventQuote[]> {
  const found: EventQuote[] = [];
  for (const quoting of ctx.services.quoting) found.push(...(await quoting(ctx, eventId, ids)));
  return ids ? ids.flatMap((id) => found.find((quote) => quote.id === id) ?? []) : found;
}

/** The published report of an event; null while there is none. A quote that may not be shown any more is not. */
export async function publishedReport(ctx: Context, eventId: string): Promise<Published | null> {
  const report = await ctx.em.findOne(EventReport, { event: eventId });
  if (!report?.published || !report.publishedAt) return null;
  const { words, figures, quoteIds, pictureIds = [] } = report.published;
  return {
    eventId,
    words,
    figures,
    quotes: await quotesOf(ctx, eventId, quoteIds),
    pictures: await picturesOf(ctx, pictureIds),
    publishedAt: report.publishedAt,
  };
}

/** The report as it is being written, with today's figures; what nobody has written yet is suggested. @throws Problem `forbidden`, `not-found` */
export async function draftOf(ctx: Context, eventId: string): Promise<Draft> {
  assertMay(ctx.actor, 'event.report.save');
  await assertReceives(ctx, eventId);
  const { em } = ctx;
  const event = await em.findOne(Event, { id: eventId }, { populate: ['place'] });
  if (!event) throw new Problem('not-found');
  const report = await em.findOne(EventReport, { event: eventId }, { populate: ['savedBy'] });
  const figures = await reportFigures(ctx, eventId);
  return {
    eventId,
    words:
      report?.words ?? suggestedWords({ title: event.title, place: event.place.unwrap().name, day: (locale) => writtenDay(event.startsAt, locale), figures }),
    version: report?.version ?? 0,
    savedAt: report?.savedAt ?? null,
    savedBy: report?.savedBy.unwrap().displayName ?? null,
    publishedAt: report?.publishedAt ?? null,
    publishedVersion: report?.publishedVersion ?? null,
    publishedQuoteIds: report?.published?.quoteIds ?? [],
    publishedPictureIds: (await picturesOf(ctx, report?.published?.pictureIds ?? [])).map(({ id }) => id),
    pictures: (await report?.pictures.loadItems({ orderBy: { putAt: 'asc', id: 'asc' } })) ?? [],
    figures,
    quotes: await quotesOf(ctx, eventId),
  };
}
