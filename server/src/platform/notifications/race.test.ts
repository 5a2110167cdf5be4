import { afterAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aPushService } from '../../testing/pushService.ts';
import { deliver } from './deliver.ts';

const city = await aCity({ rolledBack: false });
const push = await aPushService(5000);
afterAll(() => push.close());
city.app.services.push = push.sender;
const MATTER = 'mutation ($input: NameMatterInput!) { nameMatter(input: $input) { id } }';
const SORT = 'mutation ($input: SortFeedbackInput!) { sortFeedback(input: $input) { id } }';
const ANSWER = 'mutation ($input: AnswerMatterInput!) { answerMatter(input: $input) { answered } }';
const FOLLOW = 'mutation ($input: FollowFeedbackInput!) { followFeedback(input: $input) }';

test('64 jobs at one instant tell each of sixty browsers once', async () => {
  const phones = Array.from({ length: 20 }, () => push.browser());
  const tablet = await TestDevice.tablet(city);
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    const item = await tablet.seal({ input: { words: `Penkki ${n}`, channel: 'TALKED', unit: 'green-services' } });
    await tablet.push(item);
    ids.push(item.id);
    for (const { subscription } of phones) await city.ask(FOLLOW, { input: { receipt: await receiptOf(item.id), ...subscription } });
  }
  const antti = await city.as('antti');
  const matterId = newId();
  await antti(MATTER, { input: { id: matterId, title: 'Penkit' } });
  await antti(SORT, { input: { changes: ids.map((id) => ({ id, matterId })) } });
  await antti(ANSWER, { input: { id: newId(), matterId, texts: [{ language: 'fi', words: 'Penkit tulevat.' }] } });
  await Promise.all(Array.from({ length: 64 }, () => deliver(city.context(system))));
  expect(phones.map(({ received }) => received.length)).toEqual(phones.map(() => 3));
  expect(await sql(city.em(), 'select result, attempts, count(*)::int as count from delivery group by 1, 2')).toEqual([
    { result: 'SENT', attempts: 1, count: 60 },
  ]);
});
