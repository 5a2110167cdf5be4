import { expect, test, type Page } from '@playwright/test';
import { aCity, type City } from './city.ts';
import { eachPush, type Fate } from './fates.ts';
import { imposterNames } from './imposters.ts';

let city: City;
test.beforeAll(async () => void (city = await aCity()));
test.afterAll(() => city.end());

const fates: [name: string, fate: Fate][] = [
  ...imposterNames.map((as): [string, Fate] => [as, { kind: 'imposter', as }]),
  ['answer lost after the city committed', { kind: 'swallow' }],
  ...[0.05, 0.5, 0.99].map((share): [string, Fate] => [`request cut after ${share * 100} % of its bytes`, { kind: 'cut-request', share }]),
  ...[0, 0.1, 0.5, 0.99].map((share): [string, Fate] => [`answer cut after ${share * 100} % of its bytes`, { kind: 'cut-answer', share }]),
];

/** A resident says something; the page of thanks is open then. */
async function say(page: Page, words: string): Promise<void> {
  await page.goto(`${city.proxy.url}/palaute`);
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(words);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' })).toBeVisible();
}
const where = (page: Page) => page.getByRole('region', { name: 'Missä viesti on nyt' });
const notThere = /vain tällä laitteella|lähetetään/;

for (const [name, fate] of fates) {
  test(`${name}: it stays on the device, and is delivered once when the network is well`, async ({ page }) => {
    const words = `säätila: ${name}`;
    const before = city.proxy.tally[fate.kind];
    city.proxy.decide = eachPush(fate);
    await say(page, words);
    await expect.poll(() => city.proxy.tally[fate.kind] - before, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await expect(where(page)).toContainText(notThere);
    expect(await city.timesSaid(words)).toBe(fate.kind === 'swallow' || fate.kind === 'cut-answer' ? 1 : 0);
    city.proxy.decide = () => ({ kind: 'pass' });
    await expect(where(page)).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
    expect(await city.timesSaid(words)).toBe(1);
  });
}

test('connections refused: it stays on the device, and is delivered once when there is a network', async ({ page }) => {
  const words = 'säätila: ei verkkoa';
  await page.goto(`${city.proxy.url}/palaute`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await city.proxy.refuse();
  // the page opens without a network, and so does its form
  await say(page, words);
  await expect(where(page)).toContainText(notThere);
  await city.proxy.accept();
  await expect(where(page)).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
  expect(await city.timesSaid(words)).toBe(1);
});

test('an enrolment whose answer is lost enrols once', async ({ page }) => {
  const words = 'säätila: ilmoittautuminen kadoksissa';
  let lost = 0;
  city.proxy.decide = ({ operation }) => (operation === 'EnrolPublicDevice' && lost++ < 2 ? { kind: 'swallow' } : { kind: 'pass' });
  await say(page, words);
  await expect(where(page)).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
  expect(lost).toBe(3);
  expect(await city.timesSaid(words)).toBe(1);
});
