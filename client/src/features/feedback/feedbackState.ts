import type { Channel, GiveFeedback, Mood, Photo, SpokenLanguage } from '@torilla/schema/feedback/feedback';
import type { InputOf } from '../../outbox/capture.ts';
import type { giveFeedback } from '@torilla/schema/feedback/capture';

/** A feedback form as it stands on the screen: every field is there, and empty text means no answer. */
export interface FeedbackState {
  words: string;
  topics: string[];
  mood: Mood | null;
  measureId: string;
  unit: string;
  district: string;
  language: SpokenLanguage;
  channel: Channel;
  headcount: number;
  wantsAnswer: boolean;
  name: string;
  email: string;
  phone: string;
  note: string;
  /** Photos of a capture that was opened again: sealed already. */
  kept: Photo[];
}

/** A form that nobody has touched. */
export const emptyFeedback = (given: Pick<FeedbackState, 'channel' | 'language'>): FeedbackState => ({
  words: '',
  topics: [],
  mood: null,
  measureId: '',
  unit: '',
  district: '',
  ...given,
  headcount: 1,
  wantsAnswer: false,
  name: '',
  email: '',
  phone: '',
  note: '',
  kept: [],
});

/** Whether there is nothing in it that anybody would miss. How it was said does not count: that stays as it is from one to the next. */
export const isUntouched = (form: FeedbackState): boolean =>
  !form.words.trim() &&
  !form.topics.length &&
  !form.mood &&
  !form.measureId &&
  !form.unit &&
  !form.district &&
  form.headcount === 1 &&
  !form.wantsAnswer &&
  !form.note.trim() &&
  !form.kept.length;

/** A draft as a form. What an older app kept and this one does not know is left out; what is missing stays empty. */
export function restored(draft: unknown, empty: FeedbackState): FeedbackState {
  const kept = Object.entries((draft ?? {}) as Record<string, unknown>).filter(
    ([key, value]) => key in empty && value !== null && typeof value === (key === 'mood' ? 'string' : typeof empty[key as keyof FeedbackState]),
  );
  return { ...empty, ...Object.fromEntries(kept) };
}

/** What a resident agrees to who leaves an address: the text as it was shown, and the day of deletion. */
export interface Consent {
  text: string;
  deleteOn: string;
}

/** What is captured. Contact details only when the resident wishes to be answered, with the consent as it was shown. */
export function toInput(form: FeedbackState, consent: Consent): InputOf<typeof giveFeedback> {
  const { wantsAnswer, name, email, phone, kept, measureId, unit, district, words, note, ...same } = form;
  return {
    ...same,
    words: words.trim() || null,
    note: note.trim() || null,
    measureId: measureId || null,
    unit: unit || null,
    district: district || null,
    photos: [...kept],
    contact: wantsAnswer ? { name, email: email.trim() || null, phone: phone.trim() || null, consent: consent.text, deleteOn: consent.deleteOn } : null,
  };
}

/** The last capture as a form again. */
export function fromInput(input: GiveFeedback, empty: FeedbackState): FeedbackState {
  const { contact, photos, words, note, measureId, unit, district, mood, ...same } = input;
  return {
    ...empty,
    ...same,
    words: words ?? '',
    note: note ?? '',
    mood: mood ?? null,
    measureId: measureId ?? '',
    unit: unit ?? '',
    district: district ?? '',
    kept: photos,
    wantsAnswer: Boolean(contact),
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
  };
}
