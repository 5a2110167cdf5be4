import { expect, test, type Page } from '@playwright/test';
import { freePort } from '../server/tools/postgres.ts';
import { realProvider, type Directory } from '../server/src/testing/realProvider.ts';
import { startTorilla, type Torilla } from './torilla.ts';

const directory: Directory = {
  olli: { email: 'olli@example.fi', name: 'Olli Officer', roles: ['parks'] },
  visitor: { email: 'visitor@example.fi', roles: ['visitors'] },
};
let torilla: Torilla;
let provider: Awaited<ReturnType<typeof realProvider>>;
test.beforeAll(async () => {
  const port = await freePort();
  provider = await realProvider(`http://localhost:${port}/kirjaudu/palvelin/paluu`, directory);
  torilla = await startTorilla({
    port,
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.settings.clientId,
      OIDC_CLIENT_SECRET: provider.settings.clientSecret,
      OIDC_ROLES: '{"parks":["OFFICER:green-services","WORKER"]}',
    },
  });
});
test.afterAll(async () => {
  await torilla.stop();
  await provider.stop();
});

/** Signs in on the provider's own pages. */
async function atTheProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('an officer comes in by the city’s own account, back to where they came from', async ({ page }) => {
  await page.goto(`${torilla.url}/hallinta/tapahtumat`);
  await page.getByRole('link', { name: 'Kirjaudu kaupungin tunnuksella' }).click();
  await atTheProvider(page, 'olli');
  await expect(page).toHaveURL(`${torilla.url}/hallinta/tapahtumat`);
  await expect(page.getByText('Olli Officer')).toBeVisible();
  // known at the provider, the second time is one press
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await page.getByRole('link', { name: 'Kirjaudu kaupungin tunnuksella' }).click();
  await expect(page.getByText('Olli Officer')).toBeVisible();
});

test('whoever has no role here is told what to do, and a no at the provider leads back', async ({ page }) => {
  await page.goto(`${torilla.url}/kirjaudu`);
  await page.getByRole('link', { name: 'Kirjaudu kaupungin tunnuksella' }).click();
  await atTheProvider(page, 'visitor');
  await expect(page.getByRole('alert')).toContainText('Pyydä oikeus Torillan ylläpitäjältä');
  await page.getByRole('button', { name: 'På svenska' }).first().click();
  await expect(page.getByRole('alert')).toContainText('Be Torillas administratör');
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Logga in med stadens konto' }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert')).toContainText('avbröts');
});

test('a provider that is down is said to be, and the code by mail lets in', async ({ page }) => {
  await provider.stop();
  // a server that has just started knows nothing of the provider yet
  await torilla.kill('SIGTERM');
  await torilla.start();
  await page.goto(`${torilla.url}/kirjaudu`);
  await page.getByRole('link', { name: 'Kirjaudu kaupungin tunnuksella' }).click();
  await expect(page.getByRole('alert')).toContainText('ei juuri nyt vastaa');
  await page.getByLabel('Työsähköposti').fill('antti@torilla.example');
  await page.getByRole('button', { name: 'Lähetä koodi' }).click();
  await page.getByLabel('Kuusinumeroinen koodi').waitFor();
  await page.getByLabel('Kuusinumeroinen koodi').fill(await torilla.mailedCode());
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
  await expect(page.getByText('Antti L.')).toBeVisible();
});
