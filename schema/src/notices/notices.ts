import { z } from 'zod';
import { LocalizedText } from '../kernel/localized.ts';
import { MAX_NOTICE_TEXT, MAX_NOTICE_TITLE, noticePurposes } from './purposes.ts';

export { MAX_NOTICE_TEXT, MAX_NOTICE_TITLE, noticePurposes, privacyPurposes } from './purposes.ts';
export const NoticePurpose = z.enum(noticePurposes).enum;
export type NoticePurpose = keyof typeof NoticePurpose;

const tooLong = (text: LocalizedText, most: number): boolean => Object.values(text).some((words) => (words?.length ?? 0) > most);

/** Publishes a notice: from now on this is what people read. The ones before stay, as they were. */
export const PublishNotice = z
  .object({
    purpose: z.enum(noticePurposes).describe('What it is about.'),
    title: LocalizedText.describe('What it is called.'),
    text: LocalizedText.describe('What it says: headings (##, ###), paragraphs, lists (-), **strong** words and [links](https://…), and nothing else.'),
    basedOn: z.int().min(0).describe('The version that was changed; 0 when there was none.'),
  })
  .refine(({ title }) => !tooLong(title, MAX_NOTICE_TITLE), { path: ['title'], error: 'notice-too-long' })
  .refine(({ text }) => !tooLong(text, MAX_NOTICE_TEXT), { path: ['text'], error: 'notice-too-long' });
export type PublishNotice = z.infer<typeof PublishNotice>;
