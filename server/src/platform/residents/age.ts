import { ageOn } from '@torilla/schema/kernel/age';
import { dayAt } from '../municipality/day.ts';

/** The year that the city's calendar shows. */
export const yearAt = (at: Date): number => Number(dayAt(at).slice(0, 4));

/** How old somebody is who was born on that day, an ISO date, in whole years. */
export const ageAt = (at: Date, birthDate: string): number => ageOn(dayAt(at), birthDate);
