import { expect, test } from '@playwright/test';
import { aTablet } from './faults/browser.ts';
import { startTorilla } from './torilla.ts';
import { voices, walk } from './walk.ts';

test('ten voices without a network, a dead tablet, two more: the city has twelve, each once', async ({ page }) => {
  test.setTimeout(480_000);
  const torilla = await startTorilla();
  const tablet = aTablet();
  try {
    await walk(torilla, tablet, page);
    const cookie = await torilla.signIn('hallinta@torilla.example');
    const { feedbackPage } = await torilla.ask<{ feedbackPage: { nodes: { words: string }[]; totalCount: number } }>(
      '{ feedbackPage(first: 100) { totalCount nodes { words } } }',
      {},
      cookie,
    );
    expect(feedbackPage.totalCount).toBe(12);
    expect(feedbackPage.nodes.map(({ words }) => words).toSorted()).toEqual([...voices].toSorted());
  } finally {
    await tablet.dispose();
    await torilla.stop();
  }
});
