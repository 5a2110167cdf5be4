import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { aPoint } from './testing.ts';

const city = await aCity();
let point: string;
beforeEach(async () => {
  city.clock.set('2027-05-18T09:00:00Z'); // a Tuesday
  point = await aPoint(city);
});

/** Taps of a day, at the point or another. */
async function tapped(day: string, scores: readonly number[], { at = point, state = 'COUNTED' } = {}): Promise<void> {
  for (const score of scores)
    await sql(city.em(), 'insert into touchpoint_tap (id, touchpoint_id, score, state, captured_at, received_at) values ($1, $2, $3, $4, $5, $5)', [
      newId(),
      at,
      score,
      state,
      `${day}T12:00:00+03:00`,
    ]);
}

interface Period {
  from: string;
  to: string;
  answers: number;
  satisfied: number;
  mean: { value: number; low: number; high: number };
  share: { value: number; low: number; high: number };
}
const FIELDS = 'periods { from to answers satisfied mean { value low high } share { value low high } }';
const day = (value: unknown) => String(value).slice(0, 10);
const told = ({ from, answers }: Period) => [day(from), answers];
const ofUnits = async (by = 'WEEK') =>
  (await city.ask(`query ($by: TrendBy!) { serviceTrends(by: $by) { unit name { fi } points ${FIELDS} } }`, { by })).data!.serviceTrends;
const ofPoints = async (by = 'WEEK') =>
  (await (await city.as('hallinta'))(`query ($by: TrendBy!) { touchpointTrends(by: $by) { touchpointId repeated tooMany closed ${FIELDS} } }`, { by })).data!
    .touchpointTrends;
const periods = async (by = 'WEEK'): Promise<Period[]> => (await ofUnits(by))[0]?.periods ?? [];

test('mean, share and their intervals of a week that is over', async () => {
  await tapped('2027-05-10', [1, 2, 3, 4, 5]);
  await tapped('2027-05-16', [5, 5, 4, 4, 4]);
  const [week, ...others] = await periods();
  expect(others).toEqual([]);
  expect(week).toMatchObject({ answers: 10, satisfied: 7, mean: { value: 3.7 }, share: { value: 0.7 } });
  expect([day(week!.from), day(week!.to)]).toEqual(['2027-05-10', '2027-05-16']);
  // Wilson's interval of 7 of 10, as tables have it
  expect(week!.share.low).toBeCloseTo(0.3968, 3);
  expect(week!.share.high).toBeCloseTo(0.8922, 3);
  expect(week!.mean.low).toBeLessThan(3.7);
  expect(week!.mean.high).toBeGreaterThan(3.7);
  expect((await ofUnits())[0]).toMatchObject({ unit: 'green-services', points: 1 });
});

test('nothing is told of four answers, of the week that is going on, and of what does not count', async () => {
  await tapped('2027-05-11', [1, 1, 1, 1]);
  await tapped('2027-05-11', [1, 1], { state: 'REPEATED' });
  await tapped('2027-05-04', [3, 3, 3], { state: 'TOO_MANY' });
  await tapped('2027-05-17', [5, 5, 5, 5, 5, 5]);
  expect(await periods()).toEqual([]);
  expect(await periods('MONTH')).toEqual([]);
  expect((await ofPoints())[0]).toMatchObject({ periods: [], repeated: 2, tooMany: 3, closed: 0 });
});

test('a month is whole weeks, and is told once its last one is over; weeks of few are in it only where they are five together', async () => {
  // April 2027: the weeks whose Thursday lies in it begin on 29 March, 5, 12, 19 and 26 April
  await tapped('2027-03-30', [4, 4, 4, 4, 4]);
  await tapped('2027-04-06', [5, 5, 5, 5, 5, 5]);
  await tapped('2027-04-14', [1, 1, 1]);
  expect((await periods()).map(told)).toEqual([
    ['2027-03-29', 5],
    ['2027-04-05', 6],
  ]);
  // three answers would be the month less its weeks
  expect((await periods('MONTH')).map(told)).toEqual([['2027-03-29', 11]]);
  await tapped('2027-05-01', [2, 2]);
  expect((await periods('MONTH')).map(told)).toEqual([['2027-03-29', 16]]);
  expect(day((await periods('MONTH'))[0]!.to)).toBe('2027-05-02');
  expect((await periods()).map(told)).toHaveLength(2);
});

test('a unit tells no more than its points do: what is left between them would be a point of few', async () => {
  const quiet = await aPoint(city);
  await tapped('2027-05-10', [5, 5, 5, 5, 5]);
  await tapped('2027-05-10', [1, 1, 1, 1], { at: quiet });
  expect((await periods()).map(told)).toEqual([['2027-05-10', 5]]);
  await tapped('2027-05-10', [1], { at: quiet });
  expect((await periods()).map(told)).toEqual([['2027-05-10', 10]]);
  const points = await ofPoints();
  expect(points.map(({ periods: own }: { periods: Period[] }) => own.map(told))).toEqual([[['2027-05-10', 5]], [['2027-05-10', 5]]]);
});

test('whatever is asked, the difference of two figures is no answer of fewer than five', async () => {
  // four months, with weeks of every size
  const monday = Date.UTC(2027, 0, 4);
  for (let week = 0; week < 18; week++) {
    const date = new Date(monday + week * 7 * 86_400_000).toISOString().slice(0, 10);
    await tapped(
      date,
      Array.from({ length: (week * 5) % 9 }, (_, n) => (n % 5) + 1),
    );
  }
  const [weeks, months] = [await periods('WEEK'), await periods('MONTH')];
  expect(months.length).toBeGreaterThan(2);
  expect(weeks.every(({ answers }) => answers >= 5)).toBe(true);
  for (const { from, to, answers } of months) {
    const inside = weeks.filter((week) => day(from) <= day(week.from) && day(week.to) <= day(to));
    const left = answers - inside.reduce((sum, week) => sum + week.answers, 0);
    expect(left === 0 || left >= 5).toBe(true);
  }
  // no week lies across two months
  expect(
    weeks.every((week) =>
      months.every(({ from, to }) => day(week.to) < day(from) || day(week.from) > day(to) || (day(from) <= day(week.from) && day(week.to) <= day(to))),
    ),
  ).toBe(true);
});

test('a week that is over never changes: what comes late counts when it came', async () => {
  await tapped('2027-05-11', [4, 4, 4, 4, 4]);
  const before = await periods();
  await sql(
    city.em(),
    `insert into touchpoint_tap (id, touchpoint_id, score, state, captured_at, received_at) values ($1, $2, 1, 'COUNTED', '2027-05-11T12:00:00Z', '2027-05-18T08:00:00Z')`,
    [newId(), point],
  );
  expect(await periods()).toEqual(before);
});

test('the trend of single points is for staff', async () => {
  expect((await city.ask('{ touchpointTrends(by: WEEK) { touchpointId } }')).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('mirja'))('{ touchpointTrends(by: WEEK) { touchpointId } }')).codes).toEqual(['forbidden']);
});
