import { instantOf } from '../../../kernel/cityTime.ts';

/** Whether a role is in force at that moment. */
export const isCurrent = (grant: { until?: string | null; endedAt?: string | null }, now: number): boolean =>
  !grant.endedAt && (!grant.until || Date.parse(grant.until) > now);

/** The instant at which a role ends that is given until a day: when that day is over in the city. */
export function endOfDay(date: string): string {
  const next = new Date(`${date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return instantOf(next.toISOString().slice(0, 10), '00:00');
}

/** The last moment in which it is in force: of a role until the end of a day, that day. */
export const lastMomentOf = (until: string): string => new Date(Date.parse(until) - 1).toISOString();
