// The main job with everyone in it: who came how, who may what, and a resident who reads the answer and leaves.
import { expect, type Browser, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { Tablet } from './faults/browser.ts';
import { EVENT, sayInField, sendAll, typePin } from './faults/field.ts';
import type { Torilla } from './torilla.ts';
import type { Look } from './walk.ts';

/** What is said at the square: by whom the tablet is held, and by a resident on their own. */
export const said = {
  venla: 'Hamppuvarastolle kaivataan valoja.',
  onni: 'Bussi numero kolme voisi kulkea myös iltaisin.',
  resident: 'Rantaraitille tarvitaan penkkejä, en jaksa kävellä koko matkaa.',
} as const;

const ANSWER = 'Kolme penkkiä tulee rantaraitille toukokuussa.';
const LINK = /http:\S+\/kirjaudu\/linkki#[\w-]+/;
const PINS = { 'Venla V.': '2580', 'Onni O.': '1470' };

/** Everyone's screens: a phone for each who comes by a link, a desk, and the shared tablet. */
export interface Screens {
  desk: Page;
  tablet: Tablet;
  /** Opens a phone of somebody's own. */
  phone(): Promise<Page>;
}

/** A phone in a browser that nobody has used. */
export const phoneOf = (browser: Browser) => async (): Promise<Page> =>
  (await browser.newContext({ locale: 'fi-FI', timezoneId: 'Europe/Helsinki', viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })).newPage();

/** Whoever was sent a link comes in by it. */
async function comeIn(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).not.toHaveURL(/kirjaudu/);
}

/** Invites a worker by mail; they come in on their own phone and set the PIN by which shared tablets know them. */
async function invite(torilla: Torilla, { desk, phone }: Screens, name: keyof typeof PINS, look: Look): Promise<void> {
  const email = `${name.split(' ')[0]!.toLowerCase()}@example.fi`;
  await desk.goto(`${torilla.url}/hallinta/henkilosto`);
  await desk.getByRole('button', { name: 'Kutsu' }).first().click();
  await desk.getByLabel('Työsähköposti').fill(email);
  await desk.getByLabel('Nimi', { exact: true }).fill(name);
  await desk.getByLabel('Rooli').last().selectOption('WORKER');
  await look('02-kutsu', desk);
  await desk.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(desk.getByText(`Kutsu lähti osoitteeseen ${email}.`).first()).toBeVisible();
  const own = await phone();
  await comeIn(own, LINK.exec(await torilla.mailTo(email))![0]);
  await own.goto(`${torilla.url}/hallinta/oma`);
  await own.getByLabel('PIN', { exact: true }).fill(PINS[name]);
  await own.getByRole('button', { name: 'Ota PIN käyttöön' }).click();
  await expect(own.getByText('PIN on tallennettu.').first()).toBeVisible();
  await look('03-oma-pin', own);
  await own.context().close();
}

/** The next worker takes the tablet by their PIN. */
async function take(page: Page, name: keyof typeof PINS): Promise<void> {
  await page.getByRole('button', { name }).click();
  await typePin(page, PINS[name]);
  await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
}

/** A resident says something on the tablet, alone with it, and is given a receipt. */
async function sayAlone(page: Page, url: string, look: Look): Promise<string> {
  await page.goto(`${url}/kentta/tallenna`);
  await page.getByRole('link', { name: 'Anna laite asukkaalle' }).click();
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(said.resident);
  await page.getByRole('button', { name: 'Haluan vastauksen' }).click();
  await page.getByLabel('Nimi').fill('Aino Aalto');
  await page.getByLabel('Sähköposti').fill('aino@example.fi');
  await look('08-asukkaan-kasissa', page);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' })).toBeVisible();
  await look('09-kiitos', page);
  const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole('main').innerText())![0];
  await page.getByRole('button', { name: 'Valmis' }).click();
  await page.goto(`${url}/hallinta`);
  await expect(page).toHaveURL(`${url}/kentta/asukas`);
  await page.getByRole('button', { name: 'Palauta työntekijälle' }).click();
  await look('10-paluu-pinilla', page);
  await typePin(page, PINS['Onni O.']);
  await expect(page).toHaveURL(`${url}/kentta/tallenna`);
  return receipt;
}

/** The resident makes an account, takes what they said into it, reads the answer, takes a copy and erases everything. */
async function readAndLeave(torilla: Torilla, { desk, phone }: Screens, receipt: string, look: Look): Promise<void> {
  const page = await phone();
  await page.goto(`${torilla.url}/kuitti#${receipt}`);
  await expect(page.getByRole('heading', { name: 'Kaupunki on vastaanottanut' })).toBeVisible();
  await look('12-kuitti', page);
  await page.getByRole('link', { name: 'Lisää viesti omaan tiliin' }).click();
  await page.getByLabel('Sähköposti').fill('aino@example.fi');
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  await expect(page.getByLabel('Kuusinumeroinen koodi')).toBeVisible();
  await page.getByLabel('Kuusinumeroinen koodi').fill(await torilla.mailedCode());
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await page.getByRole('button', { name: 'Lisää tiliin' }).click();
  await expect(page.getByText(said.resident)).toBeVisible();

  await desk.goto(`${torilla.url}/hallinta/palautteet?vastaus=odottaa`);
  await desk.getByText(said.resident.slice(0, 18)).first().click();
  await desk.getByLabel('Vastaa asukkaalle').fill(ANSWER);
  await look('13-vastaus', desk);
  await desk.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await expect(desk.getByText('Lähetetty sähköpostilla', { exact: true })).toBeVisible();

  await page.goto(`${torilla.url}/oma/palautteet`);
  await expect(page.getByText(ANSWER)).toBeVisible();
  await look('14-vastattu', page);
  await page.getByRole('link', { name: 'Omat tiedot' }).click();
  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lataa tiedostona' }).click()]);
  const text = await readFile(await copy.path(), 'utf8');
  for (const words of [said.resident, ANSWER, 'Aino Aalto']) expect(text).toContain(words);
  await page.getByText('Sanatkin poistetaan').click();
  await page.getByRole('button', { name: 'Näytä, mitä poistetaan' }).click();
  await expect(page.getByRole('region', { name: 'Poistetaan' })).toContainText('Palautteet1');
  await look('15-mita-poistetaan', page);
  await page.getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await expect(page.getByText('Tilisi on poistettu.').first()).toBeVisible();
  await look('16-poistettu', page);
  await page.context().close();
}

/**
 * The whole: an administrator made on the command line, two workers invited by mail, a tablet enrolled by its code, two workers and a resident at it with
 * neither network nor server, and the resident's answer.
 * @returns the code of the resident's receipt
 */
export async function peopleWalk(torilla: Torilla, screens: Screens, look: Look = async () => undefined): Promise<string> {
  const { desk, tablet } = screens;
  const { status, told } = torilla.command(['administrator', 'liisa@example.fi', 'Liisa', 'L.']);
  expect(status, told).toBe(0);
  await comeIn(desk, LINK.exec(told)![0]);
  await look('01-yllapitaja', desk);
  await invite(torilla, screens, 'Venla V.', look);
  await invite(torilla, screens, 'Onni O.', look);

  await desk.goto(`${torilla.url}/hallinta/tapahtumat`);
  await desk.getByRole('link', { name: EVENT }).first().click();
  await desk.getByRole('link', { name: 'Muokkaa' }).click();
  for (const name of Object.keys(PINS)) await desk.getByLabel(name).check();
  await desk.getByRole('button', { name: 'Tallenna' }).click();
  await expect(desk.getByText('Venla V.')).toBeVisible();
  await desk.goto(`${torilla.url}/hallinta/laitteet`);
  await desk.getByRole('button', { name: 'Ota tabletti käyttöön' }).first().click();
  await desk.getByLabel('Tabletin nimi').fill('Torin tabletti');
  await desk.getByRole('button', { name: 'Tee koodi' }).click();
  await expect(desk.getByRole('img', { name: /QR/ })).toBeVisible();
  await look('04-tabletin-koodi', desk);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await desk.getByRole('dialog').innerText())![0];

  await tablet.launch();
  const page = await tablet.tab();
  await page.setViewportSize({ width: 1024, height: 768 });
  const { url } = torilla;
  // where the QR leads
  await page.goto(`${url}/kentta#${code}`);
  await page.getByRole('button', { name: 'Ota laite käyttöön', exact: true }).first().click();
  await expect(page.getByText('Tämä laite on Torin tabletti.')).toBeVisible();
  await page.getByRole('button', { name: EVENT }).click();
  await take(page, 'Venla V.');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await look('05-kenttatila', page);
  await page.getByRole('link', { name: 'Tarkista valmius' }).click();
  await expect(page.getByText('Valmis torille')).toBeVisible();
  await look('06-valmis', page);

  await page.context().setOffline(true);
  await torilla.kill();
  await sayInField(page, url, said.venla);
  await page.goto(`${url}/kentta`);
  await take(page, 'Onni O.');
  await page.goto(`${url}/kentta/lahetykset`);
  await expect(page.getByText(said.venla)).toHaveCount(0);
  await look('07-vuoro-vaihtui', page);
  await sayInField(page, url, said.onni);
  const receipt = await sayAlone(page, url, look);

  await torilla.start();
  await page.context().setOffline(false);
  await sendAll(page, url);
  await desk.goto(`${url}/hallinta/tapahtumat`);
  await desk.getByRole('link', { name: EVENT }).first().click();
  await expect(desk.getByText('kirjattu 3, vastaanotettu 3')).toBeVisible();
  await look('11-kaikki-perilla', desk);
  await readAndLeave(torilla, screens, receipt, look);
  return receipt;
}
