import { expect, test } from '@playwright/test';
import type { Directory } from '../server/src/testing/realProvider.ts';
import { atTheBroker, startWithBroker, type BrokeredCity } from './broker.ts';
import type { Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

const directory: Directory = {
  kaisa: { name: 'Kaisa Koivu', nationalIdentificationNumber: '020190-902D', municipalityCode: '075' },
  jean: { name: 'Jean Dupont', birthdate: '1988-03-04' },
  lumi: { name: 'Lumi Lapsi', nationalIdentificationNumber: '240621E903V', municipalityCode: '075' },
};
let torilla: Torilla;
let city: BrokeredCity;
test.beforeAll(async () => {
  city = await startWithBroker(directory);
  torilla = city.torilla;
});
test.afterAll(() => city.stop());

test.describe('where the app is kept', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a resident shows who they are, comes into an account of their own, and a child acts through it', async ({ page }) => {
    await page.goto(`${torilla.url}/oma`);
    // the app comes with the first move, and what it keeps for the next visit must not stand between the browser and the broker
    await page.mouse.move(200, 200);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.getByRole('link', { name: 'Tunnistaudu vahvasti' }).click();
    await atTheBroker(page, 'kaisa');
    await expect(page).toHaveURL(`${torilla.url}/oma`);
    const identity = page.getByRole('region', { name: 'Henkilöllisyys' });
    await expect(identity).toContainText('Kaisa Koivu');
    await expect(identity).toContainText('kotikuntasi on tämä kaupunki');
    await expect(page.getByText('Ei osoitetta.')).toBeVisible();

    await page.getByRole('button', { name: 'Lisää lapsi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Lisää lapsi' }).click();
    await expect(dialog.getByText('Kirjoita lapsen etunimi.')).toBeVisible();
    await dialog.getByLabel('Lapsen etunimi').fill('Onni');
    await dialog.getByLabel('Syntymävuosi').selectOption(String(new Date().getFullYear() - 8));
    await dialog.getByRole('button', { name: 'Lisää lapsi' }).click();
    await expect(page.getByRole('region', { name: 'Lapseni' })).toContainText('Onni');

    await page.goto(`${torilla.url}/palaute`);
    await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill('Keinu lisää');
    await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
    await expect(page.getByRole('region', { name: 'Missä viesti on nyt' })).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
    await page.goto(`${torilla.url}/oma/palautteet`);
    await page.getByLabel(/^Kenen sanat, kuitti/).selectOption({ label: 'Lapsen: Onni' });
    await expect(page.getByText('Muutos on tallennettu.').first()).toBeVisible();
    await page.goto(`${torilla.url}/oma/tiedot`);
    await page.locator('summary', { hasText: 'Henkilöllisyys' }).click();
    await expect(page.getByText('2.1.1990')).toBeVisible();
    await page.locator('summary', { hasText: 'Lapset' }).click();
    await expect(page.getByText('Onni').first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Suostumukset' })).toContainText('Lapsi tililläni');
  });
});

test('a second account of the same person is refused with what to do, and a no leads back', async ({ page, browser }) => {
  const first = await (await browser.newContext()).newPage();
  await first.goto(`${torilla.url}/oma`);
  await first.getByRole('link', { name: 'Tunnistaudu vahvasti' }).click();
  await atTheBroker(first, 'kaisa');
  await expect(first.getByText('Kaisa Koivu')).toBeVisible();
  await first.context().close();
  await signIn(page, torilla, 'toinen@example.fi', 'RESIDENT');
  await page.goto(`${torilla.url}/oma`);
  await page.getByRole('link', { name: 'Vahvista henkilöllisyytesi' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('keskeytyi');
  await page.getByRole('link', { name: 'Vahvista henkilöllisyytesi' }).click();
  await atTheBroker(page, 'kaisa');
  await expect(page.getByRole('alert')).toContainText('Sinulla on jo toinen tili');
  await expect(page.getByText('toinen@example.fi')).toBeVisible();
  // with a foreign identity the account is theirs, and where they live is not known
  await page.getByRole('link', { name: 'Vahvista henkilöllisyytesi' }).click();
  await atTheBroker(page, 'jean');
  await expect(page.getByRole('region', { name: 'Henkilöllisyys' })).toContainText('kotikuntaasi ei ole vahvistettu');
});

test('a child is told of the guardian’s account', async ({ page }) => {
  await page.goto(`${torilla.url}/oma`);
  await page.getByRole('link', { name: 'Tunnistaudu vahvasti' }).click();
  await atTheBroker(page, 'lumi');
  await expect(page.getByRole('alert')).toContainText('Alle 13-vuotias toimii huoltajan tilillä');
  await page.getByRole('button', { name: 'In English' }).first().click();
  await expect(page.getByRole('alert')).toContainText('Ask your guardian');
});

test('a broker that is down is said to be, and the code by mail lets in', async ({ page }) => {
  await city.provider.stop();
  // a server that has just started knows nothing of the broker yet
  await torilla.kill('SIGTERM');
  await torilla.start();
  await page.goto(`${torilla.url}/oma`);
  await page.getByRole('link', { name: 'Tunnistaudu vahvasti' }).click();
  await expect(page.getByRole('alert')).toContainText('ei juuri nyt vastaa');
  await page.getByLabel('Sähköposti').fill('kaisa@example.fi');
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  await page.getByLabel('Kuusinumeroinen koodi').waitFor();
  await page.getByLabel('Kuusinumeroinen koodi').fill(await torilla.mailedCode());
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Oma tili' })).toBeVisible();
});
