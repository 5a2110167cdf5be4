import { expect, test, type Page } from '@playwright/test';
import { prepareTablet, sayInField } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn, voices } from './walk.ts';

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

test('a field day from the evening before to the published report: checked, counted as it goes on, closed by one of two, told to everybody', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const { events } = await torilla.ask<{ events: { nodes: { id: string }[] } }>('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }');
  const id = events.nodes[0]!.id;
  const day = `${torilla.url}/hallinta/tapahtumat/${id}/paiva`;
  const aPage = async (): Promise<Page> => (await browser.newContext()).newPage();

  await signIn(page, torilla, 'antti@torilla.example');
  await page.goto(day);
  await expect(page.getByText('Yhtään tablettia ei ole otettu käyttöön tähän tapahtumaan.')).toBeVisible();
  await expect(page.getByText('Ilman PIN-koodia', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Tarkistettu.*Paikka ja ajat$/ }).click();
  await page.getByRole('button', { name: /^Tarkistettu.*Painetut/ }).click();
  await expect(page.getByRole('button', { name: /^Peru.*Painetut/ })).toBeVisible();

  // a tablet that was looked at tells so, and the page hears of it by itself
  const tablet = await (await browser.newContext({ serviceWorkers: 'allow' })).newPage();
  await prepareTablet(torilla, tablet, torilla.url);
  await expect(page.getByText(/^Tabletti 1: valmis/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Päivittyy itsestään')).toBeVisible();
  await sayInField(tablet, torilla.url, ...voices.slice(0, 3));
  await expect(page.getByText('kirjattu 3, vastaanotettu 3')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Kaikki 3 merkintää on tullut perille.')).toBeVisible();

  // behind a proxy that lets no stream through it asks, and says so
  const other = await aPage();
  await other.route('**/graphql/stream', (route) => route.abort());
  await signIn(other, torilla, 'hallinta@torilla.example');
  await other.goto(day);
  await expect(other.getByText('Suoraa yhteyttä ei ole. Luvut haetaan 15 sekunnin välein.')).toBeVisible();
  await other.unroute('**/graphql/stream');

  // of two who close it one does, and the other sees how
  await other.reload();
  await expect(other.getByText('Päivittyy itsestään')).toBeVisible();
  await page.getByLabel('30–64').fill('40');
  await page.getByLabel('Alle 13').fill('2');
  await page.getByRole('button', { name: 'Sulje päivä' }).click();
  await expect(page.getByRole('heading', { name: 'Päivä on suljettu' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Päivä on suljettu' })).toBeVisible({ timeout: 20_000 });
  await expect(other.getByText('Yhteensä 42')).toBeVisible();
  await other.context().close();

  await page.goto(`${torilla.url}/hallinta/palautteet?tapahtuma=${id}`);
  await page
    .getByRole('link', { name: voices[0].slice(0, 20) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Lainaa raporttiin' }).click();
  const quote = 'Rantaraitille tarvitaan penkkejä';
  await page.getByRole('dialog').getByLabel('Sanat').fill(quote);
  await page.getByRole('dialog').getByRole('button', { name: 'Lainaa raporttiin' }).click();
  await expect(page.getByText('Lainaus on merkitty.').first()).toBeVisible();

  await page.goto(`${torilla.url}/hallinta/tapahtumat/${id}/raportti`);
  await expect(page.getByLabel('Mitä tehtiin')).toHaveValue(/Paikalla kävi 42 ihmistä\./);
  await page.getByRole('button', { name: 'Sopii julkaistavaksi' }).click();
  await page.getByRole('checkbox', { name: quote }).check();
  await page.getByLabel('Mitä seuraavaksi').fill('Kolme penkkiä tulee rantaraitille toukokuussa.');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Antti L. tallensi', { exact: false })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'torilta.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await page.getByRole('textbox', { name: 'Mitä kuvassa näkyy' }).fill('Väkeä torilla');
  await page.getByRole('button', { name: 'Tallenna kuva' }).click();
  await expect(page.getByRole('img', { name: 'Väkeä torilla' })).toBeVisible();
  await page.getByRole('button', { name: 'Julkaise' }).click();
  await expect(page.getByText('Lue raportti ja merkitse se luetuksi.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Luin raportin', exact: false }).check();
  await page.getByRole('button', { name: 'Julkaise' }).click();
  await expect(page.getByText('Julkaistu', { exact: false }).first()).toBeVisible();

  const home = await aPage();
  await home.goto(`${torilla.url}/tapahtumat/${id}`);
  await expect(home.getByRole('heading', { name: 'Mitä tapahtumassa kuultiin' })).toBeVisible();
  await expect(home.getByText(quote)).toBeVisible();
  await expect(home.getByRole('img', { name: 'Väkeä torilla' })).toBeVisible();
  await expect(home.getByText('Kolme penkkiä tulee rantaraitille toukokuussa.')).toBeVisible();
  // two children might be known, and are not told of; nor what would give them away
  await expect(home.getByText('alle 13-vuotiaita')).toHaveCount(0);
  await tablet.context().close();
});
