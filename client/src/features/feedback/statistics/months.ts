import { tags } from '../../../kernel/format.ts';
import type { Locale } from '@torilla/schema/kernel/locale';

const MONTHS_WRITTEN = { month: 'short', timeZone: 'UTC' } as const;

/** A month of the calendar in few letters, as it stands below a column; with its year where that is not said elsewhere. */
export function monthName(month: string, locale: Locale, withYear = false): string {
  const name = new Intl.DateTimeFormat(tags[locale], MONTHS_WRITTEN).format(new Date(`${month.slice(0, 7)}-15T12:00:00Z`)).replace(/kuu$|\.$/, '');
  return withYear ? `${name} ${month.slice(2, 4)}` : name;
}
