import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { rowsOf } from '../server/tools/postgres.ts';
import { axeIsSilent } from './axe.ts';
import { aBallot, openVoting } from './rounds.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
let roundId: string;
test.beforeAll(async () => {
  torilla = await startTorilla();
  ({ roundId } = await aBallot(torilla));
  await openVoting(torilla, roundId);
});
test.afterAll(() => torilla.stop());

const shown = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g;

test('an officer prints codes that are nowhere else; a resident votes by one, typed or scanned, without signing in, and once', async ({ page, browser }) => {
  await page.addInitScript(axe.source);
  // the dialog of the browser's own print would hold the page
  await page.addInitScript(() => (window.print = () => undefined));
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/budjetti/${roundId}`);
  await page.getByRole('link', { name: 'Tee äänestyskoodeja' }).click();
  await page.getByRole('textbox', { name: 'Kuinka monta' }).fill('9');
  await page.getByRole('button', { name: 'Tee koodit' }).click();
  await expect(page.getByText('Kirjoita, missä koodit jaetaan.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Missä koodit jaetaan' }).fill('Kirjasto');
  await page.keyboard.press('Enter');
  await expect(page.getByText('9 koodia on tehty.')).toBeVisible();
  await axeIsSilent(page, 'codes to be printed');
  const codes = (await page.locator('main').innerText()).match(shown)!;
  expect(new Set(codes).size).toBe(9);
  const pagesOf = async () => [...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/Type ?\/Page\b/g)].length;
  expect(await pagesOf()).toBe(2);
  await page.getByRole('button', { name: 'Kirjeet' }).click();
  expect(await pagesOf()).toBe(9);
  // whoever leaves before they are on paper is asked
  await page.getByRole('link', { name: 'Valmis' }).click();
  await page.getByRole('button', { name: 'Jää tulostamaan' }).click();
  await page.getByRole('button', { name: 'Tulosta tai tallenna PDF' }).click();
  await page.getByRole('link', { name: 'Valmis' }).click();
  await expect(page.getByText('0 / 9 käytetty')).toBeVisible();
  const [{ kept } = { kept: '' }] = await rowsOf<{ kept: string }>(torilla.ownerUrl(), 'select json_agg(c)::text as kept from budget_code c');
  expect(JSON.parse(kept)).toHaveLength(9);
  for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));

  const resident = await (await browser.newContext({ locale: 'fi-FI', viewport: { width: 390, height: 844 } })).newPage();
  await resident.addInitScript(axe.source);
  await resident.goto(`${torilla.url}/budjetti/${roundId}/aanesta`);
  const field = resident.getByRole('textbox', { name: 'Äänestyskoodi' });
  const [first, second] = [codes[0]!, codes[1]!];
  await field.fill(first.slice(0, -1) + (first.endsWith('A') ? 'B' : 'A'));
  await field.press('Enter');
  await expect(resident.getByText('Koodissa on kirjoitusvirhe. Tarkista se paperista.')).toBeVisible();
  await axeIsSilent(resident, 'a code that was mistyped');
  await field.fill(first.toLowerCase().replaceAll('-', ' '));
  await field.press('Enter');
  await expect(resident.getByText('Et ole vielä äänestänyt')).toBeVisible();
  await resident.getByRole('button', { name: /Kaksi penkkiä rantaraitille$/ }).click();
  await resident.getByRole('button', { name: 'Tarkista ääni' }).click();
  await resident.getByRole('button', { name: 'Anna ääni' }).click();
  await expect(resident.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeVisible();
  expect(await rowsOf(torilla.ownerUrl(), 'select channel from budget_voter')).toEqual([{ channel: 'CODE' }]);

  // the camera brings the code behind the address, where it does not stay
  const other = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await other.goto(`${torilla.url}/budjetti/${roundId}/aanesta#${first.replaceAll('-', '')}`);
  await expect(other.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeVisible();
  expect(new URL(other.url()).hash).toBe('');

  // a bundle that was lost
  await page.reload();
  await expect(page.getByText('1 / 9 käytetty')).toBeVisible();
  await page.getByRole('button', { name: 'Mitätöi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mitätöi' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Kirjasto' })).toContainText('Mitätöity');
  const late = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await late.goto(`${torilla.url}/budjetti/${roundId}/aanesta`);
  await late.getByRole('textbox', { name: 'Äänestyskoodi' }).fill(second);
  await late.getByRole('button', { name: 'Äänestä koodilla' }).click();
  await expect(late.getByText('Koodi on mitätöity. Pyydä uusi sieltä, mistä sait sen.')).toBeVisible();
  await late.getByRole('button', { name: 'Kirjoita toinen koodi' }).click();
  await expect(late.getByRole('textbox', { name: 'Äänestyskoodi' })).toBeVisible();
});
