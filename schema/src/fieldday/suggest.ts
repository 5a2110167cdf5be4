import { pick } from '../kernel/locale.ts';
import type { Locale, LocalizedText } from '../kernel/localized.ts';
import type { ReportWords } from './report.ts';

/** What a suggestion is made of. */
export interface Suggesting {
  title: LocalizedText;
  place: LocalizedText;
  /** The event's day, as people write it. */
  day: (locale: Locale) => string;
  figures: readonly { key: string; counts: readonly { label?: LocalizedText | null; value: number }[] }[];
}

const MOST_NAMED = 3;

const list = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;

/** What the report of an event may say of itself, from its figures. What happens next is the city's to say. */
export function suggestedWords({ title, place, day, figures }: Suggesting): ReportWords {
  const countsOf = (key: string) => figures.find((figure) => figure.key === key)?.counts ?? [];
  const one = (key: string) => countsOf(key)[0]?.value ?? 0;
  const [came, voices] = [one('fieldday.attended'), one('feedback.voices')];
  const topics = [...countsOf('feedback.topics')].sort((a, b) => b.value - a.value).slice(0, MOST_NAMED);
  const named = (locale: Locale, and: string) =>
    list(
      topics.flatMap(({ label }) => (label ? [pick(label, locale)] : [])),
      and,
    );
  return {
    done: {
      fi: `${pick(title, 'fi')}, ${pick(place, 'fi')}, ${day('fi')}.${came ? ` Paikalla kävi ${came} ihmistä.` : ''}`,
      sv: `${pick(title, 'sv')}, ${pick(place, 'sv')}, ${day('sv')}.${came ? ` ${came} personer besökte oss.` : ''}`,
      en: `${pick(title, 'en')}, ${pick(place, 'en')}, ${day('en')}.${came ? ` ${came} people came.` : ''}`,
    },
    heard: {
      fi: `${voices ? `Kirjasimme ${voices} puheenvuoroa.` : ''}${topics.length ? ` Eniten puhuttiin näistä: ${named('fi', 'ja')}.` : ''}`.trim(),
      sv: `${voices ? `Vi antecknade ${voices} inlägg.` : ''}${topics.length ? ` Mest talade man om: ${named('sv', 'och')}.` : ''}`.trim(),
      en: `${voices ? `We wrote down what was said ${voices} times.` : ''}${topics.length ? ` People spoke most about: ${named('en', 'and')}.` : ''}`.trim(),
    },
    next: { fi: '', sv: '', en: '' },
  };
}
