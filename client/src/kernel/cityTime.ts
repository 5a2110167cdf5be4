import { cityTimeOf, dayOf } from './format.ts';

const TYPED = /^\s*(?:klo\s*)?(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*$/;

/** The time of a time typed the Finnish way (`9`, `9.30`, `klo 9:30`) as `09:30`; null when there is no such time. */
export function parseTime(typed: string): string | null {
  const [, hour, minute = '00'] = TYPED.exec(typed) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** `09:30` as it is written: 9.30. */
export const writtenTime = (time: string): string => `${Number(time.slice(0, 2))}.${time.slice(3)}`;

/** The instant at which the city's calendar and clocks show that; of an hour that comes twice in autumn, the first. */
export function instantOf(date: string, time: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (instant: number) => {
    const shown = cityTimeOf(new Date(instant));
    return Date.parse(`${shown.date}T${shown.time}:00Z`);
  };
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((near) => shownAt(near) - near);
  const fits = offsets.map((offset) => wanted - offset).filter((instant) => shownAt(instant) === wanted);
  return new Date(fits.length ? Math.min(...fits) : wanted - offsets[0]!).toISOString();
}

/** The day after a day of the calendar. */
export const dayAfter = (day: string): string => dayOf(new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000));
