// The field mode as a worker uses it: enrolled, packed and checked the evening before, then one form after another.
import { expect, type Page } from '@playwright/test';
import type { Torilla } from '../torilla.ts';

/** Where the tablet is taken. */
export const EVENT = 'Tavataan torilla';
export const WORKER = 'Mirja K.';

/** Makes the browser a tablet of the city and takes it through the check, until it may go where there is no network. `pin`: the worker's, if they have one; `event`: where it is taken. */
export async function prepareTablet(torilla: Torilla, page: Page, url: string, { pin, event = EVENT }: { pin?: string; event?: string } = {}): Promise<void> {
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const { offerEnrolment } = await torilla.ask<{ offerEnrolment: { code: string } }>(
    'mutation ($input: OfferEnrolmentInput!) { offerEnrolment(input: $input) { code } }',
    { input: { name: 'Tabletti 1' } },
    cookie,
  );
  await page.goto(`${url}/kentta`);
  await page.getByLabel('Käyttöönottokoodi').fill(offerEnrolment.code);
  await page.getByRole('button', { name: 'Ota laite käyttöön', exact: true }).first().click();
  await expect(page.getByText('Tämä laite on Tabletti 1.')).toBeVisible();
  await page.getByRole('button', { name: event }).click();
  await page.getByRole('button', { name: WORKER }).click();
  if (pin) {
    await page.getByLabel('PIN', { exact: true }).fill(pin);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: WORKER })).toHaveAttribute('aria-pressed', 'true');
  }
  // the first worker takes the page once it is installed
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByRole('link', { name: 'Tarkista valmius' }).click();
  await expect(page.getByText('Valmis torille')).toBeVisible();
}

/** The window with the pad for a PIN. */
export const pad = (page: Page) => page.getByRole('dialog');

/** Types a PIN on the pad, as a finger would. */
export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await pad(page).getByRole('button', { name: digit, exact: true }).click();
  await page.keyboard.press('Enter');
}

/** Saves these in field mode, one after another. */
export async function sayInField(page: Page, url: string, ...words: string[]): Promise<void> {
  await page.goto(`${url}/kentta/tallenna`);
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  for (const one of words) {
    await form.fill(one);
    await page.getByRole('button', { name: /^Tallenna/ }).click();
    await expect(form).toHaveValue('');
  }
}

/** Presses "send now" on the page of entries until everything is with the city. @throws Error naming what the page says when it takes longer */
export async function sendAll(page: Page, url: string, patience = 60_000): Promise<void> {
  await page.goto(`${url}/kentta/lahetykset`);
  const done = page.getByText('Kaikki on kaupungilla.');
  for (const end = Date.now() + patience; ;) {
    if (await done.isVisible()) return;
    if (Date.now() > end) throw new Error(`Not everything was sent: ${(await page.getByRole('main').innerText()).slice(0, 600)}`);
    await page
      .getByRole('button', { name: 'Lähetä nyt' })
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await done.waitFor({ timeout: 1500 }).catch(() => undefined);
  }
}
