import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('what a resident said is answered: they read it in their account, behind the receipt and in their mail', async ({ page, browser }) => {
  await signIn(page, torilla, 'aino@example.fi', 'RESIDENT');
  await page.goto(`${torilla.url}/oma/palautteet`);
  await page.getByRole('link', { name: 'Anna palautetta' }).first().click();
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill('Rantaraitille tarvitaan penkkejä');
  await page.getByRole('button', { name: 'Haluan vastauksen' }).click();
  await page.getByLabel('Nimi').fill('Aino Aalto');
  await page.getByLabel('Sähköposti').fill('aino@example.fi');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('region', { name: 'Missä viesti on nyt' })).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });

  const desk = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(desk, torilla, 'antti@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/palautteet?vastaus=odottaa`);
  await desk.getByText('Rantaraitille tarvitaan penkkejä').first().click();
  const send = desk.getByRole('button', { name: 'Lähetä vastaus' });
  await send.click();
  await expect(desk.getByText('Kirjoita vastaus.')).toBeVisible();
  await desk.getByLabel('Vastaa asukkaalle').fill('Penkit tulevat keväällä.\nKolme niistä uimarannan viereen.');
  // what is begun waits while its writer looks elsewhere
  await desk.getByRole('link', { name: 'Yleiskuva' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Yleiskuva' })).toBeVisible();
  await desk.goBack();
  await expect(desk.getByLabel('Vastaa asukkaalle')).toHaveValue(/Kolme niistä/);
  await send.click();
  await expect(desk.getByText('Lähetetty sähköpostilla', { exact: true })).toBeVisible();
  await expect(desk.getByText('aino@example.fi')).toHaveCount(0);
  await expect(desk.getByLabel('Lisää vastaukseen')).toHaveValue('');

  await page.goto(`${torilla.url}/oma/palautteet`);
  await expect(page.getByText('Kolme niistä uimarannan viereen.')).toBeVisible();
  await expect(page.getByText('Vastattu')).toBeVisible();
  await page.getByRole('link', { name: /^Kuitti/ }).click();
  await expect(page.getByRole('region', { name: 'Kaupungin vastaus' })).toContainText('Kolme niistä uimarannan viereen.');
});
