import { expect, test } from 'vitest';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { mount, settled } from '../../testing/mount.ts';
import ReceiptPage from './ReceiptPage.vue';

const code = await receiptOf('01a20bf9-2f8b-7284-a3f5-6d2181513bc9');
const status = (state: string, receivedAt: string | null = null) => ({
  ReceiptState: () => ({ __typename: 'Query', receipt: { __typename: 'ReceiptStatus', code, state, receivedAt } }),
});

async function asked(answers: Parameters<typeof mount>[2], typed = code): Promise<HTMLElement> {
  const page = await mount(ReceiptPage, {}, answers);
  const input = page.querySelector('input')!;
  input.value = typed;
  input.dispatchEvent(new Event('input'));
  page.querySelector('form')!.dispatchEvent(new Event('submit'));
  await expect.poll(async () => (await settled(), page.querySelector('.state, [role=alert], .error') !== null)).toBe(true);
  return page;
}

test.each([
  ['NOT_RECEIVED', null, 'Ei vielä kaupungilla'],
  ['RECEIVED', '2027-05-18T09:00:00Z', 'Viesti tuli perille 18.5.2027 klo 12.00'],
  ['NEEDS_PERSON', '2027-05-18T09:00:00Z', 'Sinun ei tarvitse tehdä mitään'],
  ['ERASED', null, 'Kaupunki on poistanut viestin'],
])('a receipt that is %s says so', async (state, at, words) => {
  expect((await asked({ answers: status(state, at) })).textContent).toContain(words);
});

test('a mistyped code is told before the city is asked', async () => {
  let times = 0;
  const page = await asked({ answers: { ReceiptState: () => (times++, {}) } }, 'K7QF-2M9X-4TDR');
  expect(page.querySelector('.error')!.textContent).toContain('Koodissa on kirjoitusvirhe');
  expect(times).toBe(0);
});

test('without a network it says so and offers to ask again', async () => {
  const page = await asked({ answers: { ReceiptState: () => new TypeError('Failed to fetch') } });
  expect(page.querySelector('[role=alert]')!.textContent).toContain('Verkkoyhteyttä ei ole');
});
