import type { Locale } from '@torilla/schema/kernel/locale';
import { hamina } from '../municipality/hamina.ts';

const tags: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const at: Record<Locale, string> = { fi: 'klo ', sv: 'kl. ', en: '' };

/** The day of an instant, as people write it: torstai 20. toukokuuta 2027. */
export const writtenDay = (instant: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone: hamina.timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(instant);

function clock(instant: Date, locale: Locale): string {
  const [hour = '', minute] = new Intl.DateTimeFormat('sv-SE', { timeZone: hamina.timeZone, hour: '2-digit', minute: '2-digit' }).format(instant).split(':');
  return locale === 'en' ? `${hour}:${minute}` : `${Number(hour)}.${minute}`;
}

/** When an event is, as people write it: torstai 20. toukokuuta 2027 klo 10.00–14.00, by the city's clock. */
export function writtenSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, locale: Locale): string {
  const [first, last] = [writtenDay(startsAt, locale), writtenDay(endsAt, locale)];
  const from = `${first}${locale === 'en' ? ', ' : ' '}${at[locale]}${clock(startsAt, locale)}`;
  return first === last ? `${from}–${clock(endsAt, locale)}` : `${from} – ${last}${locale === 'en' ? ', ' : ' '}${at[locale]}${clock(endsAt, locale)}`;
}
