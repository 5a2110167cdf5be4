import { afterEach, expect, test } from 'vitest';
import { arrive, dropReceipt, keepReceipt, leave, leaving, left, presence } from './presence.ts';
import { PRESENCE } from './presenceKey.ts';

const inAnotherTab = (kept: object | null) => {
  if (kept) localStorage.setItem(PRESENCE, JSON.stringify(kept));
  else localStorage.removeItem(PRESENCE);
  dispatchEvent(new StorageEvent('storage', { key: PRESENCE }));
};
afterEach(() => inAnotherTab(null));

test('receipts are kept for whoever is signed in, once each, until they are let go', () => {
  keepReceipt('K7QF-2M9X-4TDR');
  expect(presence.value).toBeNull();
  arrive('aino');
  for (const receipt of ['A', 'B', 'A']) keepReceipt(receipt);
  arrive('aino');
  expect(presence.value).toEqual({ id: 'aino', receipts: ['A', 'B'] });
  dropReceipt('A');
  expect(presence.value).toEqual({ id: 'aino', receipts: ['B'] });
});

test('somebody else who signs in finds nothing of the one before', () => {
  arrive('aino');
  keepReceipt('A');
  arrive('eino');
  expect(presence.value).toEqual({ id: 'eino', receipts: [] });
});

test('signing out leaves nothing but that the city is to be told, and then nothing', () => {
  arrive('aino');
  keepReceipt('A');
  leave();
  expect([presence.value, leaving.value]).toEqual([null, true]);
  expect(localStorage.getItem(PRESENCE)).not.toMatch(/aino|A/);
  left();
  expect(localStorage.getItem(PRESENCE)).toBeNull();
});

test('what another tab does is known here', () => {
  inAnotherTab({ id: 'aino', receipts: ['A'] });
  keepReceipt('B');
  expect(presence.value).toEqual({ id: 'aino', receipts: ['A', 'B'] });
  inAnotherTab({ leaving: true });
  expect(leaving.value).toBe(true);
  keepReceipt('C');
  expect(presence.value).toBeNull();
});
