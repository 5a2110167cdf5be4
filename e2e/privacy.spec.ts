import { expect, test } from '@playwright/test';
import { prepareTablet } from './faults/field.ts';
import { dump } from './kept.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

const canary = 'kanarialintukanttarelli';

test('after a capture no word of it lies on the tablet in clear, nor after hand-over', async ({ page, context }) => {
  await prepareTablet(torilla, page, torilla.url);
  await context.setOffline(true);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  await form.fill(`Sana ${canary} joka ei jää`);
  // the draft is written while one types; it is sealed too
  await page.waitForTimeout(1500);
  const drafted = await dump(page);
  expect(drafted).toContain('torilla-outbox/drafts');
  expect(drafted.replace(/<html[\s\S]*<\/html>/, '')).not.toContain(canary);
  await page.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(form).toHaveValue('');
  const saved = await dump(page);
  expect(saved).toContain('torilla-outbox/entries');
  expect(saved).not.toContain(canary);

  await form.fill(`Kesken jäi ${canary}`);
  await page.waitForTimeout(1500);
  await page
    .getByRole('link', { name: 'Vaihda kerääjä' })
    .or(page.getByRole('button', { name: 'Vaihda kerääjä' }))
    .click();
  await page.getByRole('button', { name: 'Antti L.' }).first().click();
  await page.getByRole('button', { name: 'Luovuta' }).click();
  await expect(page.locator('header').first()).toContainText('Antti L.');
  expect(await dump(page)).not.toContain(canary);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await expect(page.getByRole('textbox', { name: 'Mitä asukas sanoi?' })).toHaveValue('');
});

test('after signing out nothing of what a member of staff read is left in the browser', async ({ page }) => {
  await page.goto(`${torilla.url}/palaute`);
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(`Luettu ${canary}`);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('region', { name: 'Missä viesti on nyt' })).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/palautteet`);
  await expect(page.getByText(canary).first()).toBeVisible();
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page.getByText(canary)).toHaveCount(0);
  expect(await dump(page)).not.toContain(canary);
  // a page kept by the browser for its back button shows nothing either
  await page.goBack();
  await expect(page.getByText(canary)).toHaveCount(0);
  expect(await dump(page)).not.toContain(canary);
});
