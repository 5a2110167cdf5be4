import type { Detail } from './details.ts';

/** The fields that can be wrong, in the order of the form. */
export type FeedbackField = 'words' | 'topics' | 'headcount' | 'photos' | 'name' | 'email' | 'phone' | 'note';
/** What is wrong with which field, as keys of sentences. */
export type FeedbackErrors = Partial<Record<FeedbackField, string>>;

interface Issue {
  path: PropertyKey[];
  code: string;
}

/** In which panel a field lies; those not named are always in sight. */
const panels: Partial<Record<FeedbackField, Detail>> = {
  headcount: 'headcount',
  photos: 'photos',
  name: 'contact',
  email: 'contact',
  phone: 'contact',
  note: 'note',
};

const sentences: Record<FeedbackField, string> = {
  words: 'feedback.error.empty',
  topics: 'feedback.error.topics',
  headcount: 'feedback.error.headcount',
  photos: 'feedback.error.photos',
  name: 'feedback.error.name',
  email: 'feedback.error.email',
  phone: 'feedback.error.phone',
  note: 'feedback.error.noteLong',
};

/** What the contract says against the form, beside the fields; null when the error is of another kind. */
export function errorsOf(error: unknown): FeedbackErrors | null {
  const issues = (error as { issues?: Issue[] } | null)?.issues;
  if (!Array.isArray(issues)) return null;
  const errors: FeedbackErrors = {};
  for (const {
    path: [first, second],
    code,
  } of issues) {
    const field = (first === 'contact' ? (second ?? 'email') : first) as FeedbackField;
    // whoever gives neither address is told of both
    const sentence =
      field === 'email' && code === 'custom'
        ? 'feedback.error.noAddress'
        : field === 'words' && code === 'too_big'
          ? 'feedback.error.wordsLong'
          : sentences[field];
    errors[field] ??= sentence;
  }
  return errors;
}

/** Of the errors that were told, those that are still there. */
export const stillWrong = (told: FeedbackErrors, now: FeedbackErrors | null): FeedbackErrors =>
  Object.fromEntries(Object.entries(now ?? {}).filter(([field]) => field in told));

/** The panel that must be open for the first error to be seen. */
export const panelOfFirst = (errors: FeedbackErrors): Detail | null => {
  const first = (Object.keys(sentences) as FeedbackField[]).find((field) => errors[field]);
  return (first && panels[first]) ?? null;
};
