import { expect, test } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { holdBusy, isBusy, useBusyGuard } from './useBusyGuard.ts';

test('an open form holds updates back until it is closed or left', async () => {
  const words = ref('');
  const form = effectScope();
  form.run(() => useBusyGuard(() => words.value !== ''));
  expect(isBusy.value).toBe(false);
  words.value = 'Penkkejä rantaraitille';
  await nextTick();
  expect(isBusy.value).toBe(true);
  form.stop();
  expect(isBusy.value).toBe(false);
});

test('two who hold must both let go', () => {
  const [one, other] = [holdBusy(), holdBusy()];
  one();
  one();
  expect(isBusy.value).toBe(true);
  other();
  expect(isBusy.value).toBe(false);
});
