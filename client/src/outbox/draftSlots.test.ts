// @vitest-environment node
import { expect, test } from 'vitest';
import { aSquare } from './testing/square.ts';

test('each tab has a draft of its own, and keeps it', async () => {
  const tablet = (await aSquare()).aTablet();
  const [first, second] = [await tablet.open(), await tablet.open()];
  expect(await first.claimDraft('feedback')).toBe('feedback');
  expect(await second.claimDraft('feedback')).toBe('feedback~2');
  expect(await second.claimDraft('other')).toBe('other');
  expect(await first.claimDraft('feedback')).toBe('feedback');
});

test('what a tab left when it died is found by the next, and not by one that has its own', async () => {
  const tablet = (await aSquare()).aTablet();
  const [first, second] = [await tablet.open(), await tablet.open()];
  await first.claimDraft('feedback');
  await second.saveDraft(await second.claimDraft('feedback'), { words: 'kesken' });
  second.kill();
  expect(await first.claimDraft('feedback')).toBe('feedback');
  const third = await tablet.open();
  expect(await third.loadDraft(await third.claimDraft('feedback'))).toEqual({ words: 'kesken' });
});

test('a page that is loaded again finds its draft although the page before lets go only now', async () => {
  const tablet = (await aSquare()).aTablet();
  const before = await tablet.open();
  await before.saveDraft(await before.claimDraft('feedback'), { words: 'kesken' });
  const after = await tablet.open();
  const claimed = after.claimDraft('feedback');
  setTimeout(before.kill, 100);
  expect(await claimed).toBe('feedback');
});
