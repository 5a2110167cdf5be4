const DAY = 86_400_000;
const WEEK = 7;

/** A month of the calendar, `2027-05`, so many months on. */
export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The month that an address names, or else the one that is given. */
export const monthIn = (typed: unknown, otherwise: string): string => (typeof typed === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : otherwise);

/** The days of a month by weeks that begin on Monday, with those before and after it that its weeks have. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T12:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % WEEK) * DAY;
  const end = Date.parse(`${monthAfter(month, 1)}-01T12:00:00Z`);
  const weeks: string[][] = [];
  for (let monday = start; monday < end; monday += WEEK * DAY)
    weeks.push(Array.from({ length: WEEK }, (_, n) => new Date(monday + n * DAY).toISOString().slice(0, 10)));
  return weeks;
}
