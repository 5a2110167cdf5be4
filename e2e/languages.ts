import { expect, type Page } from '@playwright/test';

/** The switch to each language, as it names itself. */
export const languages = { fi: 'Suomeksi', sv: 'På svenska', en: 'In English' } as const;
export type Language = keyof typeof languages;

/** Has the page speak that language, by its own switch where it shows one. */
export async function speak(page: Page, language: Language): Promise<void> {
  const button = page.getByRole('button', { name: languages[language] }).first();
  if (await button.isVisible()) await button.click();
  else {
    await page.evaluate((locale) => localStorage.setItem('torilla.locale', locale), language);
    await page.reload();
  }
  await hasCome(page, language);
}

/** Waits until the page has come, in that language. */
export async function hasCome(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
