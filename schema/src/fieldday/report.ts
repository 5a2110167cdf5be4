import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { MAX_PICTURES } from '../pictures/limits.ts';
import { MAX_REPORT_WORDS } from './limits.ts';

const part = z.string().trim().max(MAX_REPORT_WORDS);
/** Words that are still being written: Finnish may be empty, too. */
export const DraftText = z.object({
  fi: part.describe('Finnish.'),
  sv: part.optional().describe('Swedish.'),
  en: part.optional().describe('English.'),
});

/** What the city tells of a day in the field. */
export const ReportWords = z.object({
  done: DraftText.describe('What was done.'),
  heard: DraftText.describe('What was heard.'),
  next: DraftText.describe('What happens next.'),
});
export type ReportWords = z.output<typeof ReportWords>;

export { reportParts } from './limits.ts';

/** Saves the words of an event's report, which nobody else sees yet. */
export const SaveEventReport = ReportWords.extend({
  eventId: Id.describe('Of which event.'),
  basedOn: z.int().min(0).describe('The version that was changed; 0 when there was none.'),
});
export type SaveEventReport = z.output<typeof SaveEventReport>;

/** Everybody may read the report from now on, as it stands in this version. */
export const PublishEventReport = z.object({
  eventId: Id.describe('Of which event.'),
  basedOn: z.int().min(1).describe('The version that was read through.'),
  quoteIds: z.array(Id).max(20).default([]).describe('The quotes that stand in it, in their order.'),
  pictureIds: z.array(Id).max(MAX_PICTURES).default([]).describe('The pictures that it has: all of them, as they were looked at.'),
});
export type PublishEventReport = z.output<typeof PublishEventReport>;
