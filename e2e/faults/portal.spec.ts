import { expect, test, type Page } from '@playwright/test';
import { aCity, type City } from './city.ts';
import { eachPush, type Fate } from './fates.ts';
import { imposterNames } from './imposters.ts';

test.use({ serviceWorkers: 'allow' });

// one resident with one device goes through all weathers
let city: City;
let page: Page;
test.beforeAll(async ({ browser }) => {
  city = await aCity();
  page = await browser.newPage();
  await page.goto(`${city.proxy.url}/palaute`);
  await page.evaluate(() => navigator.serviceWorker.ready);
});
test.afterAll(async () => {
  await page.close();
  await city.end();
});
test.afterEach(() => void (city.proxy.decide = () => ({ kind: 'pass' })));

const fates: [name: string, fate: Fate][] = [
  ...imposterNames.map((as): [string, Fate] => [as, { kind: 'imposter', as }]),
  ['answer lost after the city committed', { kind: 'swallow' }],
  ...[0.05, 0.5, 0.99].map((share): [string, Fate] => [`request cut after ${share * 100} % of its bytes`, { kind: 'cut-request', share }]),
  ...[0, 0.1, 0.5, 0.99].map((share): [string, Fate] => [`answer cut after ${share * 100} % of its bytes`, { kind: 'cut-answer', share }]),
];

/** A resident says something; the page of thanks is open then. */
async function say(words: string): Promise<void> {
  const another = page.getByRole('button', { name: 'Kirjoita toinen viesti' });
  if (await another.isVisible()) await another.click();
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(words);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' })).toBeVisible();
}
const where = () => page.getByRole('region', { name: 'Missä viesti on nyt' });
const notThere = /vain tällä laitteella|lähetetään/;

for (const [name, fate] of fates) {
  test(`${name}: it stays on the device, and is delivered once when the network is well`, async () => {
    const words = `säätila: ${name}`;
    const before = city.proxy.tally[fate.kind];
    city.proxy.decide = eachPush(fate);
    await say(words);
    await expect.poll(() => city.proxy.tally[fate.kind] - before, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
    await expect(where()).toContainText(notThere);
    // what befell twice may have been a report, with the words in the third
    await expect.poll(() => city.timesSaid(words), { timeout: 20_000 }).toBe(fate.kind === 'swallow' || fate.kind === 'cut-answer' ? 1 : 0);
    city.proxy.decide = () => ({ kind: 'pass' });
    await expect(where()).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
    expect(await city.timesSaid(words)).toBe(1);
  });
}

test('connections refused: it stays on the device, and is delivered once when there is a network', async () => {
  const words = 'säätila: ei verkkoa';
  await city.proxy.refuse();
  // the page opens without a network
  await page.reload();
  await say(words);
  await expect(where()).toContainText(notThere);
  await city.proxy.accept();
  await expect(where()).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
  expect(await city.timesSaid(words)).toBe(1);
});

test('an enrolment whose answer is lost enrols once', async ({ browser }) => {
  await page.close();
  page = await browser.newPage();
  await page.goto(`${city.proxy.url}/palaute`);
  const words = 'säätila: ilmoittautuminen kadoksissa';
  let lost = 0;
  city.proxy.decide = ({ operation }) => (operation === 'EnrolPublicDevice' && lost++ < 2 ? { kind: 'swallow' } : { kind: 'pass' });
  await say(words);
  await expect(where()).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
  expect(lost).toBe(3);
  expect(await city.timesSaid(words)).toBe(1);
});
