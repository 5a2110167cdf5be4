import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';

// requests are transactions of their own here, on connections of their own
const city = await aCity({ rolledBack: false });

test('of many who close a day at one instant one does, and the others are told', async () => {
  const eventId = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;
  const asks = await Promise.all(Array.from({ length: 16 }, (_, n) => city.as(n % 2 ? 'antti' : 'hallinta')));
  const CLOSE = 'mutation ($input: CloseFieldDayInput!) { closeFieldDay(input: $input) { closings { id attendance { from30 } } } }';
  const answers = await Promise.all(asks.map((ask, n) => ask(CLOSE, { input: { id: newId(), eventId, attendance: { from30: n } } })));
  const closed = answers.filter(({ codes }) => !codes.length);
  expect(closed).toHaveLength(1);
  expect(answers.flatMap(({ codes }) => codes)).toEqual(Array(15).fill('day-closed'));
  const rows = await sql<{ id: string }>(city.em(), 'select id from field_day_closing where event_id = $1', [eventId]);
  expect(rows).toEqual([{ id: closed[0]!.data!['closeFieldDay'].closings[0].id }]);
});
