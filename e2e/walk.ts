// The main job as one walk: a tablet is made ready, loses the network, dies, comes back, and the city has every word once.
import { expect, type Page } from '@playwright/test';
import type { Tablet } from './faults/browser.ts';
import { EVENT, prepareTablet, sendAll } from './faults/field.ts';
import type { Torilla } from './torilla.ts';

/** What ten residents said, and two more. */
export const voices = [
  'Rantaraitille tarvitaan penkkejä, en jaksa kävellä koko matkaa yhtä kyytiä.',
  'Talvella hiekoitus puuttuu Pitäjänsaaren päästä.',
  'Valaistus puuttuu koulutieltä Husulassa.',
  'Kouluruoka on parantunut, kiitos keittiölle.',
  'Iltavuoro salille myös maanantaihin.',
  'Linja-auto Poitsilasta ei ehdi junalle.',
  'Kirjasto saisi olla auki sunnuntaina.',
  'Torille lisää kukkia ja varjoa.',
  'Uimahallin kassa jonottaa liikaa iltaisin.',
  'Leikkipuiston aita on rikki.',
  'Nuorille paikka, jossa saa olla.',
  'Kiitos, että tulitte torille.',
] as const;

/** Looks at a page when there is something to see. */
export type Look = (name: string, page: Page) => Promise<void>;

/** Says one thing through the form in field mode, and waits until the tablet has saved it. */
async function say(page: Page, words: string, topic?: string): Promise<void> {
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  await form.fill(words);
  if (topic) await page.getByRole('button', { name: topic }).click();
  await page.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(form).toHaveValue('');
}

/** Signs in as the page's own staff would, or a resident: address, code from the development mailbox. */
export async function signIn(page: Page, torilla: Torilla, email: string, as?: 'STAFF' | 'RESIDENT'): Promise<void> {
  const [name, value] = (await torilla.signIn(email, as)).split('=');
  await page.context().addCookies([{ name: name!, value: value!, url: torilla.url }]);
}

/**
 * The whole walk. The network is off and the server is down while the tablet captures; between the tenth and the eleventh it dies.
 * @returns the page of the administration that shows the event's completeness
 */
export async function walk(torilla: Torilla, tablet: Tablet, desk: Page, look: Look = async () => undefined): Promise<void> {
  await tablet.launch();
  let page = await tablet.tab();
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(torilla.url);
  await expect(page.getByRole('link', { name: 'Katso tarkemmin' })).toBeVisible();
  await look('1-etusivu', page);
  await prepareTablet(torilla, page, torilla.url);
  await look('2-valmius', page);

  await page.context().setOffline(true);
  await torilla.kill();
  await page.goto(`${torilla.url}/kentta/tallenna`);
  for (const [i, words] of voices.slice(0, 10).entries()) {
    if (i === 9) {
      await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).fill(words);
      await page.getByRole('button', { name: 'Puistot ja raitit' }).click();
      await page.getByRole('button', { name: 'Toiveikas' }).click();
      await look('3-tallennus-ilman-verkkoa', page);
      await page.getByRole('button', { name: /^Tallenna/ }).click();
      await expect(page.getByRole('textbox', { name: 'Mitä asukas sanoi?' })).toHaveValue('');
    } else await say(page, words);
  }
  await tablet.kill();

  await tablet.launch();
  page = await tablet.tab();
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.context().setOffline(true);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  for (const words of voices.slice(10)) await say(page, words);
  // what was tried in vain is said to be here again
  await expect(page.getByText('lähtee', { exact: true })).toHaveCount(0);
  await look('4-kaksitoista-laitteella', page);

  await torilla.start();
  await page.context().setOffline(false);
  await sendAll(page, torilla.url);
  await look('5-kaikki-kaupungilla', page);

  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/palautteet`);
  // the list shows how each begins
  for (const words of voices) await expect(desk.getByText(words.slice(0, 18)).first()).toBeVisible();
  await look('6-palautteet', desk);
  await desk.goto(`${torilla.url}/hallinta/tapahtumat`);
  await desk.getByRole('link', { name: EVENT }).first().click();
  await expect(desk.getByText('kirjattu 12, vastaanotettu 12')).toBeVisible();
  await expect(desk.getByText('Ei puutu mitään')).toBeVisible();
  await look('7-tapahtuma', desk);
}
