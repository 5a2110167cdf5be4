import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('what is late is recorded as done: residents read it and see the state; a wrong record is taken back and marked', async ({ page, browser }) => {
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/suunnitelma`);
  await page.getByRole('button', { name: /^Myöhässä/ }).click();
  const what = 'Jokainen toimiala laatii oman osallistamissuunnitelmansa';
  await page.getByRole('link', { name: what }).click();
  const action = page.getByRole('region', { name: what });
  await expect(action.getByText('Myöhässä')).toBeVisible();
  await action.getByRole('button', { name: 'Kirjaa eteneminen' }).press('Enter');
  const note = action.getByRole('textbox', { name: 'Mitä on tehty' });
  await expect(note).toBeFocused();
  await action.getByRole('button', { name: 'Julkaise kirjaus' }).click();
  await expect(action.getByText('Kirjoita, mitä on tehty.')).toBeVisible();
  await note.fill('Otettiin käyttöön keväällä.');
  await action.getByRole('combobox', { name: 'Tila siitä lähtien' }).selectOption('DONE');
  await expect(action.getByRole('status')).toContainText('Valmis');
  // what was begun is there after looking elsewhere
  await action.getByRole('button', { name: 'Peruuta' }).click();
  await action.getByRole('button', { name: 'Kirjaa eteneminen' }).click();
  await expect(note).toHaveValue('Otettiin käyttöön keväällä.');
  await action.getByRole('button', { name: 'Julkaise kirjaus' }).click();
  await expect(action.getByRole('listitem')).toContainText('Otettiin käyttöön keväällä.');

  // a picture beside it, drawn anew by this browser: nobody sees it without words for those who do not see
  await action.locator('input[type=file]').setInputFiles({ name: 'torilta.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await action.getByRole('button', { name: 'Tallenna kuva' }).click();
  await expect(action.getByText('Kirjoita, mitä kuvassa näkyy.')).toBeVisible();
  await action.getByRole('textbox', { name: 'Mitä kuvassa näkyy' }).fill('Malli pöydällä');
  await page.keyboard.press('Enter');
  await expect(action.getByRole('img', { name: 'Malli pöydällä' })).toBeVisible();

  const resident = await (await browser.newContext()).newPage();
  const publicPage = torilla.url + new URL(page.url()).pathname.replace('/hallinta', '');
  await resident.goto(publicPage);
  const told = resident.getByRole('listitem').filter({ hasText: what });
  await expect(told.getByText('Otettiin käyttöön keväällä.')).toBeVisible();
  const picture = told.getByRole('img', { name: 'Malli pöydällä' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await resident.goto(`${torilla.url}/suunnitelma/raportti/${new Date().getFullYear()}`);
  await expect(told.getByRole('img', { name: 'Malli pöydällä' })).toBeVisible();

  await action.getByRole('button', { name: 'Peru kirjaus' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Miksi' }).selectOption('OTHER_ACTION');
  await dialog.getByRole('button', { name: 'Peru kirjaus' }).click();
  await expect(action.getByText('Peruttu: kirjaus koski muuta toimea')).toBeVisible();
  // a rendered page is kept for ten seconds; another address is another page
  await resident.goto(`${publicPage}?uudelleen`);
  await expect(told.getByText('Peruttu: kirjaus koski muuta toimea')).toBeVisible();
  await expect(told.getByText('Otettiin käyttöön keväällä.')).toHaveCount(0);
  await expect(picture).toHaveCount(0);
});

test('the next plan is begun, changed, adopted by a decision once, and compared with the one that it replaced', async ({ page, browser }) => {
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/suunnitelma/versiot`);
  await page.getByRole('button', { name: 'Aloita uusi versio' }).click();
  const begin = page.getByRole('dialog');
  await begin.getByRole('textbox', { name: 'Nimi suomeksi' }).fill('Osallisuussuunnitelma 2027–2029');
  await begin.getByRole('textbox', { name: 'Ensimmäinen vuosi' }).fill('2027');
  await begin.getByRole('textbox', { name: 'Viimeinen vuosi' }).fill('2029');
  await begin.getByRole('button', { name: 'Aloita uusi versio' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Osallisuussuunnitelma 2027–2029');
  await expect(page.getByText('Luonnos on vielä sama')).toBeVisible();
  await page.locator('main a[href$="/3"]').click();
  await page.getByRole('group', { name: 'Toimenpiteen nimi' }).getByRole('textbox', { name: 'Suomeksi' }).fill('Asukkaiden oma budjetti');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('heading', { name: '3 Asukkaiden oma budjetti' })).toBeVisible();

  await page.getByRole('button', { name: 'Kirjaa hyväksyminen' }).click();
  const adopt = page.getByRole('dialog');
  await adopt.getByRole('button', { name: 'Kirjaa hyväksyminen' }).click();
  await expect(adopt.getByText('Kirjoita pykälä')).toBeVisible();
  await adopt.getByRole('textbox', { name: 'Päätöspäivä' }).fill('1.10.2026');
  await adopt.getByRole('textbox', { name: 'Pykälä' }).fill('§ 12');
  await adopt.getByRole('textbox', { name: 'Pöytäkirjan osoite' }).fill('https://hamina.example/12');
  await adopt.getByRole('button', { name: 'Kirjaa hyväksyminen' }).click();
  await expect(page.getByText('Hyväksytty 1.10.2026, § 12')).toBeVisible();

  const resident = await (await browser.newContext()).newPage();
  await resident.goto(`${torilla.url}/suunnitelma/versiot`);
  await expect(resident.getByRole('listitem').filter({ hasText: '2027–2029' })).toContainText('Voimassa');
  await expect(resident.getByRole('listitem').filter({ hasText: '2023–2025' })).toContainText('Korvattu');
  await resident.getByRole('link', { name: 'Mitä muuttui edellisestä' }).click();
  await expect(resident.getByRole('region', { name: '3 Asukkaiden oma budjetti' })).toContainText('Muuttunut');
  await resident.goBack();
  await resident.getByRole('link', { name: 'Osallisuussuunnitelma 2023–2025' }).click();
  await expect(resident.getByRole('heading', { name: 'Osallistuva budjetointi' })).toBeVisible();
});

test("the year's report prints a page for each measure, and is saved as a table", async ({ page }) => {
  await page.goto(`${torilla.url}/suunnitelma/raportti/2025`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Osallisuusraportti 2025');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(16);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect([...pdf.toString('latin1').matchAll(/\/Type ?\/Page\b/g)].length).toBeGreaterThanOrEqual(16);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tallenna taulukkona (CSV)' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('osallisuusraportti-2025.csv');
  const rows = readFileSync(await file.path(), 'utf8').split('\r\n');
  expect(rows[0]).toBe('\uFEFFNumero;Toimenpide;Rivi;Sisältö;Tila;Milloin;Vastuussa;Luku');
  expect(rows.filter((row) => row.includes(';toimi;'))).toHaveLength(30);
});
