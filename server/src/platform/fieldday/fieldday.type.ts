import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DayItem } from '@torilla/schema/fieldday/fieldday';
import { NoticePurpose } from '@torilla/schema/notices/notices';
import { Locale } from '@torilla/schema/kernel/localized';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';
import { DateTime } from '../../kernel/scalars.ts';
import { SequenceRange } from '../inbox/sequence.type.ts';

enumOf('DayItem', 'What a person looks at the evening before: the place and its times, and what is printed.', DayItem);

@ObjectType({ description: 'One number of a figure of an event.' })
class EventFigureCount {
  @Field(() => LocalizedText, { nullable: true, description: 'The question that is counted, where the figure is about several.' }) group?: LocalizedText | null;
  @Field(() => LocalizedText, { nullable: true, description: 'Which part of the whole it is; null for the whole.' }) label?: LocalizedText | null;
  @Field(() => Int, { description: 'How many.' }) value!: number;
}

@ObjectType({ description: 'A figure that some part of the city counts at an event.' })
export class EventFigure {
  @Field(() => ID, { description: "The figure's stable name: `feedback.voices`." }) key!: string;
  @Field(() => LocalizedText, { description: 'What is counted.' }) name!: LocalizedText;
  @Field(() => Boolean, { description: 'Whether the numbers are parts of a whole of people.' }) isSplit!: boolean;
  @Field(() => [EventFigureCount], { description: 'The numbers: one, or one for each part.' }) counts!: EventFigureCount[];
}

@ObjectType({ description: 'What of a tablet had come when a day was closed.' })
class TabletProof {
  @Field(() => ID, { description: "The device's id." }) deviceId!: string;
  @Field(() => String, { description: "What staff call it; empty for a resident's browser." }) name!: string;
  @Field(() => Int, { description: 'Entries that it made at the event, as it last told.' }) made!: number;
  @Field(() => Int, { description: 'Of those, how many arrived.' }) received!: number;
  @Field(() => Int, { description: 'Of those, how many wait for a person.' }) held!: number;
  @Field(() => [SequenceRange], { description: 'Those that did not arrive, by their number on the device.' }) missing!: SequenceRange[];
}

@ObjectType({ description: 'A device at an event: what it made and what has come of it, and whether it was found ready.' })
class DayTablet extends TabletProof {
  @Field(() => Boolean, { description: "Whether it is the city's, and not a resident's browser." }) isTablet!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'When it last spoke with the city.' }) lastContactAt!: Date | null;
  @Field(() => Int, { description: 'Entries that it had not delivered at the last contact, of all events.' }) unsent!: number;
  @Field(() => DateTime, { nullable: true, description: 'When it was last looked at whether it is ready for this event; null when it never was.' })
  readyAt!: Date | null;
  @Field(() => [String], { nullable: true, description: 'What was not in order then; empty when it was ready.' }) faults!: string[] | null;
  @Field(() => Int, { description: 'Entries that came after the day was closed.' }) late!: number;
}

@ObjectType({ description: "An event's figures as they were at one moment." })
export class EventCounts {
  @Field(() => DateTime, { description: 'When they were counted.' }) countedAt!: Date;
  @Field(() => [EventFigure], { description: 'What is counted while the event goes on.' }) figures!: EventFigure[];
  @Field(() => [DayTablet], { description: 'Tablet by tablet, then residents’ own devices.' }) tablets!: DayTablet[];
  @Field(() => ID, { nullable: true, description: 'The closing of the day that holds now; null while it is open.' }) closingId!: string | null;
}

@ObjectType({ description: 'How many came, by age.' })
class Attendance {
  @Field(() => Int, { description: 'Younger than 13.' }) under13!: number;
  @Field(() => Int, { description: 'From 13 to 17.' }) from13!: number;
  @Field(() => Int, { description: 'From 18 to 29.' }) from18!: number;
  @Field(() => Int, { description: 'From 30 to 64.' }) from30!: number;
  @Field(() => Int, { description: '65 or older.' }) from65!: number;
  @Field(() => Int, { description: 'Whose age nobody guessed.' }) unknown!: number;
}

@ObjectType({ description: 'That a day in the field was closed. It stays when the day is taken up again.' })
class DayClosing {
  @Field(() => ID, { description: 'Minted where it was closed.' }) id!: string;
  @Field(() => DateTime, { description: 'When.' }) closedAt!: Date;
  @Field(() => String, { description: 'By whom.' }) closedBy!: string;
  @Field(() => Attendance, { description: 'How many came, by age.' }) attendance!: Attendance;
  @Field(() => [TabletProof], { description: 'What had come by then, tablet by tablet.' }) tablets!: TabletProof[];
  @Field(() => String, { nullable: true, description: 'Why it was closed although something was lacking.' }) reason!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the day was taken up again; null while the closing holds.' }) reopenedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'By whom it was taken up again.' }) reopenedBy!: string | null;
}

@ObjectType({ description: 'Somebody who staffs an event, and whether tablets can tell them apart.' })
class DayWorker {
  @Field(() => ID, { description: "The member of staff's id." }) id!: string;
  @Field(() => String, { description: 'As colleagues know them.' }) displayName!: string;
  @Field(() => Boolean, { description: 'Whether they have a PIN.' }) hasPin!: boolean;
}

@ObjectType({ description: 'Whether what people must be told is there in every language.' })
class DayNotice {
  @Field(() => NoticePurpose, { description: 'What it is about.' }) purpose!: NoticePurpose;
  @Field(() => [Locale], { description: 'The languages that it lacks.' }) lacking!: Locale[];
}

@ObjectType({ description: 'A point of the evening before that somebody says is done.' })
class DayTick {
  @Field(() => DayItem, { description: 'Which.' }) item!: DayItem;
  @Field(() => DateTime, { description: 'When.' }) at!: Date;
  @Field(() => String, { description: 'By whom.' }) by!: string;
}

@ObjectType({ description: 'A day in the field: the evening before, and how it was closed.' })
export class FieldDay {
  @Field(() => ID, { description: "The event's id." }) eventId!: string;
  @Field(() => [DayWorker], { description: 'Who is there for the city.' }) roster!: DayWorker[];
  @Field(() => [EventFigure], { description: 'What is counted before it begins.' }) figures!: EventFigure[];
  @Field(() => [DayNotice], { description: 'What people must be told.' }) notices!: DayNotice[];
  @Field(() => [DayTick], { description: 'What somebody says is done.' }) ticks!: DayTick[];
  @Field(() => [DayClosing], { description: 'How it was closed, the newest first.' }) closings!: DayClosing[];
}
