import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn, voices } from './walk.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('a resident finds the plan and the calendar by any form of a word, by keyboard, and it stands in no address that is asked', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${torilla.url}/suunnitelma`);
  await page.getByRole('link', { name: 'Haku', exact: true }).click();
  const field = page.getByRole('searchbox', { name: 'Mitä etsit?' });
  await expect(field).toBeFocused();
  await page.keyboard.type('torin');
  const events = page.getByRole('region', { name: /Tapahtumat/ });
  await expect(events.getByRole('link').first()).toContainText('Tavataan torilla');
  await expect(events.locator('mark').first()).toHaveText('torilla');
  await expect(page).toHaveURL(/haku\?q=torin$/);
  // down to what was found, back to the field, and on
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('a[data-hit]').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await field.fill('budjettointi');
  await expect(page.getByRole('region', { name: /Toimenpiteet/ })).toContainText('Osallistuva budjetointi');
  await field.fill('3');
  await expect(page).toHaveURL(/haku\?q=3$/);
  await expect(
    page
      .getByRole('region', { name: /Toimenpiteet/ })
      .getByRole('link')
      .first(),
  ).toContainText('Osallistuva budjetointi');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/suunnitelma\/3$/);
  // what was looked for is there when one comes back
  await page.goBack();
  await expect(field).toHaveValue('3');
  await field.fill('lentokenttä');
  await expect(page.getByText('Ei tuloksia').last()).toBeVisible();
  await expect(page.getByText('Kokeile vähemmillä sanoilla')).toBeVisible();
  expect(asked.filter((url) => url.includes('graphql') && /torin|budjettointi|lentokentt/.test(url))).toEqual([]);
});

test('an officer finds what was said from any page of the administration, by keyboard', async ({ page }) => {
  await page.goto(`${torilla.url}/palaute`);
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(`${voices[0]} <b>&`);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: /Kiitos/ })).toBeVisible();
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/laitteet`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Haku' });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('rantaraitti');
  const said = dialog.getByRole('region', { name: /Palautteet/ }).getByRole('link');
  await expect(said).toContainText('Rantaraitille tarvitaan penkkejä, en jaksa kävellä koko matkaa yhtä kyytiä. <b>&');
  await expect(said.locator('mark')).toHaveText('Rantaraitille');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/hallinta\/palautteet\/[\da-f-]{36}$/);
  await expect(dialog).toHaveCount(0);
  // there the sign is the list's own, elsewhere it is everybody's
  const own = page.getByRole('searchbox', { name: 'Hae palautteista' });
  await expect(own).toBeVisible();
  await page.keyboard.press('/');
  await expect(own).toBeFocused();
  await page.goto(`${torilla.url}/hallinta/suunnitelma`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('/');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
});
