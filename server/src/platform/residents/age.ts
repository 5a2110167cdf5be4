import { dayAt } from '../municipality/day.ts';

/** The year that the city's calendar shows. */
export const yearAt = (at: Date): number => Number(dayAt(at).slice(0, 4));

/** How old somebody is who was born on that day, an ISO date, in whole years. */
export function ageAt(at: Date, birthDate: string): number {
  const today = dayAt(at);
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0);
}
