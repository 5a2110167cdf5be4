import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('somebody tells of a barrier without a name; the city sees until when it must answer, and answers by mail', async ({ page, browser }) => {
  await page.goto(torilla.url);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Saavutettavuus' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saavutettavuusseloste');
  await expect(page.getByText('saavutettavuus@traficom.fi')).toBeVisible();
  await page.getByRole('button', { name: 'Lähetä' }).click();
  const words = page.getByRole('textbox', { name: 'Mikä esti tai haittasi?' });
  await expect(words).toBeFocused();
  await expect(page.getByText('Kerro muutamalla sanalla')).toBeVisible();
  await words.fill('Kartta ei toimi ruudunlukijalla');
  await page.getByRole('textbox', { name: 'Sähköposti' }).fill('aino@');
  await page.getByRole('button', { name: 'Lähetä' }).click();
  await expect(page.getByText('Tarkista osoite')).toBeVisible();
  await page.getByRole('textbox', { name: 'Sähköposti' }).fill('aino@example.fi');
  // a network that fails loses nothing
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Lähetä' }).click();
  await expect(page.getByText('Verkkoyhteyttä ei ole')).toBeVisible();
  await expect(words).toHaveValue('Kartta ei toimi ruudunlukijalla');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Lähetä' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'viestisi on perillä' })).toBeFocused();

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/saavutettavuus`);
  const row = desk.getByRole('listitem').filter({ hasText: 'Kartta ei toimi' });
  const due = new Intl.DateTimeFormat('fi-FI', { timeZone: 'Europe/Helsinki' }).format(Date.now() + 14 * 86_400_000);
  await expect(row).toContainText(`Vastattava viimeistään ${due}`);
  await row.getByRole('button', { name: 'Vastaa' }).click();
  await row.getByRole('textbox', { name: 'Vastaus' }).fill('Karttaan tuli luettelo.');
  await row.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await expect(desk.getByText('Yksikään palaute ei odota vastausta')).toBeVisible();
  const mailbox = await (await fetch(`${torilla.url}/dev/posti`)).text();
  expect(mailbox).toContain('Karttaan tuli luettelo.');
  expect(mailbox).toContain('aino@example.fi');
  await desk.getByRole('button', { name: 'Vastattu' }).click();
  await expect(row).toContainText('Hanna P.');
});

test('an administrator sees how a notice will look, publishes it, and can go back to what it said before', async ({ page }) => {
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/selosteet`);
  await page.getByRole('link', { name: /Laitteiden tietosuoja/ }).click();
  const text = page.getByRole('textbox', { name: 'Teksti' });
  await expect(text).toHaveValue(/Mitä laitteesta tiedetään/);
  await text.fill('## Uusi otsikko\n\nTeksti ja [linkki](https://tietosuoja.fi) ja [ansa](javascript:alert(1)).');
  const preview = page.getByRole('region', { name: 'Näin se näkyy' });
  await expect(preview.getByRole('heading', { name: 'Uusi otsikko' })).toBeVisible();
  await expect(preview.getByRole('link')).toHaveCount(1);
  await page.getByRole('button', { name: 'Ruotsiksi' }).click();
  await text.fill('');
  await page.getByRole('button', { name: 'Julkaise' }).click();
  await expect(page.getByText('Versio 2', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Katso sivulla' }).click();
  await expect(page.getByRole('heading', { name: 'Uusi otsikko' })).toBeVisible();
  await expect(page.getByText('versio 2')).toBeVisible();
  // what is not translated is told to be so
  await page.getByRole('button', { name: 'På svenska' }).first().click();
  await expect(page.getByText('finns bara på finska')).toBeVisible();
  await page.getByRole('button', { name: 'Suomeksi' }).first().click();

  await page.goto(`${torilla.url}/hallinta/selosteet/laitteet`);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'alkuperäinen' })
    .getByRole('button', { name: /^Ota pohjaksi/ })
    .click();
  await expect(text).toHaveValue(/Mitä laitteesta tiedetään/);
  await page.getByRole('button', { name: 'Julkaise' }).click();
  await expect(page.getByText('Versio 3', { exact: true })).toBeVisible();
});

test.describe('where the app is kept', () => {
  test.use({ serviceWorkers: 'allow' });

  test('whoever gives an address reads what becomes of it without leaving the form, without a network too', async ({ page }) => {
    await page.goto(`${torilla.url}/palaute`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(() =>
        page.evaluate(async () =>
          (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))))
            .flat()
            .some((url) => url.includes('NoticeWhole')),
        ),
      )
      .toBe(true);
    await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill('Penkkejä');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Haluan vastauksen' }).click();
    await page.getByRole('link', { name: 'Lue tietosuojaseloste' }).click();
    const dialog = page.getByRole('dialog', { name: 'Palautteen tietosuojaseloste' });
    await expect(dialog.getByRole('heading', { name: 'Oikeutesi' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Sulje' }).click();
    await expect(page.getByRole('textbox', { name: 'Mitä haluat sanoa?' })).toHaveValue('Penkkejä');
    await expect(page.getByRole('link', { name: 'Lue tietosuojaseloste' })).toBeFocused();
  });
});

test('the statement and the notices are read without any script', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${torilla.url}/saavutettavuus`);
  await expect(page.getByRole('heading', { name: 'Mikä ei ole vielä saavutettavaa' })).toBeVisible();
  await page.goto(`${torilla.url}/tietosuoja`);
  await page.getByRole('link', { name: /Palautteen tietosuojaseloste/ }).click();
  await expect(page.getByRole('heading', { name: 'Oikeutesi' })).toBeVisible();
});
