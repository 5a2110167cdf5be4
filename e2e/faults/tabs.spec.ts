import { expect, test, type Page } from '@playwright/test';
import { aCity, type City } from './city.ts';
import { eachPush } from './fates.ts';

let city: City;
test.beforeAll(async () => void (city = await aCity()));
test.afterAll(() => city.end());

const form = (page: Page) => page.getByRole('textbox', { name: 'Mitä haluat sanoa?' });
const thanks = (page: Page) => page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' });
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(thanks(page)).toBeVisible();
};
async function open(page: Page): Promise<void> {
  await page.goto(`${city.proxy.url}/palaute`);
  await expect(form(page)).toBeVisible();
}

test('the tab that sends dies while two others are open: another takes over', async ({ context }) => {
  // where the browser does not wake the worker, the tabs must see to it themselves
  await context.addInitScript(() => Object.defineProperty(ServiceWorkerRegistration.prototype, 'sync', { value: undefined }));
  const words = 'välilehti kuoli kesken lähetyksen';
  const pages = [await context.newPage(), await context.newPage(), await context.newPage()];
  for (const page of pages) await open(page);
  city.proxy.decide = eachPush({ kind: 'silence' });
  // any tab may send what one of them saved
  const sending = Promise.race(pages.map((page) => page.waitForRequest((request) => request.postData()?.includes('PushCaptures') ?? false).then(() => page)));
  await form(pages[0]!).fill(words);
  await save(pages[0]!);
  const dying = await sending;
  await expect.poll(() => city.proxy.tally.silence).toBe(1);
  city.proxy.decide = () => ({ kind: 'pass' });
  const cdp = await context.newCDPSession(dying);
  // a crashed page does not answer
  void cdp.send('Page.crash').catch(() => undefined);
  await expect.poll(() => city.timesSaid(words), { timeout: 15_000 }).toBe(1);
});

test('an unfinished draft is open in one tab only: what two tabs say is both said', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await open(first);
  await form(first).fill('ensimmäisen välilehden sanat');
  // autosaved by now
  await first.waitForTimeout(1500);
  await open(second);
  await second.waitForTimeout(1000);
  await expect(form(second)).toHaveValue('');
  await form(second).fill('toisen välilehden sanat');
  await second.waitForTimeout(1500);
  await save(second);
  await save(first);
  await expect.poll(() => city.timesSaid('toisen välilehden sanat'), { timeout: 30_000 }).toBe(1);
  await expect.poll(() => city.timesSaid('ensimmäisen välilehden sanat'), { timeout: 30_000 }).toBe(1);
});

test('a draft comes back when its tab is loaded again, and in the next tab when its own is gone', async ({ context }) => {
  const first = await context.newPage();
  await open(first);
  await form(first).fill('kesken jäi');
  await first.waitForTimeout(1500);
  await first.reload();
  await expect(form(first)).toHaveValue('kesken jäi');
  await first.close();
  const next = await context.newPage();
  await open(next);
  await expect(form(next)).toHaveValue('kesken jäi');
});

test('whoever writes at once when the page opens writes in the draft that was left, never beside it', async ({ context }) => {
  const page = await context.newPage();
  await open(page);
  await form(page).fill('kesken jäi');
  await page.getByRole('button', { name: 'Toiveikas' }).click();
  await page.waitForTimeout(1500);
  await page.reload({ waitUntil: 'commit' });
  await form(page).fill('kirjoitettu heti');
  await expect(page.getByRole('button', { name: 'Toiveikas' })).toHaveAttribute('aria-pressed', 'true');
  await expect(form(page)).toHaveValue('kirjoitettu heti');
});
