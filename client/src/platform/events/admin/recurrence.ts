/** How an event recurs, of the ways that the form offers; a script may ask for any rule. */
export const recurrences = ['NONE', 'WEEKLY', 'FORTNIGHTLY', 'MONTHLY_WEEKDAY', 'MONTHLY_DAY'] as const;
export type Recurs = (typeof recurrences)[number];

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const WEEK = 7;
const dateOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** Which of its kind a weekday is in its month: 1 to 4, or the last. A fifth is not in every month. */
export function nthOf(day: string): 1 | 2 | 3 | 4 | -1 {
  const nth = Math.ceil(dateOf(day).getUTCDate() / WEEK);
  return nth > 4 ? -1 : (nth as 1 | 2 | 3 | 4);
}

/** The rule as RFC 5545 writes it; null where it does not recur, or does not end. */
export function ruleOf(recurs: Recurs, startDay: string | null, until: string | null): string | null {
  if (recurs === 'NONE' || !startDay || !until) return null;
  const rules: Record<Exclude<Recurs, 'NONE'>, string> = {
    WEEKLY: 'FREQ=WEEKLY',
    FORTNIGHTLY: 'FREQ=WEEKLY;INTERVAL=2',
    MONTHLY_WEEKDAY: `FREQ=MONTHLY;BYDAY=${nthOf(startDay)}${WEEKDAYS[dateOf(startDay).getUTCDay()]}`,
    MONTHLY_DAY: `FREQ=MONTHLY;BYMONTHDAY=${dateOf(startDay).getUTCDate()}`,
  };
  return `${rules[recurs]};UNTIL=${until.replaceAll('-', '')}`;
}
