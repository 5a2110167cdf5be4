import { expect, test } from 'vitest';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aPoint } from './testing.ts';

const city = await aCity({ rolledBack: false });

test('of 64 taps that one device sends at one instant one counts, and 63 are kept with the reason', async () => {
  const [touchpointId, phone] = [await aPoint(city), await TestDevice.public(city)];
  const items = await Promise.all(Array.from({ length: 64 }, () => phone.seal({ operation: 'touchpoint.tap', input: { touchpointId, score: 1 } })));
  // each with a life of its own, so that not even the order of the device's own pushes holds them apart
  const pushes = await Promise.all(items.map((item) => phone.tryPush([{ ...item, sequence: 1 }], { deviceEpoch: item.id })));
  expect(pushes.flatMap(({ data }) => data!.pushCaptures.results.map(({ code }: { code: string }) => code))).toEqual(items.map(() => 'ACCEPTED'));
  expect(await sql(city.em(), 'select state, count(*)::int as n from touchpoint_tap group by 1 order by 1')).toEqual([
    { state: 'COUNTED', n: 1 },
    { state: 'REPEATED', n: 63 },
  ]);
}, 60_000);
