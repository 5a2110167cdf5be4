import { dayOf } from '../../kernel/format.ts';

/** The first instant, near enough, of the month at the city. Asking from there gives the same question all month, and the same kept answer offline. */
export const monthStart = (now: Date): string => `${dayOf(now).slice(0, 7)}-01T00:00:00.000Z`;

/** The same a year earlier: how far back the past is listed. */
export function yearBefore(now: Date): string {
  const [year, month] = dayOf(now).split('-');
  return `${Number(year) - 1}-${month}-01T00:00:00.000Z`;
}

/** The question for what is coming: one and the same for the band, the front page, the calendar and what is kept offline. */
export const upcomingOf = (now: Date) => ({ filter: { from: monthStart(now) }, first: 100 });
