import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

/** Says it from home. */
async function say(page: Page, words: string): Promise<void> {
  await page.goto(`${torilla.url}/palaute`);
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(words);
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('region', { name: 'Missä viesti on nyt' })).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });
}

test('what a resident said is answered: they read it in their account, behind the receipt and in their mail', async ({ page, browser }) => {
  await signIn(page, torilla, 'aino@example.fi', 'RESIDENT');
  await page.goto(`${torilla.url}/oma/palautteet`);
  await page.getByRole('link', { name: 'Anna palautetta' }).first().click();
  await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill('Rantaraitille tarvitaan penkkejä');
  await page.getByRole('button', { name: 'Haluan vastauksen' }).click();
  await page.getByLabel('Nimi').fill('Aino Aalto');
  await page.getByLabel('Sähköposti').fill('aino@example.fi');
  await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
  await expect(page.getByRole('region', { name: 'Missä viesti on nyt' })).toContainText('kaupunki on vastaanottanut', { timeout: 30_000 });

  const desk = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(desk, torilla, 'antti@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/palautteet?vastaus=odottaa`);
  await desk.getByText('Rantaraitille tarvitaan penkkejä').first().click();
  const send = desk.getByRole('button', { name: 'Lähetä vastaus' });
  await send.click();
  await expect(desk.getByText('Kirjoita vastaus.')).toBeVisible();
  await desk.getByLabel('Vastaa asukkaalle').fill('Penkit tulevat keväällä.\nKolme niistä uimarannan viereen.');
  // what is begun waits while its writer looks elsewhere
  await desk.getByRole('link', { name: 'Yleiskuva' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: 'Yleiskuva' })).toBeVisible();
  await desk.goBack();
  await expect(desk.getByLabel('Vastaa asukkaalle')).toHaveValue(/Kolme niistä/);
  await send.click();
  await expect(desk.getByText('Lähetetty sähköpostilla', { exact: true })).toBeVisible();
  await expect(desk.getByText('aino@example.fi')).toHaveCount(0);
  await expect(desk.getByLabel('Lisää vastaukseen')).toHaveValue('');

  await page.goto(`${torilla.url}/oma/palautteet`);
  await expect(page.getByText('Kolme niistä uimarannan viereen.')).toBeVisible();
  await expect(page.getByText('Vastattu').first()).toBeVisible();
  await page.getByRole('link', { name: /^Kuitti/ }).click();
  await expect(page.getByRole('region', { name: 'Kaupungin vastaus' })).toContainText('Kolme niistä uimarannan viereen.');

  // it did not help: they take it up again, and the officer finds it among the new ones
  await page.getByRole('button', { name: 'Vastaus ei riittänyt' }).click();
  await page.getByLabel('Mitä vielä puuttuu?').fill('Talvella niitä ei löydä lumen alta.');
  await page.getByRole('button', { name: 'Avaa asia uudelleen' }).click();
  const path = page.getByRole('region', { name: 'Näin asiasi etenee' });
  await expect(path).toContainText('Talvella niitä ei löydä lumen alta.');
  await desk.goto(`${torilla.url}/hallinta/palautteet?jono=uudet`);
  await desk.getByText('Rantaraitille tarvitaan penkkejä').first().click();
  await expect(desk.getByText('Talvella niitä ei löydä lumen alta.')).toBeVisible();

  // they take it, look into it, and something comes of it; what a colleague answered meanwhile is shown, and nothing is lost
  await desk.getByRole('heading', { name: 'Rantaraitille tarvitaan penkkejä' }).focus();
  await desk.keyboard.press('o');
  await expect(desk.getByText('Palaute on ohjattu.').first()).toBeVisible();
  await desk.getByRole('button', { name: 'Ota selvitykseen' }).click();
  await desk.getByRole('button', { name: 'Mitä muuttui' }).click();
  await desk.getByLabel('Mitä palautteen takia muuttui?').fill('Penkit aurataan tästä talvesta alkaen.');
  await desk.getByLabel('Suunnitelman toimenpide').selectOption({ index: 5 });
  const hanna = await torilla.signIn('hallinta@torilla.example');
  const { feedbackPage } = await torilla.ask<{ feedbackPage: { nodes: { id: string }[] } }>('{ feedbackPage(first: 1) { nodes { id } } }', {}, hanna);
  await torilla.ask(
    'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { id } }',
    { input: { id: randomUUID(), feedbackId: feedbackPage.nodes[0]!.id, words: 'Selvitän aurausta.', language: 'fi' } },
    hanna,
  );
  await send.click();
  await expect(desk.getByText('Työkaverisi vastasi tähän juuri.')).toBeVisible();
  await expect(desk.getByText('Selvitän aurausta.')).toBeVisible();
  await send.click();
  await expect(desk.getByText('Mitä tästä seurasi')).toBeVisible();

  await page.reload();
  await expect(path).toContainText('Johti muutokseen');
  await page.getByRole('link', { name: 'Katso suunnitelmasta' }).click();
  await expect(page).toHaveURL(/\/suunnitelma\/5$/);
});

test('an officer sorts, joins and answers several at once by keyboard, and takes back what went wrong', async ({ page, browser }) => {
  const cookie = await torilla.signIn('antti@torilla.example');
  await signIn(page, torilla, 'antti@torilla.example');
  for (const words of ['Lintutorniin tarvitaan kaide. Soita 040 123 4567.', 'Lintutornin kaide on poikki']) await say(page, words);
  await page.goto(`${torilla.url}/hallinta/palautteet?haku=lintutorni`);
  await expect(page.getByText('Lintutornin kaide on poikki').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('x');
  await expect(page.getByText('2 valittua')).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByText('Valitse ainakin yksi muutos.')).toBeVisible();
  await dialog.getByLabel('Kiireellisyys').selectOption({ label: 'Kiireellinen' });
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('2 palautetta on ohjattu.').first()).toBeVisible();
  const urgent = async () =>
    (await torilla.ask<{ feedbackPage: { totalCount: number } }>('{ feedbackPage(filter: { priority: HIGH }) { totalCount } }', {}, cookie)).feedbackPage
      .totalCount;
  expect(await urgent()).toBe(2);
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByText('Muutos on kumottu.').first()).toBeVisible();
  expect(await urgent()).toBe(0);

  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Yhdistä…' }).click();
  await dialog.getByRole('button', { name: 'Yhdistä' }).click();
  await expect(page.getByText('2 asukasta sanoi tämän').first()).toBeVisible();
  await page.getByRole('button', { name: 'Vastaa kaikille' }).click();
  await dialog.getByLabel('Aloita vastauspohjasta').selectOption({ label: 'Selvitämme asiaa' });
  await expect(dialog.getByLabel('Ruotsiksi')).toHaveValue(/Tack för att du berättade/);
  await dialog.getByLabel('Suomeksi').fill('Kaide korjataan huomenna.');
  // what a colleague answered meanwhile is shown, and nothing is lost
  const hanna = await torilla.signIn('hallinta@torilla.example');
  const { feedbackPage: one } = await torilla.ask<{ feedbackPage: { nodes: { id: string }[] } }>(
    '{ feedbackPage(filter: { search: "lintutorni" }, first: 1) { nodes { id } } }',
    {},
    hanna,
  );
  await torilla.ask(
    'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { id } }',
    { input: { id: randomUUID(), feedbackId: one.nodes[0]!.id, words: 'Selvitän kaidetta.', language: 'fi' } },
    hanna,
  );
  const sendAll = dialog.getByRole('button', { name: 'Lähetä vastaukset' });
  await sendAll.click();
  await expect(dialog.getByText('Työkaverisi vastasi tähän juuri.')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Viimeisin vastaus tästä asiasta' })).toContainText('Selvitän kaidetta.');
  await sendAll.click();
  await expect(page.getByText('Vastaus on annettu 2 palautteeseen.').first()).toBeVisible();
  await expect(page.getByText('Kaide korjataan huomenna.')).toBeVisible();

  // a phone number in the words is found, and covered for good
  await page.getByRole('link', { name: /Lintutorniin tarvitaan kaide/ }).click();
  await page.getByRole('button', { name: 'Peitä kohtia…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Peitä pysyvästi' }).click();
  await expect(page.locator('.voice')).toContainText('Soita [puhelinnumero peitetty].');

  // a colleague is named in a note by keyboard, and finds it among what names them
  const note = page.getByRole('textbox', { name: 'Uusi muistiinpano' });
  const colleagues = page.getByRole('listbox', { name: 'Työkaverit, jotka voit mainita' });
  await note.fill('Tilaisitko uuden kaiteen, ');
  await page.getByRole('button', { name: 'Mainitse työkaveri' }).click();
  await expect(colleagues.getByRole('option')).toHaveText(['Hanna P.']);
  await note.press('Escape');
  await expect(colleagues).toHaveCount(0);
  await note.press('Backspace');
  await note.pressSequentially('@ha');
  await expect(colleagues.getByRole('option', { selected: true })).toHaveText('Hanna P.');
  await note.press('Enter');
  await expect(note).toHaveValue('Tilaisitko uuden kaiteen, @Hanna P. ');
  await page.getByRole('button', { name: 'Lisää muistiinpano' }).click();
  await expect(page.locator('.remark')).toContainText('Tilaisitko uuden kaiteen, @Hanna P.');
  const theirs = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(theirs, torilla, 'hallinta@torilla.example');
  await theirs.goto(`${torilla.url}/hallinta/palautteet`);
  await theirs.getByRole('button', { name: /^Minut mainittu/ }).click();
  await theirs.getByRole('link', { name: /Lintutorniin tarvitaan kaide/ }).click();
  await expect(theirs.locator('.remark')).toContainText('@Hanna P.');
});

test('what says the same stands beside a piece, and is joined in one press', async ({ page }) => {
  await signIn(page, torilla, 'antti@torilla.example');
  const said = ['Hevoshaan laiturin lauta on irti', 'Laiturilta Hevoshaassa puuttuu lautoja', 'Hevoshaan laituri on rikki, lauta irti'];
  for (const words of said) await say(page, words);
  await page.goto(`${torilla.url}/hallinta/palautteet?haku=laituri`);
  await page.getByRole('link', { name: said[0] }).click();
  const alike = page.getByRole('region', { name: 'Samaa asiaa?' });
  await expect(alike.getByRole('listitem')).toHaveCount(2);

  // neither has a matter: one is begun, and its name is there already
  await alike.getByRole('button', { name: said[2] }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Asian nimi')).toHaveValue(said[0]!);
  await dialog.getByRole('button', { name: 'Yhdistä' }).click();
  await expect(page.getByText('2 palautetta on yhdistetty asiaksi.').first()).toBeVisible();
  const heading = page.getByRole('heading', { name: said[0] });
  await expect(heading).toBeFocused();
  await expect(alike.getByRole('listitem')).toHaveCount(1);

  // now one has: a press is enough, and is taken back
  await alike.getByRole('button', { name: said[1] }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Palaute on liitetty asiaan.').first()).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(alike).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Asia', exact: true })).toContainText('3 asukasta sanoi tämän');
  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByText('Muutos on kumottu.').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Asia', exact: true })).toContainText('2 asukasta sanoi tämän');

  // the piece itself opens, and joins the matter of the others
  await alike.getByRole('link', { name: said[1] }).click();
  await expect(page.getByRole('heading', { name: said[1] })).toBeVisible();
  await alike.getByRole('button', { name: said[0] }).click();
  await expect(page.getByRole('region', { name: 'Asia', exact: true })).toContainText('3 asukasta sanoi tämän');
  await expect(alike).toHaveCount(0);
});
