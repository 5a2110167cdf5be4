import { expect, test, vi } from 'vitest';
import { shallowRef } from 'vue';
import { useGradually } from './useGradually.ts';

const rows = (count: number) => Array.from({ length: count }, (_, at) => at);

test('what comes is drawn from its beginning, some at a time, until all of it is there', async () => {
  const list = shallowRef<number[]>();
  const drawn = useGradually(() => list.value);
  expect(drawn.value).toBeUndefined();
  list.value = rows(50);
  expect(drawn.value).toEqual(rows(8));
  await vi.waitFor(() => expect(drawn.value).toEqual(rows(50)));
  // a further page stands behind the one before
  list.value = rows(60);
  expect(drawn.value!.length).toBeGreaterThanOrEqual(58);
  await vi.waitFor(() => expect(drawn.value).toEqual(rows(60)));
});

test('what was there before the page was made comes at once; a shorter list is whole, and a longer one after it comes by pieces again', async () => {
  const list = shallowRef<number[] | undefined>(rows(50));
  const drawn = useGradually(() => list.value);
  expect(drawn.value).toHaveLength(50);
  list.value = rows(3);
  expect(drawn.value).toHaveLength(3);
  list.value = rows(40);
  expect(drawn.value!.length).toBeLessThan(40);
  await vi.waitFor(() => expect(drawn.value).toHaveLength(40));
});
