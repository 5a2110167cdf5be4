import { expect, test, type Page } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';

// a tablet that several share, and that is given into residents' hands
let torilla: Torilla;
const PINS = { mirja: '2580', antti: '1470' };
test.beforeAll(async () => {
  torilla = await startTorilla();
  for (const [who, pin] of Object.entries(PINS))
    await torilla.ask('mutation ($input: SetPinInput!) { setPin(input: $input) }', { input: { pin } }, await torilla.signIn(`${who}@torilla.example`));
});
test.afterAll(() => torilla.stop());

const form = (page: Page) => page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
const pad = (page: Page) => page.getByRole('dialog');
async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await pad(page).getByRole('button', { name: digit, exact: true }).click();
  await page.keyboard.press('Enter');
}
/** A tablet that Mirja has taken with her PIN. */
async function aSharedTablet(page: Page): Promise<void> {
  await prepareTablet(torilla, page, torilla.url, { pin: PINS.mirja });
}
async function say(page: Page, words: string): Promise<void> {
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await form(page).fill(words);
  await page.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(form(page)).toHaveValue('');
}
async function handTo(page: Page, name: string, pin: string): Promise<void> {
  await page.goto(`${torilla.url}/kentta`);
  await page.getByRole('button', { name }).click();
  await typePin(page, pin);
  await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
}

test('a worker is told by their PIN, also without a network, and guessing takes ever longer', async ({ page, context }) => {
  await aSharedTablet(page);
  await context.setOffline(true);
  await page.goto(`${torilla.url}/kentta`);
  const antti = page.getByRole('button', { name: 'Antti L.' });
  await antti.click();
  for (const guess of ['0000', '1111', '2222', '3333']) {
    await typePin(page, guess);
    await expect(pad(page).getByText('PIN ei ole oikea')).toBeVisible();
  }
  await typePin(page, '4444');
  await expect(pad(page).getByText(/Yritä uudelleen (30|29|28) sekunnin/)).toBeVisible();
  // the right one now has to wait as well, and a new start does not forget
  await typePin(page, PINS.antti);
  await page.reload();
  await antti.click();
  await expect(pad(page).getByText(/Yritä uudelleen \d+ sekunnin/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(antti).toHaveAttribute('aria-pressed', 'false');
});

test('what each collected stays theirs, whoever has the tablet when it is sent, and handing over takes seconds', async ({ page, context }) => {
  await aSharedTablet(page);
  await context.setOffline(true);
  await say(page, 'A: ensimmäinen');
  const from = Date.now();
  await handTo(page, 'Antti L.', PINS.antti);
  expect(Date.now() - from).toBeLessThan(5000);
  await say(page, 'B: toinen');
  await handTo(page, 'Mirja K.', PINS.mirja);
  await say(page, 'A: kolmas');
  await context.setOffline(false);
  const found = () =>
    rowsOf<{ words: string; worker: string }>(
      torilla.ownerUrl(),
      `select f.words, s.display_name as worker from feedback f join staff_member s on s.id = f.worker_id where f.words ~ '^[AB]: ' order by f.captured_at`,
    );
  await expect.poll(found, { timeout: 30_000 }).toEqual([
    { words: 'A: ensimmäinen', worker: 'Mirja K.' },
    { words: 'B: toinen', worker: 'Antti L.' },
    { words: 'A: kolmas', worker: 'Mirja K.' },
  ]);
});

test("a tablet in a resident's hands has no way back without a PIN, and keeps nothing of them", async ({ page, context }) => {
  await aSharedTablet(page);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await form(page).fill('työntekijän oma kesken: kanarialintu yksi');
  await page.getByRole('link', { name: 'Anna laite asukkaalle' }).click();
  const resident = page.getByRole('textbox', { name: 'Mitä haluat sanoa?' });
  await expect(resident).toBeVisible();
  for (const address of ['/', '/kentta', '/kentta/lahetykset', '/hallinta', '/suunnitelma/3', '/oma']) {
    await page.goto(torilla.url + address);
    await expect(page).toHaveURL(`${torilla.url}/kentta/asukas`);
    await expect(resident).toBeVisible();
  }
  await page.goBack();
  await expect(page).toHaveURL(`${torilla.url}/kentta/asukas`);
  await resident.fill('asukkaan omat sanat: kanarialintu kaksi');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' })).toBeVisible();
  const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole('main').innerText())![0];
  await page.getByRole('button', { name: 'Valmis' }).click();
  await expect(resident).toHaveValue('');
  await page.goBack();
  await expect(page.getByText(receipt)).toHaveCount(0);
  await resident.fill('lähti kesken: kanarialintu kolme');
  await page.getByRole('button', { name: 'Palauta työntekijälle' }).click();
  await typePin(page, '9999');
  await expect(pad(page).getByText('PIN ei ole oikea')).toBeVisible();
  await typePin(page, PINS.antti);
  await expect(page).toHaveURL(`${torilla.url}/kentta/tallenna`);
  const kept = await page.evaluate(async () => {
    const texts = [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request))!.text());
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>(
        (resolve) => (indexedDB.open(name!).onsuccess = ({ target }) => resolve((target as IDBOpenDBRequest).result)),
      );
      for (const table of database.objectStoreNames)
        texts.push(
          await new Promise((resolve) => {
            database.transaction(table).objectStore(table).getAll().onsuccess = ({ target }) =>
              resolve(
                JSON.stringify((target as IDBRequest).result, (_, value: unknown) =>
                  value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value,
                ),
              );
          }),
        );
      database.close();
    }
    return texts.join('\n');
  });
  for (const bird of ['kanarialintu kaksi', 'kanarialintu kolme']) expect(kept).not.toContain(bird);
  expect((await context.cookies()).length).toBe(0);
});
