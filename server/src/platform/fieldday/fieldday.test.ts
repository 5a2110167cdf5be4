import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();

const DAY =
  'fragment d on FieldDay { roster { displayName hasPin } notices { purpose lacking } ticks { item by } closings { id closedBy reason reopenedAt attendance { from30 } tablets { name made received missing { from to } } } }';
const CLOSE = `mutation ($input: CloseFieldDayInput!) { closeFieldDay(input: $input) { ...d } } ${DAY}`;
const COUNTS = `query ($id: ID!) { eventCounts(eventId: $id) { closingId figures { key counts { label { fi } value } }
  tablets { name made received late faults missing { from to } } } }`;
const eventOf = async () => (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;
const countsOf = async (id: string) => (await (await city.as('antti'))(COUNTS, { id })).data!['eventCounts'];
const figure = (counts: { figures: { key: string; counts: object[] }[] }, key: string) => counts.figures.find((one) => one.key === key)?.counts;

test('a day is counted as it goes on, tablet by tablet', async () => {
  const id = await eventOf();
  const tablet = await TestDevice.tablet(city);
  await tablet.push(await tablet.seal({ eventId: id }), await tablet.seal({ eventId: id }));
  const [question] = (await city.ask('query ($id: ID!) { tallyQuestions(eventId: $id) { id } }', { id })).data!['tallyQuestions'];
  await tablet.push(await tablet.seal({ eventId: id, operation: 'tally.tap', input: { questionId: question.id, option: 'yes' } }));
  const counts = await countsOf(id);
  expect(figure(counts, 'feedback.voices')).toEqual([{ label: null, value: 2 }]);
  expect(figure(counts, 'feedback.tally')).toContainEqual({ label: { fi: 'Kyllä' }, value: 1 });
  expect(counts.tablets).toEqual([{ name: 'Tabletti 1', made: 3, received: 3, late: 0, faults: null, missing: [] }]);
});

test('a tablet tells with its report whether it is ready', async () => {
  const id = await eventOf();
  const tablet = await TestDevice.tablet(city);
  const push = await tablet.envelope([]);
  const ready = { eventId: id, at: new Date().toISOString(), faults: ['offline'] };
  expect((await tablet.tryPush([], { report: { ...push.report, ready } })).codes).toEqual([]);
  expect((await countsOf(id)).tablets).toMatchObject([{ name: 'Tabletti 1', faults: ['offline'] }]);
  // a report without a look leaves what was found
  await tablet.push();
  expect((await countsOf(id)).tablets).toMatchObject([{ faults: ['offline'] }]);
});

test('a day with a missing number is closed with a reason alone; what comes later is taken, and said to be late', async () => {
  const id = await eventOf();
  const tablet = await TestDevice.tablet(city);
  const [first, lost, third] = [await tablet.seal({ eventId: id }), await tablet.seal({ eventId: id }), await tablet.seal({ eventId: id })];
  await tablet.push(first, third);
  const antti = await city.as('antti');
  const input = { id: newId(), eventId: id, attendance: { from30: 40 } };
  expect((await antti(CLOSE, { input })).errors[0]?.extensions).toMatchObject({ code: 'captures-lacking', facts: { lacking: 1 } });
  expect((await antti(CLOSE, { input: { ...input, lacking: 1 } })).codes).toEqual(['captures-lacking']);
  const closed = await antti(CLOSE, { input: { ...input, lacking: 1, reason: 'Tabletti putosi mereen' } });
  expect(closed.data!['closeFieldDay'].closings).toEqual([
    {
      id: input.id,
      closedBy: expect.any(String),
      reason: 'Tabletti putosi mereen',
      reopenedAt: null,
      attendance: { from30: 40 },
      tablets: [{ name: 'Tabletti 1', made: 3, received: 2, missing: [{ from: 2, to: 2 }] }],
    },
  ]);
  // sent again it is the same closing
  expect((await antti(CLOSE, { input: { ...input, lacking: 1, reason: 'Tabletti putosi mereen' } })).data!['closeFieldDay'].closings).toHaveLength(1);
  city.clock.pass(60_000);
  expect((await tablet.push(lost)).results[0]!.code).toBe('ACCEPTED');
  expect((await countsOf(id)).tablets).toMatchObject([{ made: 3, received: 3, late: 1, missing: [] }]);
});

test('who closes second is told, and may take it up again', async () => {
  const id = await eventOf();
  const [antti, hallinta] = [await city.as('antti'), await city.as('hallinta')];
  const first = newId();
  expect((await antti(CLOSE, { input: { id: first, eventId: id, attendance: {} } })).codes).toEqual([]);
  expect((await hallinta(CLOSE, { input: { id: newId(), eventId: id, attendance: {} } })).codes).toEqual(['day-closed']);
  const REOPEN = `mutation ($input: ReopenFieldDayInput!) { reopenFieldDay(input: $input) { ...d } } ${DAY}`;
  expect((await hallinta(REOPEN, { input: { id: first } })).data!['reopenFieldDay'].closings[0].reopenedAt).not.toBeNull();
  expect((await hallinta(CLOSE, { input: { id: newId(), eventId: id, attendance: {} } })).data!['closeFieldDay'].closings).toHaveLength(2);
  const lines = await sql<{ action: string }>(city.em(), "select action from audit_line where action like 'event.day.%' order by id desc limit 3");
  expect(lines.map(({ action }) => action)).toEqual(['event.day.close', 'event.day.reopen', 'event.day.close']);
});

test('a worker sees the day that they staff, and no other; residents see none', async () => {
  const id = await eventOf();
  const mirja = await city.as('mirja');
  expect((await mirja(COUNTS, { id })).codes).toEqual([]);
  await sql(city.em(), 'delete from event_staffing where event_id = $1', [id]);
  expect((await mirja(COUNTS, { id })).codes).toEqual(['forbidden']);
  expect((await city.ask(COUNTS, { id })).codes).toEqual(['unauthenticated']);
  expect((await mirja(CLOSE, { input: { id: newId(), eventId: id, attendance: {} } })).codes).toEqual(['forbidden']);
});

test('what was looked at the evening before stays with whoever said so first', async () => {
  const id = await eventOf();
  const TICK = `mutation ($input: TickFieldDayInput!) { tickFieldDay(input: $input) { ...d } } ${DAY}`;
  const ticked = await (await city.as('mirja'))(TICK, { input: { eventId: id, item: 'PRINTED', done: true } });
  const { by } = ticked.data!['tickFieldDay'].ticks[0];
  expect((await (await city.as('antti'))(TICK, { input: { eventId: id, item: 'PRINTED', done: true } })).data!['tickFieldDay'].ticks).toEqual([
    { item: 'PRINTED', by },
  ]);
  expect((await (await city.as('antti'))(TICK, { input: { eventId: id, item: 'PRINTED', done: false } })).data!['tickFieldDay'].ticks).toEqual([]);
});
