import { expect, test, type Page } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

/** What the page asks the city, from now on. */
function questions(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/graphql')) asked.push(request.url());
  });
  return asked;
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

  test('what there is to read is read, and links lead on', async ({ page }) => {
    await page.goto(torilla.url);
    await expect(page).toHaveTitle('Etusivu · Torilla');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitä Haminassa pitäisi tehdä toisin?');
    // which event is the next depends on the hour
    await expect(page.getByRole('complementary', { name: 'Seuraava tapaaminen' }).getByRole('link', { name: 'Katso tarkemmin' })).toBeVisible();
    await page.getByRole('link', { name: 'Lue suunnitelma' }).first().click();
    await expect(page).toHaveTitle('Osallisuussuunnitelma · Torilla');
    for (let number = 1; number <= 15; number++) await expect(page.locator(`h3 a[href="/suunnitelma/${number}"]`)).toBeAttached();
    await page.locator('h3 a[href="/suunnitelma/3"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Osallistuva budjetointi');
    await page.goto(`${torilla.url}/tapahtumat`);
    await page.getByRole('link', { name: 'Yrittäjien aamukahvit' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yrittäjien aamukahvit');
  });

  test('a dark system has a dark page', async ({ page }) => {
    await page.goto(torilla.url);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(15, 24, 30)');
  });
});

test('the app starts when its reader does something: the button that was pressed first is obeyed', async ({ page }) => {
  const asked = questions(page);
  await page.goto(torilla.url);
  await page.waitForTimeout(1000);
  expect(asked).toEqual([]);
  // with nothing before it, as a screen reader presses
  await page.getByRole('button', { name: 'På svenska' }).dispatchEvent('click');
  await expect(page.getByRole('link', { name: 'Läs planen' }).first()).toBeVisible();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  // and whoever has chosen has it the next time, without doing anything
  await page.goto(`${torilla.url}/tapahtumat`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evenemang');
});

test('what is typed before the app has started is kept', async ({ page, context }) => {
  // the app is slow to come
  await context.route(/\/assets\/app-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(`${torilla.url}/kentta`);
  const code = page.getByRole('textbox', { name: /koodi/i });
  await code.pressSequentially('7KQM');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koodissa on kahdeksan merkkiä')).toBeVisible();
  await expect(code).toHaveValue('7KQM');
});

test('an address that points into a page leads there, and one with a code brings it', async ({ page }) => {
  await page.goto(`${torilla.url}/suunnitelma#toimenpide-12`);
  await expect(page.locator('#toimenpide-12')).toBeInViewport();
  await page.goto(`${torilla.url}/kentta#7k2m-x9qf`);
  // whoever presses before the app has started is obeyed with the code that the address brought
  await page.getByRole('button', { name: 'Ota laite käyttöön', exact: true }).first().click();
  await expect(page.getByText('Käyttöönottokoodi on vanhentunut tai käytetty.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /koodi/i })).toHaveValue('7k2m-x9qf');
  await expect(page).toHaveURL(`${torilla.url}/kentta`);
});

test('when the network goes before the app has come, the words stay and the app comes later', async ({ page, context }) => {
  await page.goto(`${torilla.url}/suunnitelma`);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  await context.setOffline(true);
  await page.mouse.move(200, 200);
  await expect.poll(() => faults.length).toBe(1);
  await expect(page.getByRole('heading', { name: 'Osallistuva budjetointi' })).toBeVisible();
  await context.setOffline(false);
  await expect(async () => {
    await page.getByRole('button', { name: 'På svenska' }).click();
    await expect(page.getByRole('heading', { name: 'Gemensamt bruk av lokaler' })).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('a page that is not alike for everybody, or cannot be rendered, is left to the app', async () => {
  const pageAt = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(torilla.url + path, { headers: { accept: 'text/html', ...headers } })).text();
  for (const read of ['/', '/palaute', '/haku?q=torin', '/oma/ilmoitukset']) expect(await pageAt(read), read).toContain('id="state"');
  for (const html of [
    await pageAt('/', { cookie: await torilla.signIn('hallinta@torilla.example') }),
    await pageAt('/palaute?x=1'),
    await pageAt('/kentta/tallenna'),
    await pageAt('/hallinta'),
    await pageAt('/tapahtumat/no-such'),
    await pageAt('/suunnitelma?x=%3Cscript%3E'),
    await pageAt('/haku'),
    await pageAt('/haku?q=torin&x=1'),
    await pageAt('/oma', { cookie: await torilla.signIn('aino@example.fi', 'RESIDENT') }),
    await pageAt('/no-such'),
  ])
    expect(html).not.toContain('id="state"');
});
