import { expect, test, type Page } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { EVENT, prepareTablet, sayInField, sendAll } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

// the administration's side of the tablets
let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

const manage = async (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`Hallitse.*${name}`) }).click();
const dialog = (page: Page) => page.getByRole('dialog');

test('a code is for one event and one use of the tablet, and says what is still to be chosen', async ({ page }) => {
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/laitteet`);
  await page.getByRole('button', { name: 'Ota tabletti käyttöön' }).first().click();
  await dialog(page).getByLabel('Tabletin nimi').fill('Kirjaston tabletti');
  await dialog(page).getByRole('button', { name: 'Asukkaiden käyttöön' }).click();
  await dialog(page).getByRole('button', { name: 'Tee koodi' }).click();
  await expect(dialog(page).getByText('Valitse tapahtuma, jossa asukkaat käyttävät tablettia.')).toBeVisible();
  const select = dialog(page).getByLabel('Tapahtuma');
  const label = (await select.locator('option').allInnerTexts()).find((text) => text.startsWith(EVENT))!;
  await select.selectOption({ label });
  await dialog(page).getByRole('button', { name: 'Tee koodi' }).click();
  await expect(dialog(page).getByRole('img', { name: /QR/ })).toBeVisible();
  await expect(dialog(page).getByText(/Voimassa vielä 1[45]\./)).toBeVisible();
  const offers = await rowsOf(torilla.ownerUrl(), `select role, event_id is not null as event from device_enrolment where name = 'Kirjaston tabletti'`);
  expect(offers).toEqual([{ role: 'KIOSK', event: true }]);
});

test('a tablet is renamed, retired once it was said what the city lacks of it, and blocked; what comes later is held', async ({ page, browser }) => {
  await prepareTablet(torilla, page, torilla.url);
  await sayInField(page, torilla.url, 'ennen kuin laite vanheni');
  await sendAll(page, torilla.url);
  const desk = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/laitteet`);
  await expect(desk.getByText('Kaikki lähetetty')).toBeVisible();
  await expect(desk.getByText('Kenttäkäytössä')).toBeVisible();

  await manage(desk, 'Tabletti 1');
  await dialog(desk).getByLabel('Tabletin nimi').fill(' ');
  await dialog(desk).getByRole('button', { name: 'Tallenna nimi' }).click();
  await expect(dialog(desk).getByText('Kirjoita nimi, josta tabletin tunnistaa.')).toBeVisible();
  await dialog(desk).getByLabel('Tabletin nimi').fill('Vanha tabletti');
  await dialog(desk).getByRole('button', { name: 'Tallenna nimi' }).click();
  await expect(desk.getByRole('heading', { name: 'Vanha tabletti' })).toBeVisible();

  // two more were made, of which it told before its battery died
  await rowsOf(torilla.ownerUrl(), `update device_epoch set made = made + 2 returning made`);
  await manage(desk, 'Vanha tabletti');
  await dialog(desk).getByRole('button', { name: 'Poista käytöstä' }).click();
  await expect(dialog(desk).getByText(/viimeksi yhteydessä/)).toBeVisible();
  await dialog(desk).getByRole('button', { name: 'Poista käytöstä' }).click();
  await expect(dialog(desk).getByText('Kaupungilta puuttuu 2 tämän tabletin viestiä.')).toBeVisible();
  await expect(dialog(desk).getByText('Puuttuvat numerot: 2–3.')).toBeVisible();
  await dialog(desk).getByRole('button', { name: 'Peruuta' }).click();
  await expect(desk.getByRole('heading', { name: 'Vanha tabletti' })).toBeVisible();
  await manage(desk, 'Vanha tabletti');
  await dialog(desk).getByRole('button', { name: 'Poista käytöstä' }).click();
  await dialog(desk).getByRole('button', { name: 'Poista käytöstä' }).click();
  await dialog(desk).getByRole('button', { name: 'Poista puutteista huolimatta' }).click();
  await expect(desk.getByRole('heading', { name: 'Vanha tabletti' })).toHaveCount(0);
  await desk.getByRole('button', { name: 'Poistetut tabletit' }).click();
  await expect(desk.getByRole('heading', { name: 'Vanha tabletti' })).toBeVisible();
  await expect(desk.getByText(/Poistettu käytöstä \d/)).toBeVisible();

  await sayInField(page, torilla.url, 'sen jälkeen');
  await page.goto(`${torilla.url}/kentta/lahetykset`);
  await expect(page.getByText('Laite on poistettu käytöstä, sillä se on tehnyt työnsä.').first()).toBeVisible({ timeout: 30_000 });
  const reasons = () => rowsOf(torilla.ownerUrl(), `select reason from inbox_item where state = 'HELD'`);
  await expect.poll(reasons).toEqual([{ reason: 'device-retired' }]);

  await manage(desk, 'Vanha tabletti');
  await dialog(desk).getByRole('button', { name: 'Estä laite' }).click();
  await dialog(desk).getByRole('button', { name: 'Estä laite' }).click();
  await expect(desk.getByText(/Estetty \d/)).toBeVisible();
  await sayInField(page, torilla.url, 'ja vielä');
  await expect.poll(reasons, { timeout: 30_000 }).toEqual(expect.arrayContaining([{ reason: 'device-retired' }, { reason: 'device-revoked' }]));

  // a new code takes it into use again
  await prepareTablet(torilla, page, torilla.url);
  await sayInField(page, torilla.url, 'taas käytössä');
  await sendAll(page, torilla.url);
  await desk.getByRole('button', { name: 'Kaupungin tabletit' }).click();
  await expect(desk.getByRole('heading', { name: 'Tabletti 1' })).toBeVisible();
  await expect(desk.getByText('Kaikki lähetetty')).toBeVisible({ timeout: 30_000 });
  await desk.context().close();
});
