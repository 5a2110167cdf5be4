import { beforeEach, expect, test } from 'vitest';
import { FEW } from '@torilla/schema/kernel/few';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../../kernel/actor.ts';
import { sql } from '../../../kernel/command.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { aCity } from '../../../testing/city.ts';
import { aYear } from '../testing/year.ts';
import type { PublicStatistics } from './public.ts';
import type { StatisticsRow } from './statistics.ts';

const city = await aCity();
/** A piece of feedback as a plain row, with its topics and its first answer. */
interface Plain {
  id: string;
  unit_key: string | null;
  district_key: string | null;
  measure_id: string | null;
  language: string;
  channel: string;
  event_id: string | null;
  state: string;
  due_on: string | null;
  headcount: number;
  topics: string[];
  captured: string;
  received: string;
  first: string | null;
}
let all: Plain[];
beforeEach(async () => {
  await aYear(city);
  all = await sql<Plain>(
    city.em(),
    `select f.id, unit_key, district_key, measure_id, language, channel, event_id, state, due_on::text, headcount, to_json(captured_at) #>> '{}' as captured,
      to_json(received_at) #>> '{}' as received, (select to_json(min(answered_at)) #>> '{}' from feedback_answer a where a.feedback_id = f.id) as first,
      array(select topic_key from feedback_topics t where t.feedback_id = f.id) as topics from feedback f`,
  );
});

const ROWS = `query ($by: StatisticsDimension!, $over: StatisticsStep, $filter: FeedbackFilterInput) { feedbackStatistics(by: $by, over: $over, filter: $filter) {
  key period name { fi } number count people open late answered medianDays p90Days } }`;
const rowsOf = async (ask: typeof city.ask, variables: object): Promise<StatisticsRow[]> => {
  const { data, codes } = await ask(ROWS, variables as Record<string, unknown>);
  expect(codes).toEqual([]);
  return data!['feedbackStatistics'];
};
const officerOf = (unit: string) => city.askAs({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit }] } as Actor);
const isOpen = ({ state }: Plain) => !['ANSWERED', 'CHANGED'].includes(state);

/** Counts by going through them one by one. */
function counted(those: readonly Plain[], keysOf: (one: Plain) => readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const one of those) for (const key of keysOf(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
const asMap = (rows: readonly StatisticsRow[]) => new Map(rows.map(({ key, count }) => [key, count]));
/** The value under which so much of the list lies, between two as between their values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

test('the numbers are those that one counts by hand: all, by each thing, and by month', async () => {
  const admin = await city.as('hallinta');
  const [whole] = await rowsOf(admin, { by: 'ALL' });
  const days = all.flatMap(({ first, received }) => (first ? [(Date.parse(first) - Date.parse(received)) / 86_400_000] : []));
  expect(whole).toMatchObject({
    count: all.length,
    people: all.reduce((sum, { headcount }) => sum + headcount, 0),
    open: all.filter(isOpen).length,
    late: all.filter((one) => isOpen(one) && one.due_on && one.due_on < dayAt(city.clock.now())).length,
    answered: days.length,
  });
  expect(whole!.medianDays).toBeCloseTo(quantile(days, 0.5), 0);
  expect(whole!.p90Days).toBeCloseTo(quantile(days, 0.9), 0);
  const by: [string, (one: Plain) => (string | null)[]][] = [
    ['UNIT', (one) => [one.unit_key]],
    ['DISTRICT', (one) => [one.district_key]],
    ['MEASURE', (one) => [one.measure_id]],
    ['LANGUAGE', (one) => [one.language]],
    ['CHANNEL', (one) => [one.channel]],
    ['STATE', (one) => [one.state]],
    ['TOPIC', (one) => (one.topics.length ? one.topics : [null])],
  ];
  for (const [dimension, keysOf] of by) expect(asMap(await rowsOf(admin, { by: dimension })), dimension).toEqual(counted(all, keysOf));
  const months = await rowsOf(admin, { by: 'ALL', over: 'MONTH' });
  expect(new Map(months.map(({ period, count }) => [period, count]))).toEqual(counted(all, (one) => [`${dayAt(new Date(one.captured)).slice(0, 7)}-01`]));
  const weeks = await rowsOf(admin, { by: 'TOPIC', over: 'WEEK' });
  expect(weeks.reduce((sum, { count }) => sum + count, 0)).toBe(all.reduce((sum, { topics }) => sum + Math.max(1, topics.length), 0));
  for (const { period } of weeks) expect(new Date(`${period}T00:00:00Z`).getUTCDay(), period!).toBe(1);
});

test('the same filter as of the list holds, and names are told', async () => {
  const admin = await city.as('hallinta');
  const from = new Date(city.clock.now().getTime() - 90 * 86_400_000).toISOString();
  const filter = { unit: 'green-services', from };
  const those = all.filter((one) => one.unit_key === 'green-services' && one.captured >= from.slice(0, 19));
  const rows = await rowsOf(admin, { by: 'DISTRICT', filter });
  expect(asMap(rows)).toEqual(counted(those, (one) => [one.district_key]));
  expect(rows.find(({ key }) => key === 'keskusta')!.name).toEqual({ fi: 'Keskusta' });
  const measures = await rowsOf(admin, { by: 'MEASURE' });
  expect(measures.filter(({ key }) => key).every(({ number, name }) => number && name)).toBe(true);
  expect(await rowsOf(admin, { by: 'ALL', filter: { from: '2199-01-01T00:00:00Z' } })).toEqual([
    { key: null, period: null, name: null, number: null, count: 0, people: 0, open: 0, late: 0, answered: 0, medianDays: null, p90Days: null },
  ]);
});

test("an officer counts what concerns their unit, and of another unit's nothing", async () => {
  const own = all.filter((one) => one.unit_key === 'green-services' || !one.unit_key);
  const parks = officerOf('green-services');
  expect(asMap(await rowsOf(parks, { by: 'UNIT' }))).toEqual(counted(own, (one) => [one.unit_key]));
  expect(await rowsOf(officerOf('education'), { by: 'UNIT', filter: { unit: 'green-services' } })).toEqual([]);
  for (const ask of [city.ask, city.askAs({ kind: 'resident', id: newId(), roles: [] }), await city.as('mirja')])
    expect((await ask(ROWS, { by: 'ALL' })).data).toBeNull();
});

test('by event it is the hundred with the most, and not in steps of time', async () => {
  const admin = await city.as('hallinta');
  const rows = await rowsOf(admin, { by: 'EVENT' });
  const naive = counted(all, (one) => [one.event_id]);
  expect(rows).toHaveLength(Math.min(100, naive.size));
  for (const { key, count } of rows) expect(count).toBe(naive.get(key));
  expect(rows.at(-1)!.count).toBe([...naive.values()].sort((a, b) => b - a)[rows.length - 1]);
  expect((await admin(ROWS, { by: 'EVENT', over: 'WEEK' })).codes).toEqual(['bad-input']);
});

const PUBLIC = `query ($year: Int) { publicStatistics(year: $year) { year years until total answered medianDays tables { by cells { key name { fi } number count } together } } }`;
const publicOf = async (ask: typeof city.ask, year?: number): Promise<PublicStatistics> => (await ask(PUBLIC, { year })).data!['publicStatistics'];

test('everybody sees a year up to the last month that is over, and no cell under five', async () => {
  city.clock.set('2026-12-05T10:00:00Z');
  const told = await publicOf(city.ask, 2026);
  const those = all.filter(({ captured }) => {
    const day = dayAt(new Date(captured));
    return day >= '2026-01-01' && day < '2026-12-01';
  });
  expect(told).toMatchObject({ year: 2026, until: '2026-11-30', total: those.length });
  for (const { cells, together } of told.tables)
    for (const count of [...cells.map((cell) => cell.count), together]) expect(count === null || count >= FEW).toBe(true);
  const units = told.tables.find(({ by }) => by === 'UNIT')!;
  const naive = counted(those, (one) => [one.unit_key ?? '']);
  for (const { key, count } of units.cells) if (count !== null) expect(count, key).toBe(naive.get(key));
  const hidden = units.cells.filter(({ count }) => count === null);
  expect(hidden.length).toBeGreaterThan(1);
  expect(units.together).toBe(hidden.reduce((sum, { key }) => sum + (naive.get(key) ?? 0), 0));
  // each table but that of topics counts every piece once
  for (const { by, cells, together } of told.tables)
    if (by !== 'TOPIC')
      expect(
        cells.reduce((sum, { count }) => sum + (count ?? 0), together ?? 0),
        by,
      ).toBe(told.total);
});

test('staff are told the same as everybody, and where there is too little there is nothing', async () => {
  city.clock.set('2026-12-05T10:00:00Z');
  expect(await publicOf(await city.as('hallinta'))).toEqual(await publicOf(city.ask));
  await sql(city.em(), 'delete from feedback_answer');
  await sql(city.em(), `update feedback set captured_at = '2024-06-01T00:00:00Z'`);
  await sql(city.em(), `update feedback set captured_at = '2025-06-01T00:00:00Z' where id = any($1::uuid[])`, [all.slice(0, 3).map(({ id }) => id)]);
  const few = await publicOf(city.ask, 2025);
  expect(few).toMatchObject({ years: [2024], total: null, answered: null, medianDays: null });
  expect(few.tables.flatMap(({ cells, together }) => [together, ...cells.map(({ count }) => count)]).every((count) => count === null)).toBe(true);
  // nobody was answered: that is a cell of none, and goes with its other half
  expect(await publicOf(city.ask, 2024)).toMatchObject({ total: all.length - 3, answered: null });
  expect((await city.ask(PUBLIC, { year: 1 })).codes).toEqual(['bad-input']);
});
