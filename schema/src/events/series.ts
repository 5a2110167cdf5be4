import { z } from 'zod';
import { ScheduleEvent } from './events.ts';

const DAYS = '(MO|TU|WE|TH|FR|SA|SU)';
const always = { INTERVAL: /^[1-9]\d?$/, UNTIL: /^20\d{6}$/, COUNT: /^[1-9]\d{0,2}$/ };
/** The parts of RFC 5545 that a calendar of events needs. What could seek in vain for thousands of years is not among them. */
const parts: Record<string, Readonly<Record<string, RegExp>>> = {
  DAILY: always,
  WEEKLY: { ...always, BYDAY: new RegExp(`^${DAYS}(,${DAYS})*$`) },
  MONTHLY: { ...always, BYDAY: new RegExp(`^([1-4]|-1)${DAYS}$`), BYMONTHDAY: /^(-1|[1-9]|[12]\d|3[01])$/ },
  YEARLY: always,
};

function isRule(rule: string): boolean {
  const [freq, ...rest] = rule.split(';').map((part) => part.split('='));
  const known = parts[freq?.[1] ?? ''];
  const names = rest.map(([name]) => name);
  if (freq?.[0] !== 'FREQ' || !known || new Set(names).size < names.length || (names.includes('BYDAY') && names.includes('BYMONTHDAY'))) return false;
  return rest.every(([name = '', value = '', ...more]) => !more.length && known[name]?.test(value));
}

const Rule = z
  .string()
  .trim()
  .max(200)
  .refine(isRule)
  .describe('How it recurs, as RFC 5545 writes it: FREQ=MONTHLY;BYDAY=1TU;UNTIL=20280630. It ends, by UNTIL or COUNT. Days are those of the city.');

/**
 * Events that recur, by the first of them, whose id is the series'. Each is an event of its own; they begin and end at the same time of the day, and take
 * registrations as long before.
 */
export const ScheduleSeries = ScheduleEvent.safeExtend({ rule: Rule });
export type ScheduleSeries = z.output<typeof ScheduleSeries>;

/** A recurrence that is looked at before anything is made of it. */
export const Recurrence = z.object({
  rule: Rule,
  startsAt: z.iso.datetime({ offset: true }).describe('When the first begins.'),
});
export type Recurrence = z.output<typeof Recurrence>;
