import { expect, test, type Page } from '@playwright/test';
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

const field = (page: Page, n: number) => page.getByRole('textbox', { name: `Lippu ${n} / 4` });
async function type(page: Page, n: number, line: string) {
  await field(page, n).fill(line);
  await page.keyboard.press('Enter');
}

test('paper ballots are printed, entered twice with the keyboard, compared, settled and signed; then they are votes', async ({ page, browser }) => {
  await page.addInitScript(axe.source);
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/budjetti/${roundId}`);
  await page.getByRole('link', { name: 'Paperiliput' }).click();
  await page.getByRole('link', { name: 'Tulosta äänestyslippu' }).click();
  const sheet = page.getByRole('article', { name: 'Keskusta' });
  await expect(sheet.getByRole('listitem').nth(1)).toContainText('Valot pulkkamäkeen');
  await expect(sheet).toContainText('Rahaa on 25 000 €.');
  // an area each on a page of its own
  expect([...(await page.pdf({ preferCSSPageSize: true })).toString('latin1').matchAll(/\/Type ?\/Page\b/g)].length).toBe(2);
  await page.goBack();
  await page.getByRole('textbox', { name: 'Mistä liput ovat' }).fill('Kirjasto');
  await page.getByRole('button', { name: 'Aloita syöttäminen' }).click();
  await expect(page.getByText('Anna luku 1–500.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Kuinka monta lippua' }).fill('4');
  await page.keyboard.press('Enter');

  await type(page, 1, '1 2');
  await expect(page.getByText('Hankkeet maksavat enemmän kuin rahaa on.')).toBeVisible();
  await type(page, 1, '1 9');
  await expect(page.getByText('Tätä ei ole lipulla: 9')).toBeVisible();
  await field(page, 1).fill('1 3');
  await expect(page.getByText('Kaksi penkkiä rantaraitille, Marjapensaita puistoon · 4 700 €')).toBeVisible();
  await axeIsSilent(page, 'a ballot as it is entered');
  await page.keyboard.press('Enter');
  await type(page, 2, '2');
  await type(page, 3, '-');
  await page.getByRole('button', { name: 'Hylätty' }).click();
  await expect(page.getByText('Olet syöttänyt kaikki liput.')).toBeVisible();
  await expect(page.getByText('Toinen syöttää saman nipun vielä kerran.')).toBeVisible();

  const other = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(other, torilla, 'antti@torilla.example');
  await other.goto(page.url());
  await expect(other.getByText('Syötä liput, 2. kerta')).toBeVisible();
  await expect(other.getByRole('list', { name: 'Syötetyt liput' })).toHaveCount(0);
  for (const [at, line] of ['3 1', '3', '-', 'x'].entries()) await type(other, at + 1, line);
  await expect(other.getByRole('heading', { name: '1 lippu on syötetty eri tavoin' })).toBeVisible();
  await expect(other.getByText('1 ero on vielä ratkaisematta.')).toBeVisible();
  await other.getByRole('button', { name: /: 2$/ }).click();
  await expect(other.getByText('Ratkaistu: 2')).toBeVisible();
  await other.getByRole('button', { name: 'Allekirjoita nippu' }).click();
  await other.getByRole('alertdialog').or(other.getByRole('dialog')).getByRole('button', { name: 'Allekirjoita nippu' }).click();
  await expect(other.getByText('Nippu on allekirjoitettu', { exact: false }).first()).toBeVisible();
  expect(
    await rowsOf(
      torilla.ownerUrl(),
      `select (select count(*)::int from budget_voter where channel = 'PAPER') as voters, (select count(*)::int from budget_ballot) as ballots`,
    ),
  ).toEqual([{ voters: 2, ballots: 2 }]);
  // the first sees it by themself
  await expect(page.getByText('Nippu on allekirjoitettu', { exact: false }).first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Paperiliput' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Kirjasto' })).toContainText('Allekirjoitettu');
});
