import { RRule } from 'rrule';
import { MAX_OCCURRENCES } from '@torilla/schema/events/limits';
import { Problem } from '../../kernel/problem.ts';
import { hamina } from '../municipality/hamina.ts';

/** No series goes on for longer, however seldom it recurs: nobody plans further. */
const MOST_YEARS = 5;

/** The day on which it is at the city, as 2027-05-18. */
export const dayOf = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: hamina.timeZone }).format(at);

/**
 * The days of a recurrence that begins on a day, that one included if the rule has it. Days and not instants: nine in the morning is nine in the
 * morning in winter and in summer.
 * @throws Problem `recurrence-endless`, `recurrence-too-long`, `recurrence-never`
 */
export function daysOf(rule: string, first: string): string[] {
  const start = new Date(`${first}T00:00:00Z`);
  const options = RRule.parseString(rule);
  if (!options.until && !options.count) throw new Problem('recurrence-endless');
  const last = new Date(start);
  last.setUTCFullYear(last.getUTCFullYear() + MOST_YEARS);
  if (options.until && options.until > last) throw new Problem('recurrence-too-long', { most: MAX_OCCURRENCES, years: MOST_YEARS });
  const recurrence = new RRule({ ...options, dtstart: start, until: options.until ?? last });
  // one more than there may be is enough to know
  const days = recurrence.all((_, n) => n <= MAX_OCCURRENCES).map((day) => day.toISOString().slice(0, 10));
  if (!days.length) throw new Problem('recurrence-never');
  if (days.length > MAX_OCCURRENCES || (options.count && days.length < options.count))
    throw new Problem('recurrence-too-long', { most: MAX_OCCURRENCES, years: MOST_YEARS });
  return days;
}
