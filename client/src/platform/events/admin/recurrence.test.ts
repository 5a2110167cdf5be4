import { expect, test } from 'vitest';
import { nthOf, ruleOf } from './recurrence.ts';

test('a rule is written of what was chosen', () => {
  // a Tuesday, the first of its month
  expect(ruleOf('MONTHLY_WEEKDAY', '2027-09-07', '2027-12-31')).toBe('FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231');
  expect(ruleOf('FORTNIGHTLY', '2027-09-07', '2027-12-31')).toBe('FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231');
  expect(ruleOf('MONTHLY_DAY', '2027-09-07', '2027-12-31')).toBe('FREQ=MONTHLY;BYMONTHDAY=7;UNTIL=20271231');
  expect([ruleOf('NONE', '2027-09-07', '2027-12-31'), ruleOf('WEEKLY', '2027-09-07', null)]).toEqual([null, null]);
});

test('a fifth weekday is the last one, for not every month has five', () => {
  expect(['2027-09-07', '2027-09-28', '2027-09-29', '2027-09-30'].map(nthOf)).toEqual([1, 4, -1, -1]);
});
