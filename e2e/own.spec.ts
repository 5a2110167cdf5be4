import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('a resident signs in, speaks from home without a network, and finds it in their account, takes a copy and erases it all', async ({ page, context }) => {
  await page.goto(`${torilla.url}/oma/palautteet`);
  await page.getByLabel('Sähköposti').fill('aino@example.fi');
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  const code = page.getByLabel('Kuusinumeroinen koodi');
  await expect(code).toBeVisible();
  await code.fill(await torilla.mailedCode());
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText('Tilissäsi ei ole vielä palautteita')).toBeVisible();

  await page.getByRole('link', { name: 'Anna palautetta' }).first().click();
  const form = page.getByRole('textbox', { name: 'Mitä haluat sanoa?' });
  await form.fill('Uimarannalle pukukoppi');
  // without a network the app is what its worker keeps
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: /Kiitos/ })).toBeVisible();
  await page.getByRole('link', { name: /^Oma/ }).first().click();
  await page.getByRole('link', { name: 'Palautteet' }).click();
  await expect(page.getByRole('heading', { name: 'Tulossa tiliisi' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Uimarannalle pukukoppi')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Tulossa tiliisi' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Omat tiedot' }).click();
  await page.locator('summary', { hasText: 'Palautteet' }).click();
  await expect(page.getByText('Uimarannalle pukukoppi')).toBeVisible();
  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lataa tiedostona' }).click()]);
  const { data } = JSON.parse(await readFile(await copy.path(), 'utf8')) as { data: { class: string; records: Record<string, unknown>[] }[] };
  const held = (name: string) => data.find((one) => one.class === name)?.records;
  expect(held('resident')).toMatchObject([{ email: 'aino@example.fi' }]);
  expect(held('feedback')).toMatchObject([{ words: 'Uimarannalle pukukoppi' }]);

  await page.getByText('Sanatkin poistetaan').click();
  await page.getByRole('button', { name: 'Näytä, mitä poistetaan' }).click();
  await expect(page.getByRole('region', { name: 'Poistetaan' })).toContainText('Palautteet1');
  await expect(page.getByRole('region', { name: 'Jää ilman nimeäsi' })).toContainText('Lokimerkinnät');
  await page.getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Peruuta' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await expect(page.getByText('Tilisi on poistettu.').first()).toBeVisible();
  await page.goto(`${torilla.url}/oma/tiedot`);
  await expect(page.getByRole('heading', { name: 'Kirjaudu omaan tiliin' })).toBeVisible();
  const desk = await torilla.ask<{ feedbackPage: { totalCount: number } }>(
    '{ feedbackPage { totalCount } }',
    {},
    await torilla.signIn('hallinta@torilla.example'),
  );
  expect(desk.feedbackPage.totalCount).toBe(0);
});
