import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import * as rules from '@torilla/schema/fieldday/report';
import type { Context } from '../../kernel/context.ts';
import { inputOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { Picture } from '../pictures/picture.entity.ts';
import { EventFigure } from './fieldday.type.ts';
import { draftOf, publishedReport, type Draft, type Published } from './report.ts';
import * as commands from './report.commands.ts';

inputOf('DraftTextInput', 'Text that is still being written: each language may be empty.', rules.DraftText);
const SaveEventReportInput = inputOf('SaveEventReportInput', 'The words of a report, and the version that was changed.', rules.SaveEventReport);
const PublishEventReportInput = inputOf('PublishEventReportInput', 'Which version of a report is published, with which quotes.', rules.PublishEventReport);

@ObjectType({ description: 'What the city tells of an event. A language that nobody has written in is empty.' })
class ReportWords {
  @Field(() => LocalizedText, { description: 'What was done.' }) done!: LocalizedText;
  @Field(() => LocalizedText, { description: 'What was heard.' }) heard!: LocalizedText;
  @Field(() => LocalizedText, { description: 'What happens next.' }) next!: LocalizedText;
}

@ObjectType({ description: "A resident's words, without anybody." })
class EventQuote {
  @Field(() => ID, { description: "The quote's id." }) id!: string;
  @Field(() => String, { description: 'Word for word.' }) words!: string;
  @Field(() => String, { description: 'The language in which it was said (ISO 639-1), or other.' }) language!: string;
}

@ObjectType({ description: 'The report of an event, as everybody reads it. It leads to nobody, and leaves out parts of fewer than five.' })
class PublishedEventReport {
  @Field(() => ID, { description: "The event's id." }) eventId!: string;
  @Field(() => ReportWords, { description: 'Its words.' }) words!: ReportWords;
  @Field(() => [EventFigure], { description: 'Its figures, as they were when it was published.' }) figures!: EventFigure[];
  @Field(() => [EventQuote], { description: 'What was said there, where it still may be shown.' }) quotes!: EventQuote[];
  @Field(() => [Picture], { description: 'Its pictures.' }) pictures!: Picture[];
  @Field(() => DateTime, { description: 'When it was published.' }) publishedAt!: Date;
}

@ObjectType({ description: 'The report of an event, as whoever writes it sees it.' })
class EventReportDraft {
  @Field(() => ID, { description: "The event's id." }) eventId!: string;
  @Field(() => ReportWords, { description: 'Its words; a suggestion while nobody has saved any.' }) words!: ReportWords;
  @Field(() => Int, { description: 'Raised with each saving; 0 while nobody has.' }) version!: number;
  @Field(() => DateTime, { nullable: true, description: 'When it was last saved.' }) savedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'By whom.' }) savedBy!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When it was published; null while it is not.' }) publishedAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'The version that everybody reads.' }) publishedVersion!: number | null;
  @Field(() => [ID], { description: 'The quotes that stand in it.' }) publishedQuoteIds!: string[];
  @Field(() => [ID], { description: 'The pictures that stand in it.' }) publishedPictureIds!: string[];
  @Field(() => [Picture], { description: 'Its pictures as they are now.' }) pictures!: Picture[];
  @Field(() => [EventFigure], { description: 'Its figures as they are now.' }) figures!: EventFigure[];
  @Field(() => [EventQuote], { description: 'What may be quoted.' }) quotes!: EventQuote[];
}

const WRITES = 'For administrators, officers and who staffs the event.';

@Resolver()
export class EventReportResolver {
  @Query(() => PublishedEventReport, { nullable: true, description: 'The published report of an event; null while there is none.' })
  eventReport(@Ctx() ctx: Context, @Arg('eventId', () => ID) eventId: string): Promise<Published | null> {
    return publishedReport(ctx, eventId);
  }

  @Query(() => EventReportDraft, {
    description: `The report of an event as it is being written, with today's figures. ${WRITES} Problems: forbidden, not-found.`,
  })
  eventReportDraft(@Ctx() ctx: Context, @Arg('eventId', () => ID) eventId: string): Promise<Draft> {
    return draftOf(ctx, eventId);
  }

  @Mutation(() => EventReportDraft, {
    description: `Saves the words of a report; what is published stays as it is. ${WRITES} Problems: unknown-event, forbidden, newer-revision.`,
  })
  async saveEventReport(@Ctx() ctx: Context, @Arg('input', () => SaveEventReportInput) input: rules.SaveEventReport): Promise<Draft> {
    return draftOf(ctx, await commands.saveEventReport(ctx, input));
  }

  @Mutation(() => EventReportDraft, {
    description:
      'Publishes a report that was read through. For administrators and officers. Problems: unknown-event, not-found, newer-revision, report-incomplete, quote-unfit.',
  })
  async publishEventReport(@Ctx() ctx: Context, @Arg('input', () => PublishEventReportInput) input: rules.PublishEventReport): Promise<Draft> {
    return draftOf(ctx, await commands.publishEventReport(ctx, input));
  }

  @Mutation(() => EventReportDraft, {
    description: 'Takes a report out of sight; its words stay for whoever writes it. For administrators and officers. Problem: unknown-event.',
  })
  async withdrawEventReport(@Ctx() ctx: Context, @Arg('eventId', () => ID) eventId: string): Promise<Draft> {
    return draftOf(ctx, await commands.withdrawEventReport(ctx, { eventId }));
  }
}
