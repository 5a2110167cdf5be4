import type { TargetMetric } from '@torilla/schema/plan/plan';
import type { Context } from './context.ts';
import type { LocalizedText } from './localized.ts';

/** Of which measures something is counted, by their ids, and in which span of time: instants as PostgreSQL reads them, `-infinity` and `infinity` too. */
export interface Span {
  measures: readonly string[];
  from: string;
  to: string;
}

/** How much there is of something for a measure. */
export interface Counted {
  measure: string;
  value: number;
}

/**
 * A figure that a noun gives the plan: the pages of its measures show it live. Everybody sees it, so it counts all there is, whoever asks,
 * and tells of nobody.
 */
export interface Figure {
  /** Its stable name: `feedback.received`. */
  key: string;
  /** What is counted, as it stands beside the number. */
  name: LocalizedText;
  /** The numbers of the measures that it is about; without them every one. */
  measures?: readonly number[];
  /** Whether it is shown where there is nothing yet. A figure of certain measures is. */
  evenNone?: boolean;
  /** What of a target it reaches, where a target counts the same. */
  metric?: TargetMetric;
  /** Counts for all the measures in one statement; a measure that is not in the answer has none. */
  count: (ctx: Context, span: Span) => Promise<readonly Counted[]>;
}
