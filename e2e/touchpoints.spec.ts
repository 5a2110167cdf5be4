import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
let point: { id: string; code: string };
test.beforeAll(async () => {
  torilla = await startTorilla();
  const { saveTouchpoint } = await torilla.ask<{ saveTouchpoint: typeof point }>(
    'mutation ($input: SaveTouchpointInput!) { saveTouchpoint(input: $input) { id code } }',
    { input: { id: randomUUID(), unit: 'wellbeing-promotion', place: 'main-library', name: { fi: 'Lainaustiski', sv: 'Lånedisken', en: 'Lending desk' } } },
    await torilla.signIn('hallinta@torilla.example'),
  );
  point = saveTouchpoint;
});
test.afterAll(() => torilla.stop());

const thanks = (page: Page) => page.getByRole('heading', { name: 'Kiitos!' });
const question = (page: Page) => page.getByRole('heading', { name: 'Miten asiointisi sujui?' });

test('one tap at a service point, with and without a network; a tablet is ready for the next by itself, and staff read what was said', async ({ browser }) => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await phone.goto(`${torilla.url}/mielipide/${point.code.toLowerCase()}`);
  await expect(question(phone)).toBeVisible();
  for (const word of ['Erittäin huonosti', 'Huonosti', 'Kohtalaisesti', 'Hyvin', 'Erittäin hyvin'])
    await expect(phone.getByRole('button', { name: word, exact: true })).toBeInViewport();
  // what the first tap needs comes with it, and then the network goes
  await phone.getByRole('button', { name: 'Hyvin', exact: true }).click();
  await expect(thanks(phone)).toBeFocused();
  await expect(phone.getByText('kaupunki on vastaanottanut')).toBeVisible();
  await phone.context().setOffline(true);
  await phone.getByRole('textbox', { name: 'Haluatko kertoa lisää?' }).fill('Sain heti apua lomakkeen kanssa.');
  await phone.getByRole('button', { name: 'Lähetä' }).click();
  await expect(phone.getByText('Kiitos, sanasi ovat tallessa.')).toBeVisible();
  await phone.context().setOffline(false);

  const tablet = await (await browser.newContext({ viewport: { width: 1024, height: 768 } })).newPage();
  await prepareTablet(torilla, tablet, torilla.url);
  await tablet.goto(`${torilla.url}/mielipide/${point.code}`);
  await expect(question(tablet)).toBeVisible();
  // by the keyboard alone
  await tablet.getByRole('button', { name: 'English' }).focus();
  for (let face = 1; face <= 5; face++) await tablet.keyboard.press('Tab');
  await tablet.keyboard.press('Enter');
  await expect(thanks(tablet)).toBeFocused();
  await expect(tablet.getByText('Vastauksesi: Erittäin hyvin.')).toBeVisible();

  // meanwhile a member of staff
  const desk = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await expect(async () => {
    await desk.goto(`${torilla.url}/hallinta/asiakaskokemus/${point.id}`);
    await expect(desk.getByText('Sain heti apua lomakkeen kanssa.')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(desk.getByText('Vastauksia ei ole vielä tarpeeksi.')).toBeVisible();
  await expect(question(tablet)).toBeVisible({ timeout: 15_000 });
  await desk.goto(`${torilla.url}/suunnitelma/15`);
  await expect(desk.locator('dl > div').filter({ hasText: 'vastausta siihen, miten asiointi sujui' })).toContainText('2');
});

test('what there is to read is there without any script: the plan in a minute, projects, how it goes', async ({ browser }) => {
  const paths = ['/suunnitelma/minuutissa', '/suunnitelma/osallistuminen', '/asiakaskokemus'];
  const still = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const [n, title] of ['Suunnitelma minuutissa', 'Hankkeet, joihin voi osallistua', 'Miten asiointi sujuu'].entries()) {
    await still.goto(torilla.url + paths[n]);
    await expect(still.getByRole('heading', { level: 1 })).toHaveText(title);
  }
  await still.goto(torilla.url + paths[0]);
  await expect(still.getByRole('link', { name: '15 Osallisuutta edistävä toimintatapa' })).toBeVisible();
});
