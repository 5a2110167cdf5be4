import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The looks; the first is read by every rule, the others by those whose answer the look may change. */
export const themes = ['light', 'dark', 'sunlight'];
const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe, which the page was given at its start, finds in what is shown, in one theme. */
export const readByAxe = (page: Page, theme: string) =>
  page.evaluate(
    async ([look, runOnly]) => {
      document.documentElement.dataset['theme'] = look;
      // only what is wrong is told of element by element, and no rule asks for style sheets again
      const found = await window.axe.run({ runOnly, resultTypes: ['violations'], preload: false });
      return {
        rules: [found.passes, found.violations, found.incomplete, found.inapplicable].flat().map(({ id }) => id),
        violations: found.violations.map(({ id, impact, nodes }) => ({ rule: id, impact: impact ?? null, at: nodes.map(({ target }) => String(target)) })),
      };
    },
    [theme, theme === themes[0] ? EVERY_RULE : OF_LOOKS] as const,
  );

/** Fails the test, and lets it go on, where axe finds something in what is shown, in any theme. */
export async function axeIsSilent(page: Page, what: string): Promise<void> {
  for (const theme of themes) expect.soft((await readByAxe(page, theme)).violations, `${what}, ${theme}`).toEqual([]);
}
