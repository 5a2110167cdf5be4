import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

// whoever has time takes the next
test.describe.configure({ mode: 'parallel' });

let torilla: Torilla;
test.beforeEach(async () => {
  torilla = await startTorilla();
});
test.afterEach(() => torilla.stop());

const hanna = 'hallinta@torilla.example';

/** A device beside the page that shows by itself that it is its owner's. */
async function aDevice(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    keys: async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    knowsItsOwner: (isUserVerified: boolean) => client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /** Takes what the device holds out of it, and gives the way to make the device again what it was then. */
    copied: async () => {
      const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId });
      return async () => {
        await client.send('WebAuthn.clearCredentials', { authenticatorId });
        for (const credential of credentials) await client.send('WebAuthn.addCredential', { authenticatorId, credential });
      };
    },
  };
}
/** Makes a passkey on the device that stands beside the page. */
async function makePasskey(page: Page, name: string): Promise<void> {
  await page.goto(`${torilla.url}/hallinta/oma`);
  await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await page.getByRole('textbox', { name: 'Avaimen nimi' }).fill(name);
  await page.getByRole('button', { name: 'Tee avain' }).click();
}
const another = async (context: BrowserContext, email: string): Promise<Page> => {
  const page = await (await context.browser()!.newContext({ locale: 'fi-FI' })).newPage();
  await signIn(page, torilla, email);
  return page;
};

test('a passkey is made, named, signs in without an address, and the last one goes with a word about the code', async ({ page }) => {
  const device = await aDevice(page);
  await signIn(page, torilla, hanna);
  await page.goto(`${torilla.url}/hallinta/oma`);
  await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await page.getByRole('button', { name: 'Tee avain' }).click();
  await expect(page.getByText('Anna avaimelle nimi.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Avaimen nimi' }).fill('Työpuhelin');
  await page.getByRole('button', { name: 'Tee avain' }).click();
  await expect(page.getByText('ei vielä käytetty').first()).toBeVisible();
  expect(await device.keys()).toBe(1);
  // the same device has one already
  await page.getByRole('button', { name: 'Lisää pääsyavain' }).click();
  await page.getByRole('textbox', { name: 'Avaimen nimi' }).fill('Toinen');
  await page.getByRole('button', { name: 'Tee avain' }).click();
  await expect(page.getByRole('alert')).toContainText('Tällä laitteella on jo pääsyavaimesi');
  await page.getByRole('button', { name: 'Peruuta' }).click();
  await page.getByRole('button', { name: 'Nimeä uudelleen: Työpuhelin' }).click();
  await page.getByRole('textbox', { name: 'Avaimen nimi' }).fill('Puhelin');
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByRole('region', { name: 'Pääsyavaimet' }).getByText('Puhelin', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  await device.knowsItsOwner(false);
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page.getByRole('alert')).toContainText('Pääsyavainta ei käytetty');
  await device.knowsItsOwner(true);
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page).toHaveURL(`${torilla.url}/hallinta`);
  await page.goto(`${torilla.url}/hallinta/oma`);
  await expect(page.getByText('kirjauduttu pääsyavaimella')).toBeVisible();

  await page.getByRole('button', { name: 'Poista: Puhelin' }).click();
  await expect(page.getByText('Se on viimeinen pääsyavaimesi')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
  await expect(page.getByText('Sinulla ei ole vielä pääsyavainta')).toBeVisible();
  // the device still has what the city has forgotten
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page.getByRole('alert')).toContainText('Pääsyavain ei kelvannut');
});

test('a copy of a passkey is refused when the device itself was used after it', async ({ page }) => {
  const device = await aDevice(page);
  await signIn(page, torilla, hanna);
  await makePasskey(page, 'Työpuhelin');
  await expect(page.getByText('ei vielä käytetty').first()).toBeVisible();
  const becomeTheCopy = await device.copied();
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page).toHaveURL(`${torilla.url}/hallinta`);
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  await becomeTheCopy();
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click();
  await expect(page.getByRole('alert')).toContainText('Pääsyavain ei kelvannut');
});

test('the first administrator comes in by the link that the command of the server prints', async ({ page }) => {
  const { status, told } = torilla.command(['administrator', 'liisa@example.fi', 'Liisa', 'L.']);
  expect(status, told).toBe(0);
  await page.goto(/http:\S+\/kirjaudu\/linkki#[\w-]+/.exec(told)![0]);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).toHaveURL(`${torilla.url}/hallinta`);
  await page.goto(`${torilla.url}/hallinta/henkilosto`);
  await expect(page.getByRole('button', { name: /^Liisa L\. liisa@example\.fi Ylläpitäjä Käytössä/ })).toBeVisible();
});

test('a colleague is invited, and the link signs in once, by a press, and stands in no address', async ({ page, context }) => {
  const admin = await another(context, hanna);
  await admin.goto(`${torilla.url}/hallinta/henkilosto`);
  await admin.getByText('Mirja K.').waitFor();
  await admin.keyboard.press('n');
  await admin.getByLabel('Työsähköposti').fill('mirja@torilla.example');
  await admin.getByLabel('Nimi', { exact: true }).fill('Uuno U.');
  await admin.getByLabel('Rooli').last().selectOption('OFFICER');
  await admin.getByLabel('Yksikkö').last().selectOption({ label: 'Viherpalvelut' });
  await admin.getByLabel('Viimeinen päivä').fill('1.1.2020');
  await admin.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(admin.getByText('Päivän on oltava tänään tai myöhemmin.')).toBeVisible();
  await admin.getByLabel('Viimeinen päivä').fill('31.12.2099');
  await admin.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(admin.getByRole('alert')).toContainText('Osoite on jo jollakulla');
  await admin.getByLabel('Työsähköposti').fill('uuno@example.fi');
  await admin.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(admin.getByText('Kutsu lähti osoitteeseen uuno@example.fi.').first()).toBeVisible();
  await expect(admin.getByText('Vastaava työntekijä, Viherpalvelut31.12.2099 asti')).toBeVisible();

  const link = /http:\S+\/kirjaudu\/linkki#[\w-]+/.exec(await torilla.mailTo('uuno@example.fi'))![0];
  // whoever only looks at it uses nothing up
  expect((await fetch(link, { headers: { accept: 'text/html' } })).status).toBe(200);
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'Kirjaudu', exact: true })).toBeVisible();
  expect(page.url()).toBe(`${torilla.url}/kirjaudu/linkki`);
  await page.reload();
  await expect(page.getByText('Linkki puuttuu')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page).toHaveURL(`${torilla.url}/hallinta`);
  await expect(page.getByText('Uuno U.')).toBeVisible();
  await page.goBack();
  expect(page.url()).not.toContain('#');
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText('Linkki on käytetty tai vanhentunut')).toBeVisible();

  await admin.reload();
  await admin.getByLabel('Nimi tai sähköposti').fill('uuno@');
  await expect(admin.getByText('Hanna P.')).toHaveCount(1); // her own name beside the navigation
  await expect(admin.getByRole('button', { name: /^Uuno U\. .*Käytössä/ })).toBeVisible();
  await expect(admin).toHaveURL(/haku=uuno/);
});

test('roles are given, ended and withdrawn, and the second administrator sees what became', async ({ page, context }) => {
  await signIn(page, torilla, hanna);
  await page.goto(`${torilla.url}/hallinta/henkilosto`);
  const row = (of: Page, name: string) => of.locator('li', { has: of.getByRole('button', { name: new RegExp(`^${name}`) }) });
  const open = (of: Page, name: string) => of.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  // the last administrator remains
  await open(page, 'Hanna P');
  await page.getByRole('button', { name: 'Poista oikeudet' }).click();
  await expect(page.getByRole('dialog')).toContainText('Olet poistamassa omat oikeutesi');
  await page.getByRole('dialog').getByRole('button', { name: 'Poista oikeudet' }).click();
  await expect(page.getByRole('alert')).toContainText('ainakin yksi ylläpitäjä');
  await page.getByRole('button', { name: 'Peruuta' }).click();

  await open(page, 'Antti L');
  const give = async (role: string) => {
    await page.getByRole('button', { name: 'Anna rooli' }).click();
    await page.getByRole('dialog').getByLabel('Rooli').selectOption(role);
    await page.getByRole('dialog').getByRole('button', { name: 'Anna rooli' }).click();
  };
  await give('WORKER');
  await expect(page.getByRole('alert')).toContainText('Hänellä on jo tämä rooli');
  await page.getByRole('button', { name: 'Peruuta' }).click();
  await give('ADMINISTRATOR');
  await expect(page.getByText('Antti L. on nyt Ylläpitäjä.').first()).toBeVisible();

  const antti = await another(context, 'antti@torilla.example');
  await antti.goto(`${torilla.url}/hallinta/henkilosto`);
  await open(antti, 'Mirja K');
  await open(page, 'Mirja K');
  await antti.getByRole('button', { name: 'Päätä rooli: Jalkautuva työntekijä, Mirja K.' }).click();
  await page.getByRole('button', { name: 'Päätä rooli: Jalkautuva työntekijä, Mirja K.' }).click();
  await antti.getByRole('dialog').getByRole('button', { name: 'Päätä rooli' }).click();
  await expect(row(antti, 'Mirja K').getByText('Ei oikeuksia')).toBeVisible();
  // pressed a moment later
  await page.getByRole('dialog').getByRole('button', { name: 'Päätä rooli' }).click();
  await expect(page.getByText('Antti L. oli jo ehtinyt päättää sen.').first()).toBeVisible();
  await expect(row(page, 'Mirja K').getByText(/päätti Antti L\./)).toBeVisible();
  await page.getByLabel('Tilanne').selectOption({ label: 'Ei oikeuksia' });
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Hanna P.' })).toHaveCount(0);
});

test('what an administrator runs is not shown to others, and the matrix has words for everything', async ({ page }) => {
  await signIn(page, torilla, 'mirja@torilla.example');
  await page.goto(`${torilla.url}/hallinta/henkilosto`);
  await expect(page.getByRole('heading', { name: 'Tämä sivu ei kuulu rooliisi' })).toBeVisible();
  for (const locale of ['fi', 'sv', 'en']) {
    await page.evaluate((name) => localStorage.setItem('torilla.locale', name), locale);
    await page.goto(`${torilla.url}/hallinta/oikeudet`);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByText('feedback.read', { exact: true })).toBeVisible();
    const bare = await page.evaluate(() => [
      ...[...document.querySelectorAll('code')]
        .filter((code) => code.parentElement!.textContent!.startsWith(code.textContent!))
        .map((code) => code.textContent),
      ...[...document.querySelectorAll('section > h2')].filter((h2) => !h2.nextElementSibling!.textContent!.trim()).map((h2) => h2.textContent),
    ]);
    expect(bare, locale).toEqual([]);
  }
});

test('a token is shown once, works for a script, and stops at once when it is ended', async ({ page }) => {
  await signIn(page, torilla, hanna);
  await page.goto(`${torilla.url}/hallinta/oma`);
  await page.getByRole('button', { name: 'Tee tunniste' }).click();
  await page.getByLabel('Mihin tunniste on').fill('Tilastojen haku');
  await page.getByRole('dialog').getByRole('button', { name: 'Tee tunniste' }).click();
  await expect(page.getByText('Valitse ainakin yksi oikeus.')).toBeVisible();
  await page.getByLabel('Nähdä työtoverit ja heidän roolinsa').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Tee tunniste' }).click();
  const secret = await page.getByLabel('Tunniste', { exact: true }).inputValue();
  const asks = async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
    const response = await fetch(`${torilla.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: '{ staff { displayName } }' }) });
    return { status: response.status, body: await response.text() };
  };
  expect(await asks()).toMatchObject({ status: 200, body: expect.stringContaining('Mirja K.') });
  await page.getByRole('button', { name: 'Otin talteen' }).click();
  await expect(page.getByText('Tilastojen haku', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await page.reload();
  await expect(page.getByText(/käytetty viimeksi .*/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Lopeta: Tilastojen haku' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lopeta' }).click();
  await expect(page.getByText('Sinulla ei ole tunnisteita')).toBeVisible();
  expect(await asks()).toMatchObject({ status: 401, body: expect.stringContaining('token-ended') });
});

test('other devices are signed out, one by one and all at once', async ({ page, context }) => {
  const signInAnew = async (of: Page): Promise<void> => {
    await of.goto(`${torilla.url}/kirjaudu`);
    await of.getByLabel('Työsähköposti').fill(hanna);
    await of.getByRole('button', { name: 'Lähetä koodi' }).click();
    await of.getByLabel('Kuusinumeroinen koodi').waitFor();
    await of.getByLabel('Kuusinumeroinen koodi').fill(/on (\d{6})\./.exec(await torilla.mailTo(hanna))![1]!);
    await of.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
    await of.waitForURL(`${torilla.url}/hallinta`);
  };
  const others = await Promise.all(Array.from({ length: 3 }, async () => (await context.browser()!.newContext({ locale: 'fi-FI' })).newPage()));
  for (const of of [...others, page]) await signInAnew(of);
  await page.goto(`${torilla.url}/hallinta/oma`);
  await expect(page.getByText('tämä laite')).toHaveCount(1);
  await page
    .getByRole('button', { name: /^Kirjaa ulos: / })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Kirjaa ulos: / })).toHaveCount(2);
  await page.getByRole('button', { name: 'Kirjaa ulos kaikilta muilta' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaa ulos kaikilta muilta' }).click();
  await expect(page.getByRole('button', { name: /^Kirjaa ulos: / })).toHaveCount(0);
  for (const of of others) {
    await of.goto(`${torilla.url}/hallinta/oma`);
    await expect(of).toHaveURL(/\/kirjaudu\?to=/);
  }
});
