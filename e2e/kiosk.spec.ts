import { expect, test, type Page } from '@playwright/test';
import { EVENT, pad, prepareTablet, typePin } from './faults/field.ts';
import { dump } from './kept.ts';
import { startTorilla, type Torilla } from './torilla.ts';

test.use({ serviceWorkers: 'allow' });

// whoever has time takes the next
test.describe.configure({ mode: 'parallel' });

// a tablet in residents' hands
let torilla: Torilla;
let eventId: string;
test.beforeEach(async () => {
  torilla = await startTorilla();
  const { events } = await torilla.ask<{ events: { nodes: { id: string }[] } }>('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }');
  eventId = events.nodes[0]!.id;
});
test.afterEach(() => torilla.stop());

const PIN = '1470';
const resident = (page: Page) => page.getByRole('textbox', { name: 'Mitä haluat sanoa?' });
const back = (page: Page) => page.getByRole('button', { name: 'Palauta työntekijälle' });
const thanks = (page: Page) => page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' });
const setPin = async (who: string, pin: string | null) =>
  torilla.ask('mutation ($input: SetPinInput!) { setPin(input: $input) }', { input: { pin } }, await torilla.signIn(`${who}@torilla.example`));
async function give(page: Page): Promise<void> {
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await page.getByRole('link', { name: 'Anna laite asukkaalle' }).click();
}
/** Whatever a resident tries, there is the form. */
async function isLocked(page: Page, tried: string[] = ['/', '/kentta/lahetykset', '/hallinta']): Promise<void> {
  for (const address of tried) {
    await page.goto(torilla.url + address);
    await expect(page).toHaveURL(`${torilla.url}/kentta/asukas`);
    await expect(resident(page)).toBeVisible();
  }
  await page.goBack();
  await expect(page).toHaveURL(`${torilla.url}/kentta/asukas`);
}

test("a tablet in a resident's hands has no way back without a PIN, and keeps nothing of them", async ({ page, context }) => {
  await setPin('mirja', '2580');
  await setPin('antti', PIN);
  await prepareTablet(torilla, page, torilla.url, { pin: '2580' });
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).fill('työntekijän oma kesken: kanarialintu yksi');
  await page.getByRole('link', { name: 'Anna laite asukkaalle' }).click();
  await expect(resident(page)).toBeVisible();
  await expect(page.getByText('kanarialintu')).toHaveCount(0);
  await isLocked(page, ['/', '/kentta', '/kentta#AAAA-BBBB', '/kentta/lahetykset', '/kentta/tallenna', '/hallinta', '/suunnitelma/3', '/oma']);
  await resident(page).fill('asukkaan omat sanat: kanarialintu kaksi');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(thanks(page)).toBeVisible();
  const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole('main').innerText())![0];
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  await page.getByRole('button', { name: 'Valmis' }).click();
  await expect(resident(page)).toHaveValue('');
  await page.goBack();
  await expect(page.getByText(receipt)).toHaveCount(0);
  await resident(page).fill('lähti kesken: kanarialintu kolme');
  await back(page).click();
  await typePin(page, '9999');
  await expect(pad(page).getByText('PIN ei ole oikea')).toBeVisible();
  await typePin(page, PIN);
  await expect(page).toHaveURL(`${torilla.url}/kentta/tallenna`);
  const kept = await dump(page);
  for (const bird of ['kanarialintu kaksi', 'kanarialintu kolme']) expect(kept).not.toContain(bird);
  expect((await context.cookies()).length).toBe(0);
});

test('a worker without a PIN sets one before a resident gets the tablet, without a network too', async ({ page, context }) => {
  await prepareTablet(torilla, page, torilla.url);
  await context.setOffline(true);
  await give(page);
  await expect(pad(page).getByText('Kenelläkään tapahtuman kerääjistä ei ole PINiä.')).toBeVisible();
  await expect(resident(page)).toHaveCount(0);
  // who changes their mind keeps the tablet
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${torilla.url}/kentta/tallenna`);
  await page.goto(`${torilla.url}/kentta/asukas`);
  await typePin(page, '12');
  await expect(pad(page).getByText('PINissä on 4–8 numeroa.')).toBeVisible();
  await typePin(page, '3690');
  await expect(pad(page).getByLabel('Kirjoita sama PIN uudelleen')).toBeVisible();
  await typePin(page, '3691');
  await expect(pad(page).getByText('Numerot eivät olleet samat.')).toBeVisible();
  await typePin(page, '3690');
  await typePin(page, '3690');
  await expect(resident(page)).toBeVisible();
  await isLocked(page);
  await back(page).click();
  await expect(page).toHaveURL(`${torilla.url}/kentta/asukas`);
  await typePin(page, '0000');
  await expect(pad(page).getByText('PIN ei ole oikea')).toBeVisible();
  // forgotten: without a network it is told that one is needed
  await pad(page).getByRole('button', { name: 'Hae PIN kaupungilta' }).click();
  await expect(pad(page).getByRole('alert')).toBeVisible();
  await typePin(page, '3690');
  await expect(page).toHaveURL(`${torilla.url}/kentta/tallenna`);
  // the next time it is there
  await give(page);
  await expect(resident(page)).toBeVisible();
  await back(page).click();
  // one that is set at the city takes its place
  await context.setOffline(false);
  await setPin('mirja', '2580');
  await pad(page).getByRole('button', { name: 'Hae PIN kaupungilta' }).click();
  await expect(async () => {
    await typePin(page, '2580');
    await expect(page).toHaveURL(`${torilla.url}/kentta/tallenna`, { timeout: 2000 });
  }).toPass();
});

test('whoever walks away leaves nothing: after a warning the form is empty, and the thanks make way for the next', async ({ page }) => {
  await setPin('mirja', PIN);
  await page.clock.install();
  await prepareTablet(torilla, page, torilla.url, { pin: PIN });
  await give(page);
  await resident(page).fill('lähti kesken: kanarialintu');
  await page.clock.runFor(76_000);
  await expect(page.getByText(/Lomake tyhjenee 1[0-5] sekunnin kuluttua/)).toBeVisible();
  // a touch is a sign of life
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByText(/Lomake tyhjenee/)).toHaveCount(0);
  await expect(resident(page)).toHaveValue('lähti kesken: kanarialintu');
  await page.clock.runFor(91_000);
  await expect(resident(page)).toHaveValue('');
  expect(await dump(page)).not.toContain('kanarialintu');
  await resident(page).fill('sanottu loppuun');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(thanks(page)).toBeVisible();
  await page.clock.runFor(91_000);
  await expect(thanks(page)).toHaveCount(0);
  await expect(resident(page)).toHaveValue('');
});

/** Makes the browser a tablet for residents alone, by the link of a QR. */
async function aKiosk(page: Page): Promise<void> {
  const { offerEnrolment } = await torilla.ask<{ offerEnrolment: { code: string } }>(
    'mutation ($input: OfferEnrolmentInput!) { offerEnrolment(input: $input) { code } }',
    { input: { name: 'Kirjaston tabletti', role: 'KIOSK', eventId } },
    await torilla.signIn('hallinta@torilla.example'),
  );
  await page.goto(`${torilla.url}/kentta#${offerEnrolment.code}`);
  await expect(page.getByLabel('Käyttöönottokoodi')).toHaveValue(offerEnrolment.code);
  await page.getByRole('button', { name: 'Ota laite käyttöön', exact: true }).first().click();
  await expect(resident(page)).toBeVisible();
}

test('a tablet enrolled as a kiosk opens in the form, collects for nobody, and only a PIN unlocks it until the next start', async ({ page, context }) => {
  await setPin('antti', PIN);
  await aKiosk(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await isLocked(page);
  await resident(page).fill('Kirjastolle lisää aikaa');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(thanks(page)).toBeVisible();
  await page.getByRole('button', { name: 'Valmis' }).click();

  await back(page).click();
  await typePin(page, PIN);
  await expect(page.getByText('Tämä laite on Kirjaston tabletti, asukkaiden käytössä.')).toBeVisible();
  await expect(page.getByText('3. Kuka kerää?')).toHaveCount(0);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await expect(page).toHaveURL(`${torilla.url}/kentta`);
  // started anew, it is a kiosk again
  const next = await context.newPage();
  await page.close();
  await next.goto(`${torilla.url}/kentta`);
  await expect(next).toHaveURL(`${torilla.url}/kentta/asukas`);
  await back(next).click();
  await typePin(next, PIN);
  await context.setOffline(false);
  await next.getByRole('link', { name: 'Tarkista valmius' }).click();
  await expect(next.getByText('Valmis torille')).toBeVisible();
  await next.getByRole('link', { name: 'Anna asukkaille' }).click();
  await expect(resident(next)).toBeVisible();
  await isLocked(next);
  const said = () =>
    torilla
      .signIn('hallinta@torilla.example')
      .then((cookie) =>
        torilla.ask<{ feedbackPage: { nodes: object[] } }>('{ feedbackPage { nodes { words channel worker { id } event { title { fi } } } } }', {}, cookie),
      )
      .then(({ feedbackPage }) => feedbackPage.nodes);
  await expect
    .poll(said, { timeout: 30_000 })
    .toEqual([{ words: 'Kirjastolle lisää aikaa', channel: 'WROTE_SELF', worker: null, event: { title: { fi: expect.stringContaining(EVENT) } } }]);
});

test('a kiosk where nobody has a PIN fetches the one that a worker has set since, and locks itself when the worker goes away', async ({ page }) => {
  await page.clock.install();
  await aKiosk(page);
  await back(page).click();
  await expect(pad(page).getByText('eikä laitetta voi palauttaa ilman sellaista')).toBeVisible();
  await setPin('antti', PIN);
  await pad(page).getByRole('button', { name: 'Hae PIN kaupungilta' }).click();
  await expect(pad(page).getByLabel('PIN', { exact: true })).toBeVisible();
  await typePin(page, PIN);
  await expect(page.getByText('asukkaiden käytössä')).toBeVisible();
  await page.clock.runFor(91_000);
  await expect(resident(page)).toBeVisible();
  await isLocked(page);
});
