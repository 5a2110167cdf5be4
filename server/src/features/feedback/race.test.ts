import { expect, test } from 'vitest';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident } from '../../testing/resident.ts';

// requests are transactions of their own here, on connections of their own
const city = await aCity({ rolledBack: false });

test('32 accounts claim one receipt at one instant: one has it', async () => {
  const home = await TestDevice.public(city);
  const item = await home.seal();
  await home.push(item);
  const receipt = await receiptOf(item.id);
  const people = await Promise.all(Array.from({ length: 32 }, (_, n) => aResident(city, `asukas${n}@example.fi`)));
  const answers = await Promise.all(
    people.map(({ ask }) => ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt } })),
  );
  expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['already-claimed']));
});
