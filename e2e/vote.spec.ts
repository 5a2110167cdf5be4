import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { rowsOf } from '../server/tools/postgres.ts';
import { axeIsSilent } from './axe.ts';
import { atTheBroker, startWithBroker, type BrokeredCity } from './broker.ts';
import { aBallot, openVoting } from './rounds.ts';
import type { Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
let city: BrokeredCity;
let roundId: string;
test.beforeAll(async () => {
  city = await startWithBroker({
    kaisa: { name: 'Kaisa Koivu', nationalIdentificationNumber: '020190-902D', municipalityCode: '075' },
    jean: { name: 'Jean Dupont', birthdate: '1988-03-04' },
  });
  torilla = city.torilla;
  ({ roundId } = await aBallot(torilla));
});
test.afterAll(() => city.stop());

const phone = { locale: 'fi-FI', viewport: { width: 390, height: 844 } };
const ballots = async () =>
  (
    await rowsOf<{ voters: number; ballots: string[] }>(
      torilla.ownerUrl(),
      `select (select count(*)::int from budget_voter) as voters, coalesce(json_agg((select p.title->>'fi' from budget_project p where p.id = (b.choices->0->>'id')::uuid)), '[]') as ballots from budget_ballot b`,
    )
  )[0]!;
const choose = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`${title}$`) });

test('a resident shows who they are, votes on a phone whose network fails, keeps the receipt, and changes their mind', async ({ browser }) => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  await page.goto(`${torilla.url}/budjetti/${roundId}/aanesta`);
  await expect(page.getByText('Äänestys ei ole vielä alkanut')).toBeVisible();
  await openVoting(torilla, roundId);
  await page.goto(`${torilla.url}/budjetti/${roundId}`);
  await page.getByRole('link', { name: 'Äänestä nyt' }).click();
  await page.getByRole('link', { name: 'Tunnistaudu ja äänestä' }).click();
  await atTheBroker(page, 'kaisa');
  await expect(page.getByText('Et ole vielä äänestänyt')).toBeVisible();
  const review = page.getByRole('button', { name: 'Tarkista ääni' });
  await expect(review).toBeDisabled();
  await choose(page, 'Kaksi penkkiä rantaraitille').click();
  await expect(page.getByText('1 hanke valittu · jäljellä 21 800 €')).toBeVisible();
  await expect(choose(page, 'Valot pulkkamäkeen')).toBeDisabled();
  // two side by side: one is chosen from there, and let go again
  for (const title of ['Marjapensaita puistoon', 'Valot pulkkamäkeen']) await page.getByRole('checkbox', { name: new RegExp(`^Vertaa.*${title}$`) }).check();
  await page.getByRole('button', { name: 'Vertaa 2 hanketta' }).click();
  const beside = page.getByRole('dialog', { name: 'Hankkeet rinnakkain' });
  await expect(beside.getByRole('row', { name: /^Hinta/ })).toContainText('1 500 €');
  await axeIsSilent(page, 'projects side by side');
  await beside.getByRole('button', { name: /^Valitse/ }).click();
  await beside.getByRole('button', { name: /^Valittu/ }).click();
  await beside.getByRole('button', { name: 'Takaisin äänestykseen' }).click();
  // what was filled in is there when the page comes again
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBeGreaterThan(0);
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(page.getByText('1 hanke valittu')).toBeVisible();

  await axeIsSilent(page, 'the ballot');
  await review.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Kaksi penkkiä rantaraitille')).toBeVisible();
  await axeIsSilent(page, 'the ballot once more');
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Anna ääni' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  expect(await ballots()).toEqual({ voters: 0, ballots: [] });
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Anna ääni' }).click();
  await expect(page.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeInViewport();
  await axeIsSilent(page, 'the receipt');
  expect(await ballots()).toEqual({ voters: 1, ballots: ['Kaksi penkkiä rantaraitille'] });
  await page.getByRole('button', { name: 'Tarkista, että ääni on mukana' }).click();
  await expect(page.getByText('Äänesi on mukana.')).toBeVisible();

  await page.getByRole('button', { name: 'Vaihda ääni' }).click();
  await expect(page.getByText('Uusi ääni tulee edellisen tilalle, kun annat sen')).toBeVisible();
  await choose(page, 'Valot pulkkamäkeen').click();
  await review.click();
  await dialog.getByRole('button', { name: 'Anna ääni' }).click();
  await expect(page.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeVisible();
  expect(await ballots()).toEqual({ voters: 1, ballots: ['Valot pulkkamäkeen'] });
  const code = await page.getByText(/^[0-9A-Z]{4}( [0-9A-Z]{2,4}){6}$/).innerText();

  // elsewhere the city knows that they have voted, and the code alone finds the ballot
  const other = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await other.goto(`${torilla.url}/budjetti/${roundId}/aanesta`);
  await other.getByRole('link', { name: 'Tunnistaudu ja äänestä' }).click();
  await atTheBroker(other, 'kaisa');
  await expect(other.getByRole('heading', { name: 'Kiitos, olet äänestänyt' })).toBeVisible();
  const typed = other.getByRole('textbox', { name: 'Äänesi tunniste' });
  await typed.fill(code.toLowerCase());
  await other.getByRole('button', { name: 'Tarkista, että ääni on mukana' }).click();
  await expect(other.getByText('Äänesi on mukana.')).toBeVisible();
  await typed.fill(code.replace(/^./, (letter) => (letter === '7' ? '8' : '7')));
  await other.getByRole('button', { name: 'Tarkista, että ääni on mukana' }).click();
  await expect(other.getByText('Tällä tunnisteella ei löydy ääntä.')).toBeVisible();
});

test('whoever the population register does not know as a resident is told how they may vote', async ({ browser }) => {
  await openVoting(torilla, roundId);
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto(`${torilla.url}/budjetti/${roundId}/aanesta`);
  await page.getByRole('link', { name: 'Tunnistaudu ja äänestä' }).click();
  await atTheBroker(page, 'jean');
  await expect(page.getByText('Et voi äänestää tällä kierroksella verkossa')).toBeVisible();
});

test('an officer counts the votes, sees the result, and confirms it; a resident counts them again on their own phone to the same, and reads what became of it', async ({
  browser,
}) => {
  const { roundId: counted } = await aBallot(torilla);
  await openVoting(torilla, counted);
  // none with as many as another: between those the order decides that was drawn
  const both = ['Marjapensaita puistoon', 'Kaksi penkkiä rantaraitille'];
  const wanted = [both, both, ['Marjapensaita puistoon'], ['Valot pulkkamäkeen']];
  for (const titles of wanted)
    await rowsOf(
      torilla.ownerUrl(),
      `insert into budget_ballot (id, round_id, area_id, choices, receipt_hash)
      select gen_random_uuid(), '${counted}', area_id, jsonb_agg(jsonb_build_object('id', id)), gen_random_uuid()::text from budget_project
      where round_id = '${counted}' and title->>'fi' in (${titles.map((title) => `'${title}'`).join(', ')}) group by area_id`,
    );
  await rowsOf(
    torilla.ownerUrl(),
    `update budget_round set voting_closes_at = now() - interval '1 second', count = '{"kind": "GREEDY", "leastVotes": 1}' where id = '${counted}'`,
  );
  await rowsOf(
    torilla.ownerUrl(),
    `insert into budget_voter (id, round_id, person, channel) select gen_random_uuid(), '${counted}', gen_random_uuid()::text, unnest(array['ONLINE', 'ONLINE', 'CODE', 'PAPER'])`,
  );
  const desk = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await desk.addInitScript(axe.source);
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/budjetti/${counted}`);
  const move = async (phase: string) => {
    await desk.getByRole('button', { name: `Seuraavaksi: ${phase}` }).click();
    await desk.getByRole('button', { name: 'Siirry vaiheeseen' }).click();
  };
  await move('Ääntenlaskenta');
  await desk.getByRole('button', { name: 'Laske äänet' }).waitFor();
  await move('Tulos vahvistetaan');
  await expect(desk.getByRole('dialog').getByText('Ääniä ei ole vielä laskettu.')).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Peruuta' }).click();
  await desk.getByRole('button', { name: 'Laske äänet' }).click();
  const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
  await expect(row(desk, 'Marjapensaita puistoon')).toContainText('Toteutetaan');

  await move('Tulos vahvistetaan');
  await expect(desk.getByRole('button', { name: 'Seuraavaksi: Toteutus' })).toBeVisible();
  await axeIsSilent(desk, 'the desk of a count');

  const page = await (await browser.newContext(phone)).newPage();
  await page.addInitScript(axe.source);
  await page.goto(`${torilla.url}/budjetti/${counted}`);
  const result = page.getByRole('region', { name: 'Tulos' });
  await expect(result).toContainText('4 asukasta äänesti.');
  await expect(row(page, 'Kaksi penkkiä rantaraitille')).toContainText('Toteutetaan');
  await expect(row(page, 'Valot pulkkamäkeen')).toContainText('Kun sen vuoro tuli, rahaa oli jäljellä vain');
  await result.getByRole('button', { name: 'Laske itse uudelleen' }).click();
  await expect(result.getByText('Laitteesi laski saman tuloksen.').first()).toBeVisible();
  await expect(result.getByText('Laitteesi sai toisen tuloksen.')).toHaveCount(0);
  await axeIsSilent(page, 'the result');
  const download = page.waitForEvent('download');
  await result.getByRole('button', { name: 'Lataa äänet tiedostona' }).click();
  expect((await download).suggestedFilename()).toBe('2027-1.pb');
  await expect(row(page, 'Verkossa tunnistautuneena')).toContainText('2');
  // what another rule would have come to, beside the result that stands
  await result.getByRole('link', { name: 'Entä jos olisi laskettu toisin' }).click();
  await expect(page.getByText('4 äänesti, rahaa 25 000 €.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Yhtä suurin osuuksin' }).click();
  await expect(page.getByText('Tällä tavalla toteutettaisiin 2 hanketta', { exact: false })).toBeVisible();
  await expect(row(page, 'Valot pulkkamäkeen').getByRole('cell').last()).toHaveText('–');
  await axeIsSilent(page, 'what another rule would have come to');

  // what was voted for is built, and everybody reads how far it is, until the round is closed
  await move('Toteutus');
  const work = (on: Page) => on.getByRole('region', { name: 'Mitä äänestetyistä on tullut' });
  await expect(work(desk)).toContainText('Valmiina 0 / 2 hankkeesta.');
  await work(desk).getByRole('button', { name: 'Kerro etenemisestä' }).first().click();
  await work(desk).getByRole('combobox', { name: 'Missä mennään' }).selectOption('DONE');
  await work(desk).getByRole('textbox', { name: 'Käytetty tähän mennessä, euroa' }).fill('paljon');
  await work(desk).getByRole('button', { name: 'Julkaise' }).click();
  await expect(work(desk).getByText('Anna summa euroina, esimerkiksi 1 250,50.')).toBeVisible();
  await expect(work(desk).getByText('Kirjoita suomeksi, mitä on tehty.')).toBeVisible();
  await axeIsSilent(desk, 'telling how far a project is');
  await work(desk).getByRole('textbox', { name: 'Käytetty tähän mennessä, euroa' }).fill('1 450,50');
  await work(desk).getByRole('textbox', { name: 'Suomeksi' }).fill('Pensaat on istutettu talkoissa.');
  await work(desk).getByRole('button', { name: 'Julkaise' }).click();
  await expect(work(desk)).toContainText('Valmiina 1 / 2 hankkeesta.');
  // residents help at an event of the calendar
  await work(desk).getByText('Kuvat (0) ja talkoopäivät (0)').first().click();
  await work(desk).getByRole('combobox', { name: 'Tapahtuma, jossa asukkaat auttavat' }).first().selectOption({ index: 1 });
  await work(desk).getByRole('button', { name: 'Lisää talkoopäivä' }).first().press('Enter');
  await expect(work(desk).getByText('Kuvat (0) ja talkoopäivät (1)')).toBeVisible();
  await axeIsSilent(desk, 'days on which residents help');
  const helper = await (await browser.newContext(phone)).newPage();
  await helper.goto(`${torilla.url}/budjetti/${counted}?talkoot`);
  await expect(work(helper).getByText('Tule auttamaan')).toBeVisible();
  await work(helper).getByRole('link').first().click();
  await expect(helper).toHaveURL(/\/tapahtumat\//);
  await move('Päättynyt');
  await expect(work(desk).getByRole('button', { name: 'Kerro etenemisestä' })).toHaveCount(0);
  const later = await (await browser.newContext(phone)).newPage();
  await later.addInitScript(axe.source);
  await later.goto(`${torilla.url}/budjetti/${counted}?myohemmin`);
  await expect(work(later)).toContainText('Pensaat on istutettu talkoissa.');
  await expect(work(later)).toContainText('Käytetty 1 450,50 €, arvioitu hinta 1 500 €');
  await axeIsSilent(later, 'what became of what was voted for');
});

test('anybody counts a file of their own, wherever it is from, and hears on which line it is wrong', async ({ browser }) => {
  const page = await (await browser.newContext(phone)).newPage();
  await page.addInitScript(axe.source);
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.postData() ?? ''));
  await page.goto(`${torilla.url}/budjetti/laske`);
  const choose = (name: string, text: string) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const file = (votes: number) =>
    `META\nkey;value\nnum_projects;2\nnum_votes;${votes}\nbudget;100\nvote_type;approval\ncurrency;PLN\nPROJECTS\nproject_id;cost;name\na;80;Altana\nb;40;Bursztyn\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n3;a\n`;
  await choose('wrong.pb', file(4));
  await expect(page.getByRole('alert')).toHaveText('Rivi 4: num_votes on 4, mutta niitä on 3.');
  await choose('warszawa.pb', `\uFEFF${file(3).replaceAll('\n', '\r\n')}`);
  await expect(page.getByText('3 äänesti, rahaa 100 PLN. Tällä tavalla toteutettaisiin 1 hanketta, yhteensä 80 PLN.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Altana' })).toContainText('Toteutetaan');
  await axeIsSilent(page, 'a count of a file');
  await choose('empty.pb', '');
  await expect(page.getByRole('alert')).toContainText('puuttuu');
  expect(asked.join()).not.toContain('Altana');
});
