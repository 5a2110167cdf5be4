import { Receipt } from '@torilla/schema/kernel/receipt';
import { sql } from '../../kernel/read/index.ts';
import type { Findable } from '../../kernel/search/index.ts';
import { Feedback, FeedbackAnswer, FeedbackMatter } from './feedback.entity.ts';

/** A resident reads behind the receipt, whose code stands where no server and no log sees it; staff have a page of their own. */
const byReceipt: Findable['path'] = ({ ref }, { kind }) => (ref && kind === 'resident' ? `/kuitti#${ref}` : null);
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is found of feedback: by whoever sees it, and by residents in what they said themselves. */
export const finds: readonly Findable[] = [
  {
    kind: 'feedback',
    name: { fi: 'Palautteet', sv: 'Respons', en: 'Feedback' },
    entity: Feedback,
    // a note is for colleagues, and not found by it either
    document: (own, { kind }) => (kind === 'staff' || kind === 'system' ? undefined : sql`search_document(${own('language')}, ${own('words')})`),
    words: 'words',
    language: 'language',
    covered: (own) => sql`${own('hiddenAt')} is not null`,
    at: 'capturedAt',
    exactly: (text, own) => {
      const { data: receipt } = Receipt.safeParse(text);
      return receipt ? sql`${own('receipt')} = ${receipt}` : isId.test(text) ? sql`${own('id')} = ${text}::uuid` : undefined;
    },
    ref: ({ own }) => own('receipt'),
    path: byReceipt,
    staffPath: ({ id }) => `/hallinta/palautteet/${id}`,
  },
  {
    kind: 'answer',
    name: { fi: 'Vastaukset', sv: 'Svar', en: 'Answers' },
    entity: FeedbackAnswer,
    partOf: 'feedback',
    words: 'words',
    language: 'language',
    at: 'answeredAt',
    ref: ({ whole }) => whole('receipt'),
    path: byReceipt,
    staffPath: ({ whole }) => `/hallinta/palautteet/${whole}`,
  },
  {
    kind: 'matter',
    name: { fi: 'Asiat', sv: 'Ärenden', en: 'Matters' },
    entity: FeedbackMatter,
    where: ({ own }) => sql`exists (select from feedback f where f.matter_id = ${own('id')})`,
    words: 'title',
    at: 'createdAt',
    staffPath: ({ id }) => `/hallinta/palautteet?asia=${id}`,
  },
];
