import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

const open = (page: Page, path: string) => page.goto(torilla.url + path);
/** Captures words with no network, as at the square. */
async function sayOffline(context: BrowserContext, page: Page, ...words: string[]): Promise<void> {
  await context.setOffline(true);
  await open(page, '/kentta/tallenna');
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  for (const one of words) {
    await form.fill(one);
    await page.getByRole('button', { name: /^Tallenna/ }).click();
    await expect(form).toHaveValue('');
  }
}
const said = async (words: string): Promise<number> =>
  (await rowsOf<{ words: string }>(torilla.ownerUrl(), 'select words from feedback')).filter((row) => row.words === words).length;

test('what a tablet with a broken radio holds is delivered by another, and once even when the radio is mended', async ({ context, page, browser }) => {
  const words = ['radio meni rikki torilla', 'tämäkin jäi laitteelle'];
  await prepareTablet(torilla, page, torilla.url);
  await sayOffline(context, page, ...words);
  await open(page, '/kentta/lahetykset');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tallenna tiedostoksi' }).click();
  const file = await (await download).path();

  const other = await browser.newContext({ locale: 'fi-FI' });
  const second = await other.newPage();
  await prepareTablet(torilla, second, torilla.url);
  await open(second, '/kentta/lahetykset');
  const choose = second.locator('input[type="file"]');
  await choose.setInputFiles({ name: 'jono.torilla', mimeType: 'application/x-torilla-outbox', buffer: Buffer.from('ei ole jono') });
  await expect(second.getByText('Tiedosto ei ole Torillan lähetystiedosto.')).toBeVisible();
  for (let times = 0; times < 2; times++) {
    await choose.setInputFiles(file);
    await expect(second.getByText('toiselta laitteelta')).toHaveCount(2);
    for (const one of words) await expect.poll(() => said(one)).toBe(1);
  }
  await context.setOffline(false);
  await expect(page.getByText('Kaikki on kaupungilla.')).toBeVisible();
  for (const one of words) expect(await said(one)).toBe(1);
  await other.close();
});

test('a tablet that was taken out of use loses nothing, and says so where its people look', async ({ context, page }) => {
  await prepareTablet(torilla, page, torilla.url);
  await sayOffline(context, page, 'sanottu ennen kuin laite poistettiin');
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const { devices } = await torilla.ask<{ devices: { nodes: { id: string }[] } }>('{ devices(first: 1) { nodes { id } } }', {}, cookie);
  await torilla.ask('mutation ($id: ID!) { revokeDevice(id: $id) { id } }', { id: devices.nodes[0]!.id }, cookie);
  await context.setOffline(false);
  await open(page, '/kentta/lahetykset');
  await expect(page.getByText('Laite on estetty.').first()).toBeVisible();
  await open(page, '/kentta/valmius');
  await expect(page.getByText('1 asia on korjattava')).toBeVisible();
  const { inboxItems } = await torilla.ask<{ inboxItems: { nodes: { reason: string }[] } }>('{ inboxItems { nodes { reason } } }', {}, cookie);
  expect(inboxItems.nodes).toEqual([{ reason: 'device-revoked' }]);
});
