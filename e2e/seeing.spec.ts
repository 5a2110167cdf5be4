import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
test.beforeAll(async () => {
  torilla = await startTorilla();
  torilla.command(['seed', '--demo']);
});
test.afterAll(() => torilla.stop());

test('the numbers are seen, opened as a query, taken along and asked anew; nobody else is asked for anything', async ({ page, context }) => {
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(torilla.url)) elsewhere.push(request.url());
  });
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/tilastot`);
  await expect(page.getByRole('main').getByText('3 000', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Yksikkö' }).selectOption({ label: 'Viherpalvelut' });
  await expect(page).toHaveURL(/yksikko=green-services/);
  await expect(page.getByRole('main').getByText('3 000', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Alue', exact: true }).click();
  await expect(page.locator('.leaflet-container .point').first()).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /^Avaa GraphQL-kyselynä ?, Aiheet ajassa$/ }).click();
  const graphiql = await opened;
  await expect(graphiql.locator('.graphiql-query-editor')).toContainText('feedbackStatistics');
  await expect(graphiql.locator('.graphiql-editor-tool')).toContainText('green-services');
  await graphiql.getByRole('button', { name: /Execute query/ }).click();
  await expect(graphiql.locator('.graphiql-response')).toContainText('"period"');
  await graphiql.close();

  // the list goes along as it stands; what breaks on the way is told and not saved
  await page.getByRole('link', { name: 'Keskusta' }).click();
  await expect(page).toHaveURL(/palautteet\?.*alue=keskusta/);
  await page.getByRole('button', { name: 'Vie taulukkona' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Viherpalvelut');
  await page.route('**/vienti/*', (route) => route.abort());
  await dialog.getByRole('button', { name: 'Tallenna tiedosto' }).click();
  await expect(dialog.getByRole('alert')).toContainText('katkesi kesken');
  await page.unroute('**/vienti/*');
  await dialog.getByRole('button', { name: 'Myös yhteystiedot' }).click();
  await dialog.getByRole('button', { name: 'Tallenna tiedosto' }).click();
  await expect(dialog.getByText('Valitse syy.')).toBeVisible();
  await dialog.getByLabel('Miksi tarvitset yhteystiedot?').selectOption({ label: 'Vastaan asukkaalle' });
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Tallenna tiedosto' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^palautteet-.*\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/;Puhelin$/);
  expect(lines.at(-1)).toMatch(/^Rivejä yhteensä;\d+$/);

  // a ready question answers where it stands, and is kept, shared, removed and brought back
  await page.goto(`${torilla.url}/hallinta/kyselyt`);
  await page.getByRole('searchbox', { name: 'Hae kysymyksistä' }).fill('yksiköittäin');
  await page.getByRole('button', { name: /^Näytä vastaus ?, Päivät vastaukseen yksiköittäin$/ }).click();
  await expect(page.getByRole('region', { name: 'feedbackStatistics' })).toContainText('Viherpalvelut');
  await page.getByRole('button', { name: /^Tallenna omaksi ?, Päivät vastaukseen yksiköittäin$/ }).click();
  const query = page.getByRole('dialog').getByLabel('Kysely', { exact: true });
  const whole = await query.inputValue();
  await query.fill(whole.replace('p90Days', 'kengannumero'));
  await page.getByRole('dialog').getByRole('button', { name: 'Jaa työtovereille' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('kengannumero');
  await query.fill(whole);
  await page.getByRole('dialog').getByRole('button', { name: 'Tallenna', exact: true }).click();
  await expect(page.getByText('Jakanut Hanna P.')).toBeVisible();
  await page.getByRole('button', { name: /^Poista ?, Päivät vastaukseen yksiköittäin$/ }).click();
  await expect(page.getByText('Ei tallennettuja kyselyitä')).toBeVisible();
  await page.getByRole('button', { name: 'Palauta' }).click();
  await expect(page.getByText('Jakanut Hanna P.')).toBeVisible();

  // everybody sees the year, and events on a map that narrows the list
  await page.goto(`${torilla.url}/tapahtumat?nakyma=kartta`);
  await page.locator('.leaflet-container .point').first().click();
  await expect(page.getByRole('button', { name: 'Vain Keskusta' })).toBeVisible();
  await context.clearCookies();
  await page.goto(`${torilla.url}/tilastot`);
  await expect(page.getByRole('heading', { level: 1, name: 'Palautteet lukuina' })).toBeVisible();
  await expect(page.getByText('Mikään luku ei kerro yksittäisestä ihmisestä')).toBeVisible();
  expect(elsewhere).toEqual([]);
});
