import { randomUUID as newId } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();

/** An event in two days' time with one place, for which one may register. */
async function anEvent(title: string): Promise<string> {
  const id = newId();
  const registration = { opensAt: at(-2), closesAt: at(47), capacity: 1 };
  const input = { id, kind: 'DISCUSSION', title: { fi: title }, place: 'main-library', startsAt: at(48), endsAt: at(50), registration };
  const cookie = await torilla.signIn('antti@torilla.example');
  await torilla.ask('mutation ($input: ScheduleEventInput!) { scheduleEvent(input: $input) { id } }', { input }, cookie);
  return id;
}

test('a resident registers without an account, another waits, the first cancels and the other has the place; they are checked in by their code', async ({
  page,
  browser,
}) => {
  const id = await anEvent('Keskusteluilta');
  const register = async (name: string, act: string) => {
    await page.goto(`${torilla.url}/tapahtumat/${id}/ilmoittaudu`);
    await expect(page.getByRole('button', { name: act, exact: true })).toBeVisible();
    await page.getByLabel('Nimi').fill(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Oma ilmoittautuminen' })).toBeVisible();
    await expect(page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
    return decodeURIComponent(new URL(page.url()).hash.slice(1));
  };
  const first = await register('Aino Aalto', 'Ilmoittaudu');
  await expect(page.getByRole('heading', { name: 'Sinulla on paikka' })).toBeVisible();
  const second = await register('Eino Aalto', 'Ilmoittaudu varasijalle');
  await expect(page.getByText('Olet ensimmäisenä vuorossa.')).toBeVisible();

  await page.goto(`${torilla.url}/ilmoittautuminen`);
  await page.getByLabel('Ilmoittautumisen koodi').fill(first.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Peru ilmoittautuminen' }).click();
  await expect(page.getByText('Nimesi ja muut tietosi on poistettu.')).toBeVisible();
  await page.goto(`${torilla.url}/ilmoittautuminen#${second}`);
  await expect(page.getByRole('heading', { name: 'Sinulla on paikka' })).toBeVisible();

  const desk = await (await browser.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(desk, torilla, 'antti@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/tapahtumat/${id}`);
  await desk.getByRole('button', { name: 'Näytä ilmoittautuneet' }).click();
  const code = desk.getByLabel('Koodi ovella');
  await code.fill(first);
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Tämä ilmoittautuminen on peruttu.')).toBeVisible();
  await code.fill(second);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('listitem').filter({ hasText: 'Eino Aalto' })).toContainText('Saapunut');
  await expect(code).toHaveValue('');
  await expect(desk.getByText('Paikka on 1 ihmisellä / 1, saapunut 1.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Antti L.')).toBeVisible();
});

test('an event is moved and cancelled, whoever registered is counted before, and the public page says so', async ({ page }) => {
  const id = await anEvent('Iltatori');
  await torilla.ask('mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code } }', {
    input: { id: newId(), eventId: id, name: 'Aino', email: 'aino@example.fi', language: 'fi' },
  });
  await signIn(page, torilla, 'antti@torilla.example');
  await page.goto(`${torilla.url}/hallinta/tapahtumat/${id}`);
  await page.getByRole('link', { name: 'Siirrä' }).click();
  await expect(page.getByText('Siitä lähtee sähköposti yhdelle ilmoittautuneelle.')).toBeVisible();
  await page.getByRole('button', { name: 'Siirrä tapahtuma' }).click();
  await expect(page.getByText('Aika ja paikka ovat samat kuin ennen. Muuta jompaakumpaa.')).toBeVisible();
  await page.getByLabel('Paikka').selectOption('city-hall');
  await page.getByRole('button', { name: 'Siirrä tapahtuma' }).click();
  await expect(page.getByText('Viestejä lähti 0, odottaa 1, ei mennyt perille 0.')).toBeVisible();
  await page.getByRole('link', { name: 'Tapahtuman julkinen sivu' }).click();
  await expect(page.getByText('Tapahtuma on siirretty', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Aiemmin: .*Pääkirjasto/)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Peru tapahtuma' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Siitä lähtee sähköposti yhdelle ilmoittautuneelle.')).toBeVisible();
  await dialog.getByLabel('Suomeksi').fill('Myrskyn vuoksi');
  await dialog.getByRole('button', { name: 'Peru tapahtuma' }).click();
  await expect(page.getByText(/^Tapahtuma on peruttu \d/)).toBeVisible();
  await page.goto(`${torilla.url}/tapahtumat/${id}`);
  await expect(page.getByText('Myrskyn vuoksi')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ilmoittaudu' })).toHaveCount(0);
});

test('events that recur are made of one form, and a month shows them', async ({ page }) => {
  await signIn(page, torilla, 'antti@torilla.example');
  await page.goto(`${torilla.url}/hallinta/tapahtumat/uusi`);
  await page.getByLabel('Tapahtuman laji').selectOption('MORNING_COFFEE');
  await page.getByRole('group', { name: 'Nimi' }).getByLabel('Suomeksi').fill('Aamukahvit torilla');
  await page.getByLabel('Paikka', { exact: true }).selectOption('market-square');
  await page.getByLabel('Alkamispäivä').fill('7.9.2032');
  await page.getByLabel('Alkaa klo').first().fill('8');
  await page.getByLabel('Päättyy klo').first().fill('9.30');
  await page.getByLabel('Toistuuko tapahtuma?').selectOption('MONTHLY_WEEKDAY');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Loputonta sarjaa ei voi tehdä.')).toBeVisible();
  await page.getByLabel('Viimeinen päivä').fill('31.12.2032');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Tapahtumia tulee 4:')).toBeVisible();
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Sarjan muut tapahtumat')).toBeVisible();

  await page.goto(`${torilla.url}/tapahtumat?nakyma=kuukausi&kuukausi=2032-10`);
  await expect(page.getByRole('cell', { name: /5\.10\.2032.*klo 8\.00 Aamukahvit torilla/ })).toBeVisible();
  await page.getByRole('button', { name: 'Keskustelu' }).click();
  await expect(page).toHaveURL(/nakyma=kuukausi&kuukausi=2032-10&laji=DISCUSSION$/);
  await expect(page.getByText('Aamukahvit torilla')).toHaveCount(0);
});

test('the event stands in its page as data for machines, which nothing runs', async ({ page }) => {
  const title = 'Ilta </script><script>document.title = "murto"</script>';
  const id = await anEvent(title);
  const refused: string[] = [];
  page.on('console', (message) => void (/Content Security Policy/.test(message.text()) && refused.push(message.text())));
  const html = await (await page.request.get(`${torilla.url}/tapahtumat/${id}`, { headers: { accept: 'text/html' } })).text();
  const [, data] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(html)!;
  expect(JSON.parse(data!)).toMatchObject({ '@type': 'Event', name: title, remainingAttendeeCapacity: 1 });
  await page.goto(`${torilla.url}/tapahtumat/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page).not.toHaveTitle('murto');
  expect(refused).toEqual([]);
});

test('staff put a PDF to an event, residents read it on its page, and a wrong one is removed', async ({ page }) => {
  const id = await anEvent('Keskusteluilta');
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
  await signIn(page, torilla, 'antti@torilla.example');
  await page.goto(`${torilla.url}/hallinta/tapahtumat/${id}`);
  const choose = async (name: string, buffer: Buffer) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Lisää liite (PDF)' }).click()]);
    await chooser.setFiles({ name, mimeType: 'application/pdf', buffer });
  };
  await choose('kuva.pdf', Buffer.from('no PDF'));
  await expect(page.getByRole('alert')).toContainText('Tiedosto ei ole PDF');
  await choose('Illan_ohjelma.pdf', pdf);
  await expect(page.getByRole('textbox', { name: 'Liitteen nimi' })).toBeFocused();
  await page.keyboard.press('Enter');
  const read = page.getByRole('link', { name: /Illan ohjelma/ });
  await expect(read).toBeVisible();
  const answer = await page.request.get(torilla.url + (await read.getAttribute('href'))!);
  expect((await answer.body()).equals(pdf)).toBe(true);
  const seen = async () => (await page.request.get(`${torilla.url}/tapahtumat/${id}`, { headers: { accept: 'text/html', cookie: '' } })).text();
  expect(await seen()).toContain('Illan ohjelma');
  await page.getByRole('button', { name: 'Poista liite: Illan ohjelma' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista liite' }).click();
  await expect(page.getByText('Liitteitä ei ole vielä.')).toBeVisible();
  expect((await page.request.get(answer.url())).status()).toBe(404);
});
