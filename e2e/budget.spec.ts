import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { rowsOf } from '../server/tools/postgres.ts';
import { axeIsSilent } from './axe.ts';
import { prepareTablet } from './faults/field.ts';
import { aBallot, aRound, someIdeas } from './rounds.ts';
import { signIn } from './walk.ts';
import { startTorilla, type Torilla } from './torilla.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

/** What is told in passing, as it is seen: it is read out beside. */
const told = (page: Page, words: string) => page.getByRole('region', { name: 'Ilmoitus' }).getByText(words);

test('a round is planned, what is wrong is said where it is, and residents read its rules once ideas are open', async ({ page }) => {
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/budjetti`);
  await expect(page.getByText('Kierroksia ei ole vielä')).toBeVisible();
  await page.getByRole('link', { name: 'Uusi kierros' }).click();
  const name = page.getByRole('group', { name: 'Kierroksen nimi' }).getByRole('textbox', { name: 'Suomeksi' });
  const save = page.getByRole('button', { name: 'Tallenna' });
  await save.click();
  await expect(page.getByText('Korjaa merkityt kohdat. Mitään ei ole vielä tallennettu.')).toBeVisible();
  await expect(name).toBeFocused();

  await name.fill('Haminan budjetti 2027');
  await page.getByRole('combobox', { name: 'Yksikkö' }).selectOption({ label: 'Viherpalvelut' });
  await page.getByRole('textbox', { name: 'Minkä vuoden raha' }).fill('2027');
  await page.getByRole('textbox', { name: 'Rahaa euroina' }).fill('50 000');
  const ideas = page.getByRole('group', { name: 'Ideat', exact: true });
  await ideas.getByRole('textbox', { name: 'Alkaa' }).fill('1.11.2026');
  await ideas.getByRole('textbox', { name: 'Päättyy' }).fill('31.12.2026');
  const screening = page.getByRole('group', { name: 'Ideoiden arviointi' });
  await screening.getByRole('textbox', { name: 'Alkaa' }).fill('15.12.2026');
  await expect(page.getByText('Vaiheet menevät päällekkäin tai väärään järjestykseen.')).toBeVisible();
  await screening.getByRole('textbox', { name: 'Alkaa' }).fill('1.1.2027');
  await page.getByRole('combobox', { name: 'Miten lasketaan' }).selectOption({ label: 'Yhtä suurin osuuksin' });
  await expect(page.getByText('Näin pienempikin ryhmä saa osansa.')).toBeVisible();
  await save.click();
  await expect(told(page, 'Kierros on tallessa.')).toBeVisible();

  await page.getByRole('button', { name: 'Seuraavaksi: Ideat' }).click();
  await expect(page.getByRole('dialog').getByText('asukkaat voivat ehdottaa')).toBeVisible();
  await page.getByRole('button', { name: 'Siirry vaiheeseen' }).click();
  await expect(told(page, 'Kierros on nyt vaiheessa Ideat.')).toBeVisible();
  // the ballot is two phases away, and asks for what is not known yet before it may come
  await expect(page.getByRole('button', { name: 'Seuraavaksi: Ideoiden arviointi' })).toBeVisible();
  await page.getByRole('link', { name: 'Katso, mitä asukkaat näkevät' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Haminan budjetti 2027' })).toBeVisible();
  await expect(page.getByText('1.11.2026–31.12.2026')).toBeVisible();
});

test('an idea that is written without a network is everybody’s to read when it is back; one that tells who somebody is waits for an officer, who covers it', async ({
  browser,
}) => {
  const id = await aRound(torilla);
  const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${torilla.url}/budjetti/${id}`);
  await page.getByRole('link', { name: 'Ehdota ideaa' }).click();
  const title = page.getByRole('textbox', { name: 'Idea muutamalla sanalla' });
  const words = page.getByRole('textbox', { name: 'Mitä pitäisi tehdä ja miksi?' });
  const send = page.getByRole('button', { name: 'Lähetä idea' });
  await send.click();
  await expect(page.getByText('Kerro idea muutamalla sanalla.')).toBeVisible();
  await expect(title).toBeFocused();
  await title.fill('Penkkejä rantaraitille');
  await expect(page.getByText('Kerro idea muutamalla sanalla.')).toHaveCount(0);
  await words.fill('Kävelijät tarvitsevat paikan levätä.');
  // what was begun is there after looking elsewhere
  await page.getByRole('link', { name: 'Haminan budjetti 2027' }).click();
  await page.getByRole('link', { name: 'Ehdota ideaa' }).click();
  await expect(words).toHaveValue('Kävelijät tarvitsevat paikan levätä.');
  await context.setOffline(true);
  await send.click();
  await expect(page.getByRole('heading', { name: 'Kiitos ideasta!' })).toBeVisible();
  await expect(page.getByText('vain tällä laitteella')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('kaupunki on vastaanottanut')).toBeVisible();

  await page.getByRole('button', { name: 'Ehdota toista' }).click();
  await title.fill('Penkeja rantaraitille');
  await expect(page.getByText('Joku on jo ehdottanut tällaista:')).toBeVisible();
  await title.fill('Koirapuisto Poitsilaan');
  await words.fill('Soittakaa 040 123 4567, niin näytän paikan.');
  await send.click();
  await expect(page.getByText('kaupunki on vastaanottanut')).toBeVisible();
  await page.getByRole('link', { name: 'Katso ideat' }).click();
  await expect(page.getByRole('heading', { name: 'Penkkejä rantaraitille' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Koirapuisto Poitsilaan' })).toHaveCount(0);

  const desk = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/budjetti/${id}`);
  await desk.getByRole('button', { name: /^Peitä henkilötiedot ja näytä.*Koirapuisto Poitsilaan$/ }).click();
  await expect(desk.getByText('Mikään idea ei odota')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Koirapuisto Poitsilaan' })).toBeVisible();
  await expect(page.getByText('040 123 4567')).toHaveCount(0);
});

test('officers make a project of ideas that are one thing, say why another does not go on, and publish the ballot that residents read', async ({ page }) => {
  const id = await aRound(torilla);
  await someIdeas(torilla, id, 'Penkkejä rantaraitille', 'Levähdyspaikka raitille', 'Uimahalli keskustaan');
  await signIn(page, torilla, 'hallinta@torilla.example');
  await page.goto(`${torilla.url}/hallinta/budjetti/${id}`);
  const move = async (phase: string) => {
    await page.getByRole('button', { name: `Seuraavaksi: ${phase}` }).click();
    await page.getByRole('button', { name: 'Siirry vaiheeseen' }).click();
  };
  await move('Ideoiden arviointi');
  await expect(page.getByRole('button', { name: 'Seuraavaksi: Kustannukset lasketaan' })).toBeVisible();
  await page.getByRole('button', { name: 'Käsittelemättä' }).click();
  await page.getByRole('button', { name: /^Ei etene äänestykseen.*Uimahalli keskustaan$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ei etene äänestykseen' }).click();
  await expect(dialog.getByText('Kerro syy.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Suomeksi' }).fill('Uimahalli maksaa enemmän kuin rahaa on.');
  await dialog.getByRole('button', { name: 'Ei etene äänestykseen' }).click();
  await expect(told(page, 'Perustelu näkyy kaikille.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Uimahalli keskustaan' })).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Penkkejä rantaraitille' }).check();
  await page.getByRole('checkbox', { name: 'Levähdyspaikka raitille' }).check();
  await page.getByRole('link', { name: 'Tee hanke' }).click();
  const name = page.getByRole('group', { name: 'Hankkeen nimi' }).getByRole('textbox', { name: 'Suomeksi' });
  await expect(name).toHaveValue(/raitille$/);
  await expect(page.getByRole('checkbox', { name: 'Levähdyspaikka raitille' })).toBeChecked();
  await name.fill('');
  await page.getByRole('textbox', { name: 'Arvio vähintään, euroa' }).fill('5 000');
  await page.getByRole('textbox', { name: 'Arvio enintään, euroa' }).fill('3 000');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(name).toBeFocused();
  await name.fill('Kaksi penkkiä rantaraitille');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Enintään on vähemmän kuin vähintään.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Arvio enintään, euroa' }).fill('8 000');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(told(page, 'Hanke on tallessa.')).toBeVisible();
  await expect(page.getByText('2 ideasta')).toBeVisible();

  await move('Kustannukset lasketaan');
  await expect(page.getByRole('button', { name: 'Seuraavaksi: Äänestyslista julkaistaan' })).toBeVisible();
  await page.getByRole('button', { name: 'Seuraavaksi: Äänestyslista julkaistaan' }).click();
  await page.getByRole('button', { name: 'Siirry vaiheeseen' }).click();
  await expect(dialog.getByText('jonkin hinta puuttuu')).toBeVisible();
  await dialog.getByRole('button', { name: 'Peruuta' }).click();
  await page.getByRole('link', { name: 'Kaksi penkkiä rantaraitille' }).click();
  const cost = page.getByRole('textbox', { name: 'Hinta äänestyksessä, euroa' });
  await cost.fill('25 000,01');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Hinta on suurempi kuin alueen raha.')).toBeVisible();
  await cost.fill('6 500');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Valmis äänestykseen')).toBeVisible();
  await move('Äänestyslista julkaistaan');
  await expect(page.getByRole('button', { name: 'Seuraavaksi: Äänestys' })).toBeVisible();

  await page.goto(`${torilla.url}/budjetti/${id}`);
  const project = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Kaksi penkkiä rantaraitille' }) });
  await expect(project).toContainText('6 500');
  await project.getByText('Syntyi 2 ideasta').click();
  await expect(project.getByText('Levähdyspaikka raitille')).toBeVisible();
  const declined = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Uimahalli keskustaan' }) });
  await expect(declined).toContainText('Ei etene äänestykseen. Uimahalli maksaa enemmän kuin rahaa on.');
});

test('a page that is read without any script has every idea of its list, and the app takes it over as it is', async ({ browser }) => {
  const id = await aRound(torilla);
  const titles = Array.from({ length: 20 }, (_, n) => `Idea numero ${n + 1}.`);
  await someIdeas(torilla, id, ...titles);
  const html = await (await fetch(`${torilla.url}/budjetti/${id}`, { headers: { accept: 'text/html' } })).text();
  // as a heading: the answers that the app takes over stand in the page as well
  for (const title of titles) expect(html).toMatch(new RegExp(`<h3[^>]*>\\s*${title}`));
  const page = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await page.goto(`${torilla.url}/budjetti/${id}`);
  await page.mouse.move(200, 200);
  await page.mouse.move(240, 240);
  for (const title of titles) await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible();
});

test('at the square a worker writes an idea down without a network, and another from paper; both are the round’s when it is back', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fi-FI', viewport: { width: 1024, height: 768 }, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await aRound(torilla);
  await prepareTablet(torilla, page, torilla.url);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await page.getByRole('link', { name: 'Idea budjettiin' }).click();
  const title = page.getByRole('textbox', { name: 'Idea muutamalla sanalla' });
  const save = page.getByRole('button', { name: 'Tallenna' });
  await expect(save).toBeEnabled();
  await context.setOffline(true);
  await save.click();
  await expect(title).toBeFocused();
  await title.fill('Pulkkamäkeen valot');
  await page.getByRole('textbox', { name: 'Mitä pitäisi tehdä ja miksi?' }).fill('Talvella mäkeen ehtii vasta pimeällä.');
  await save.click();
  await expect(told(page, 'Idea on tallessa.')).toBeVisible();
  await expect(title).toBeFocused();
  await page.getByRole('button', { name: 'Paperilta' }).click();
  await title.fill('Marjapensaita puistoon');
  await page.getByRole('textbox', { name: 'Mitä pitäisi tehdä ja miksi?' }).fill('Kuka tahansa saisi syödä.');
  await save.click();
  await expect(title).toHaveValue('');
  await context.setOffline(false);
  // the one that stands first is the one for which it is written, where several are open
  const ways = async () => {
    const { budgetRounds } = await torilla.ask<{ budgetRounds: { nodes: { id: string }[] } }>('{ budgetRounds { nodes { id } } }');
    const found = await Promise.all(
      budgetRounds.nodes.map(({ id: roundId }) =>
        torilla.ask<{ budgetIdeas: { nodes: { title: string; way: string }[] } }>(
          'query ($roundId: ID!) { budgetIdeas(roundId: $roundId) { nodes { title way } } }',
          { roundId },
        ),
      ),
    );
    return found.flatMap(({ budgetIdeas }) => budgetIdeas.nodes.filter(({ way }) => way !== 'SELF').map(({ title: one, way }) => `${one}: ${way}`));
  };
  await expect.poll(async () => (await ways()).sort()).toEqual(['Marjapensaita puistoon: PAPER', 'Pulkkamäkeen valot: TALKED']);
});

test('a resident supports an idea, is told when it goes no further, and follows what is voted on', async ({ page }) => {
  const { roundId } = await aBallot(torilla);
  await rowsOf(torilla.ownerUrl(), `update budget_round set phase = 'SCREENING', tie_seed = null where id = '${roundId}'`);
  await someIdeas(torilla, roundId, 'Valot pulkkamäkeen');
  await page.addInitScript(axe.source);
  await page.goto(`${torilla.url}/budjetti/${roundId}`);
  const idea = page.getByRole('article').filter({ hasText: 'Valot pulkkamäkeen' });
  // who is not signed in is led to where they can
  await idea.getByRole('button', { name: 'Kannata' }).click();
  await expect(told(page, 'Kirjaudu ensin sähköpostilla.')).toBeVisible();
  await expect(page).toHaveURL(`${torilla.url}/oma`);
  await signIn(page, torilla, 'liisa@example.fi', 'RESIDENT');
  await page.goto(`${torilla.url}/oma`);
  await expect(page.getByText('liisa@example.fi').first()).toBeVisible();
  await page.goto(`${torilla.url}/budjetti/${roundId}`);
  await idea.getByRole('button', { name: 'Kannata' }).press('Enter');
  await expect(told(page, 'Kerromme sinulle, kun asia etenee.')).toBeVisible();
  await expect(idea.getByText('1 kannattaja')).toBeVisible();
  await axeIsSilent(page, 'an idea that is supported');
  await page.reload();
  await expect(idea.getByRole('button', { name: 'Kannatat' })).toHaveAttribute('aria-pressed', 'true');
  // what is said of it everybody reads, unless it tells who somebody is
  await idea.getByText('Ei kommentteja').click();
  const words = idea.getByRole('textbox', { name: 'Kommentoi' });
  await idea.getByRole('button', { name: 'Lähetä kommentti' }).click();
  await expect(idea.getByText('Kirjoita ensin jotain.')).toBeVisible();
  await words.fill('Valot myös portaisiin.');
  await idea.getByRole('button', { name: 'Lähetä kommentti' }).click();
  await expect(told(page, 'Kommenttisi näkyy kaikille.')).toBeVisible();
  await words.fill('Soittakaa minulle 040 123 4567.');
  await idea.getByRole('button', { name: 'Lähetä kommentti' }).press('Enter');
  await expect(idea.getByText('Työntekijä lukee tämän ensin')).toBeVisible();
  await axeIsSilent(page, 'what is said of an idea');
  const desk = await (await page.context().browser()!.newContext({ locale: 'fi-FI' })).newPage();
  await desk.addInitScript(axe.source);
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/budjetti/${roundId}`);
  const comments = desk.getByRole('region', { name: 'Kommentit ideoihin' });
  await expect(comments.getByText('Soittakaa minulle 040 123 4567.', { exact: true })).toBeVisible();
  await axeIsSilent(desk, 'comments that wait');
  // what officers note among themselves
  const ideas = desk.getByRole('region', { name: 'Ideat', exact: true });
  await ideas.getByRole('button', { name: 'Kaikki näkyvät' }).click();
  await ideas.getByText('Ei muistiinpanoja').first().click();
  await ideas.getByRole('textbox', { name: 'Muistiinpano työtovereille' }).first().fill('Kysytty katuvalaistuksesta.');
  await ideas.getByRole('button', { name: 'Tallenna muistiinpano' }).first().press('Enter');
  await expect(ideas.getByText('1 muistiinpano')).toBeVisible();
  await axeIsSilent(desk, 'notes about an idea');
  await comments.getByRole('button', { name: 'Peitä henkilötiedot' }).click();
  await expect(comments.getByText('Mikään kommentti ei odota')).toBeVisible();
  const other = await (await page.context().browser()!.newContext({ locale: 'fi-FI' })).newPage();
  await other.goto(`${torilla.url}/budjetti/${roundId}?kommentit`);
  await other.getByText('2 kommenttia').click();
  await expect(other.getByText('Valot myös portaisiin.')).toBeVisible();
  await expect(other.getByText('4567')).toHaveCount(0);
  await idea.getByRole('button', { name: 'Poista oma kommentti' }).first().click();
  await expect(told(page, 'Kommentti on poistettu.')).toBeVisible();

  const cookie = await torilla.signIn('hallinta@torilla.example');
  const [row] = await rowsOf<{ id: string }>(torilla.ownerUrl(), `select id from budget_idea where round_id = '${roundId}' and title = 'Valot pulkkamäkeen'`);
  const why = { fi: 'Mäellä on jo valot.' };
  await torilla.ask('mutation ($input: DeclineIdeaInput!) { declineIdea(input: $input) { id } }', { input: { id: row!.id, why } }, cookie);
  await page.goto(`${torilla.url}/oma/ilmoitukset`);
  await expect(page.getByText('Kannattamasi idea ei mene äänestykseen. Katso, miksi.')).toBeVisible();

  await rowsOf(torilla.ownerUrl(), `update budget_round set phase = 'BALLOT', tie_seed = 'abc' where id = '${roundId}'`);
  await page.goto(`${torilla.url}/budjetti/${roundId}?uusi`);
  const project = page.getByRole('article').filter({ hasText: 'Marjapensaita puistoon' });
  await project.getByRole('button', { name: 'Seuraa' }).click();
  await expect(project.getByRole('button', { name: 'Seuraat' })).toBeVisible();
  await project.getByRole('button', { name: 'Seuraat' }).click();
  await expect(project.getByRole('button', { name: 'Seuraa', exact: false })).toHaveAttribute('aria-pressed', 'false');
});
