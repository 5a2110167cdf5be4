import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('a resident signs in, speaks from home without a network, and finds it in their account, takes a copy and erases it all', async ({ page, context }) => {
  await page.goto(`${torilla.url}/oma/palautteet`);
  // the city has no broker here, so nothing leads to one
  await expect(page.getByRole('button', { name: 'Lähetä koodi' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tunnistaudu vahvasti' })).toHaveCount(0);
  await page.getByLabel('Sähköposti').fill('aino@example.fi');
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  const code = page.getByLabel('Kuusinumeroinen koodi');
  await expect(code).toBeVisible();
  await code.fill(await torilla.mailedCode());
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText('Tilissäsi ei ole vielä palautteita')).toBeVisible();

  await page.getByRole('link', { name: 'Anna palautetta' }).first().click();
  const form = page.getByRole('textbox', { name: 'Mitä haluat sanoa?' });
  await form.fill('Uimarannalle pukukoppi');
  // without a network the app is what its worker keeps
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('heading', { name: /Kiitos/ })).toBeVisible();
  const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole('main').innerText())![0];
  await page.getByRole('link', { name: /^Oma/ }).first().click();
  await page.getByRole('link', { name: 'Palautteet' }).click();
  await expect(page.getByRole('heading', { name: 'Tulossa tiliisi' })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Uimarannalle pukukoppi')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Tulossa tiliisi' })).toHaveCount(0);

  await page.getByRole('link', { name: 'Omat tiedot' }).click();
  await page.locator('summary', { hasText: 'Palautteet' }).click();
  await expect(page.getByText('Uimarannalle pukukoppi')).toBeVisible();
  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lataa tiedostona' }).click()]);
  const { data } = JSON.parse(await readFile(await copy.path(), 'utf8')) as { data: { class: string; records: Record<string, unknown>[] }[] };
  const held = (name: string) => data.find((one) => one.class === name)?.records;
  expect(held('resident')).toMatchObject([{ email: 'aino@example.fi' }]);
  expect(held('feedback')).toMatchObject([{ words: 'Uimarannalle pukukoppi' }]);

  await page.getByText('Sanatkin poistetaan').click();
  await page.getByRole('button', { name: 'Näytä, mitä poistetaan' }).click();
  await expect(page.getByRole('region', { name: 'Poistetaan' })).toContainText('Palautteet1');
  await expect(page.getByRole('region', { name: 'Jää ilman nimeäsi' })).toContainText('Lokimerkinnät');
  await page.getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Peruuta' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await expect(page.getByText('Tilisi on poistettu.').first()).toBeVisible();
  await page.goto(`${torilla.url}/oma/tiedot`);
  await expect(page.getByRole('heading', { name: 'Kirjaudu omaan tiliin' })).toBeVisible();
  // whoever has the receipt is told that it is gone, and nothing of what it was
  await page.goto(`${torilla.url}/kuitti#${receipt}`);
  await expect(page.getByRole('heading', { name: 'Poistettu' })).toBeVisible();
  await expect(page.getByText('pukukoppi')).toHaveCount(0);
  const desk = await torilla.ask<{ feedbackPage: { totalCount: number } }>(
    '{ feedbackPage { totalCount } }',
    {},
    await torilla.signIn('hallinta@torilla.example'),
  );
  expect(desk.feedbackPage.totalCount).toBe(0);
});

test('whoever opens how to answer a resident is seen by them and by the administrator, and the resident takes it all along and erases it', async ({
  page,
  browser,
}) => {
  await signIn(page, torilla, 'eeva@example.fi', 'RESIDENT');
  await page.goto(`${torilla.url}/oma/tiedot`);
  await expect(page.getByText('Kukaan ei ole avannut tietojasi.')).toBeVisible();
  await expect(page.getByText('Et ole antanut suostumuksia.')).toBeVisible();

  await page.goto(`${torilla.url}/palaute`);
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill('Laituri on liukas');
  await page.getByRole('button', { name: 'Haluan vastauksen' }).click();
  await page.getByLabel('Nimi').fill('Eeva Eloranta');
  await page.getByLabel('Sähköposti').fill('eeva@example.fi');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('region', { name: 'Missä viesti on nyt' })).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
  await page.goto(`${torilla.url}/oma/palautteet`);
  await expect(page.getByText('Laituri on liukas')).toBeVisible({ timeout: 30_000 });

  const desk = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  await signIn(desk, torilla, 'antti@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/palautteet`);
  await desk.getByText('Laituri on liukas').first().click();
  await desk.getByRole('button', { name: 'Vastaan asukkaalle' }).click();
  await expect(desk.getByText('eeva@example.fi').first()).toBeVisible();
  await desk.context().clearCookies();
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/katselut`);
  const look = desk.getByRole('row', { name: /Antti L\..*Vastasi asukkaalle/ });
  await expect(look).toHaveCount(1);
  await expect(desk.getByText('Eeva Eloranta')).toHaveCount(0);
  await desk.getByLabel('Työntekijä').selectOption({ label: 'Mirja K.' });
  await expect(desk.getByText('Ei katseluja näillä rajauksilla')).toBeVisible();
  await desk.getByLabel('Työntekijä').selectOption({ label: 'Antti L.' });
  await expect(look).toHaveCount(1);
  await desk.getByLabel('Asti').fill('1.1.2020');
  await expect(desk.getByText('Ei katseluja näillä rajauksilla')).toBeVisible();

  await page.goto(`${torilla.url}/oma/tiedot`);
  const looks = page.getByRole('region', { name: 'Kuka on katsonut tietojani' });
  await expect(looks).toContainText('Antti L.');
  await expect(looks).toContainText('Vastasi sinulle');
  const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lataa luettavana sivuna' }).click()]);
  const text = await readFile(await copy.path(), 'utf8');
  for (const words of ['Laituri on liukas', 'Eeva Eloranta', 'Antti L.', 'Peruste: suostumuksesi.']) expect(text).toContain(words);
  await page.getByRole('region', { name: 'Suostumukset' }).getByRole('button', { name: 'Peru suostumus' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Peru suostumus' }).click();
  await expect(page.getByRole('region', { name: 'Suostumukset' })).toContainText('peruttu');

  await page.getByRole('button', { name: 'Näytä, mitä poistetaan' }).click();
  await expect(page.getByRole('region', { name: 'Jää ilman nimeäsi' })).toContainText('Katselumerkinnät');
  await page.getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista tili lopullisesti' }).click();
  await expect(page.getByText('Tilisi on poistettu.').first()).toBeVisible();
  // the words stay, and whose they were is nowhere
  await desk.goto(`${torilla.url}/hallinta/palautteet`);
  await expect(desk.getByText('Laituri on liukas').first()).toBeVisible();
  await desk.context().close();
  const tables = await rowsOf<{ name: string }>(torilla.ownerUrl(), `select table_name as name from information_schema.tables where table_schema = 'public'`);
  for (const { name } of tables)
    expect(await rowsOf(torilla.ownerUrl(), `select t::text as text from "${name}" t where t::text ilike any(array['%eeva%', '%eloranta%'])`), name).toEqual(
      [],
    );
});
