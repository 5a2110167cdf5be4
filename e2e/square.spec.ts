import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { randomUUID } from 'node:crypto';
import { newVoterCode, shownCode, voterCodeHash } from '../schema/src/budget/code.ts';
import { shownReceipt } from '../schema/src/budget/receipt.ts';
import { rowsOf } from '../server/tools/postgres.ts';
import { axeIsSilent } from './axe.ts';
import { pad, prepareTablet, sendAll, typePin } from './faults/field.ts';
import { dump } from './kept.ts';
import { aBallot, openVoting } from './rounds.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
let roundId: string;
const code = newVoterCode();
const PIN = '2580';
const NUMBER = '010390-903D';
test.beforeAll(async () => {
  torilla = await startTorilla();
  ({ roundId } = await aBallot(torilla));
  await openVoting(torilla, roundId);
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const input = { id: randomUUID(), roundId, place: 'Kirjasto', hashes: [await voterCodeHash(roundId, code)] };
  await torilla.ask('mutation ($input: MakeCodesInput!) { makeVoterCodes(input: $input) { id } }', { input }, cookie);
  await torilla.ask('mutation ($input: SetPinInput!) { setPin(input: $input) }', { input: { pin: PIN } }, await torilla.signIn('mirja@torilla.example'));
});
test.afterAll(() => torilla.stop());

const give = (page: Page) => page.getByRole('button', { name: 'Anna laite äänestäjälle' });
const thanks = (page: Page) => page.getByRole('heading', { name: 'Kiitos, olet äänestänyt' });
const number = (page: Page) => page.getByRole('textbox', { name: 'Henkilötunnus' });
const choose = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`${title}$`) });

async function vote(page: Page, ...titles: string[]): Promise<string> {
  for (const title of titles) await choose(page, title).click();
  await page.getByRole('button', { name: 'Tarkista ääni' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Anna ääni' }).click();
  await expect(thanks(page)).toBeFocused();
  return (await page.getByText(/^[0-9A-Z]{4}( [0-9A-Z]{2,4}){6}$/).innerText()).replaceAll(' ', '');
}
async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Palauta työntekijälle' }).click();
  await typePin(page, PIN);
  await expect(pad(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Äänestys' })).toBeVisible();
}

test('residents vote at the square without a network, by a card and by a code; the tablet keeps nothing of it, and the city counts each right once', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000);
  await page.addInitScript(axe.source);
  await prepareTablet(torilla, page, torilla.url, { pin: PIN });
  await context.setOffline(true);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await page.getByRole('link', { name: 'Äänestys' }).click();
  await page.getByRole('button', { name: 'Henkilöllisyystodistus' }).click();
  await give(page).click();
  await expect(page.getByText('Kirjoita henkilötunnus.')).toBeVisible();
  await expect(number(page)).toBeFocused();
  await number(page).fill(NUMBER.replace('D', 'E'));
  await expect(page.getByText('Henkilötunnuksessa on kirjoitusvirhe.')).toBeVisible();
  await number(page).fill('020419A900E');
  await expect(page.getByText('Tällä kierroksella äänestävät 8 vuotta täyttäneet.')).toBeVisible();
  await number(page).fill(NUMBER.toLowerCase());
  await give(page).click();
  await expect(page.getByText('Katso todistus ja kysy')).toBeVisible();
  await axeIsSilent(page, 'who votes');
  await page.getByRole('checkbox').press('Space');
  await give(page).click();

  // in the voter's hands there is their ballot, and nothing else
  await expect(page.getByRole('heading', { name: 'Äänestä' })).toBeVisible();
  await axeIsSilent(page, 'the ballot on the tablet');
  await expect(page.getByRole('banner')).toHaveCount(0);
  const receipt = await vote(page, 'Valot pulkkamäkeen');
  await expect(page.getByText('vain tällä laitteella', { exact: false }).first()).toBeVisible();
  await axeIsSilent(page, 'the receipt on the tablet');
  await page.getByRole('button', { name: 'Valmis' }).click();
  await expect(page.getByRole('heading', { name: 'Anna laite takaisin työntekijälle' })).toBeFocused();
  const kept = await dump(page);
  for (const secret of [NUMBER, NUMBER.toLowerCase(), receipt, shownReceipt(receipt)]) expect(kept).not.toContain(secret);
  await page.goto(`${torilla.url}/kentta/lahetykset`);
  await expect(page.getByRole('heading', { name: 'Anna laite takaisin työntekijälle' })).toBeVisible();
  await takeBack(page);

  // the same code twice: the tablet cannot know, the city does
  for (const title of ['Marjapensaita puistoon', 'Kaksi penkkiä rantaraitille']) {
    await page.getByRole('textbox', { name: 'Äänestyskoodi' }).fill(shownCode(code));
    await page.keyboard.press('Enter');
    await vote(page, title);
    await takeBack(page);
  }
  await context.setOffline(false);
  await sendAll(page, torilla.url);
  await expect(page.getByText('Ääni').first()).toBeVisible();
  const rows = await rowsOf<{ titles: string }>(
    torilla.ownerUrl(),
    `select string_agg(p.title->>'fi', ',' order by p.title->>'fi') as titles from budget_ballot b, jsonb_array_elements(b.choices) c join budget_project p on p.id = (c->>'id')::uuid`,
  );
  expect(rows[0]!.titles).toBe('Marjapensaita puistoon,Valot pulkkamäkeen');
  expect(await rowsOf(torilla.ownerUrl(), `select distinct sealed, state from inbox_item`)).toEqual([{ sealed: '', state: 'ACCEPTED' }]);

  // what they photographed shows at home that their ballot is there
  const home = await (await browser.newContext({ locale: 'fi-FI', viewport: { width: 390, height: 844 } })).newPage();
  await home.goto(`${torilla.url}/budjetti/${roundId}/aanesta#${receipt}`);
  await expect(home).toHaveURL(`${torilla.url}/budjetti/${roundId}/aanesta`);
  await home.getByRole('button', { name: 'Tarkista, että ääni on mukana' }).click();
  await expect(home.getByText('Äänesi on mukana.')).toBeVisible();

  const desk = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await desk.addInitScript(axe.source);
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/budjetti/${roundId}`);
  const away = desk.getByRole('region', { name: 'Tabletilta tulleet äänet, joita ei lasketa' });
  await expect(away.getByText('1 ääni')).toBeVisible();
  await expect(away.getByText('oikeus oli jo käytetty')).toBeVisible();
});

test('a voter who walks away leaves nothing behind', async ({ page }) => {
  await prepareTablet(torilla, page, torilla.url, { pin: PIN });
  await page.goto(`${torilla.url}/kentta/aanestys`);
  await page.getByRole('textbox', { name: 'Äänestyskoodi' }).fill(code);
  await page.clock.install();
  await give(page).click();
  await choose(page, 'Valot pulkkamäkeen').click();
  await page.clock.runFor(241_000);
  await expect(page.getByRole('alert').getByText('Ääni unohdetaan')).toBeVisible();
  await page.clock.runFor(31_000);
  await expect(page.getByRole('heading', { name: 'Anna laite takaisin työntekijälle' })).toBeVisible();
});
