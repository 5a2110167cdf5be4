import type { Context } from './context.ts';
import type { LocalizedText } from './localized.ts';

/** One number of a figure: the only one, or one of several with what it is of. */
export interface EventCount {
  /** The question that is counted, where a figure is about several. */
  group?: LocalizedText | null;
  /** Which part of the whole it is: a topic, a mood, an answer. */
  label?: LocalizedText | null;
  value: number;
}

/** When a figure of an event is looked at: the evening before, while it goes on, in what is told of it afterwards. */
export type EventStage = 'BEFORE' | 'DURING' | 'REPORT';

/**
 * A figure that a noun gives an event. It counts all there is, whoever asks, and tells of nobody. Of a split the report leaves out the parts that are so
 * small that somebody might be known by them.
 */
export interface EventFigure {
  /** Its stable name: `feedback.voices`. */
  key: string;
  /** What is counted, as it stands beside the number. */
  name: LocalizedText;
  stages: readonly EventStage[];
  /** Whether the numbers are parts of a whole of people. */
  isSplit?: boolean;
  count: (ctx: Context, eventId: string) => Promise<readonly EventCount[]>;
}

/** Words of somebody's that were found fit to stand in public, without anybody. */
export interface EventQuote {
  id: string;
  words: string;
  language: string;
}

/** The words said at an event that may be quoted: all of them, or those of the ids that still may, in that order. */
export type Quoting = (ctx: Context, eventId: string, ids?: readonly string[]) => Promise<readonly EventQuote[]>;
