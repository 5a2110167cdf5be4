import type { Page } from '@playwright/test';
import { realProvider, type Directory } from '../server/src/testing/realProvider.ts';
import { freePort } from '../server/tools/postgres.ts';
import { startTorilla, type Torilla } from './torilla.ts';

export interface BrokeredCity {
  torilla: Torilla;
  provider: Awaited<ReturnType<typeof realProvider>>;
  stop(): Promise<void>;
}

/** A city whose residents show who they are at a real OpenID provider that knows the people of the directory. */
export async function startWithBroker(directory: Directory): Promise<BrokeredCity> {
  const port = await freePort();
  const provider = await realProvider(`http://localhost:${port}/oma/tunnistus/paluu`, directory);
  const torilla = await startTorilla({
    port,
    env: {
      RESIDENT_OIDC_ISSUER: provider.issuer,
      RESIDENT_OIDC_CLIENT_ID: provider.settings.clientId,
      RESIDENT_OIDC_CLIENT_SECRET: provider.settings.clientSecret,
      IDENTITY_KEY: 'Yh3vT9mLr0pXe5Zq8wBn2cDk7sGf4aJu',
    },
  });
  const stop = async (): Promise<void> => {
    await torilla.stop();
    await provider.stop();
  };
  return { torilla, provider, stop };
}

/** Shows who one is on the broker's own pages, which ask anew each time. */
export async function atTheBroker(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  const consent = page.getByRole('button', { name: 'Continue' });
  await consent
    .or(page.getByRole('heading', { level: 1 }))
    .first()
    .waitFor();
  if (await consent.isVisible()) await consent.click();
}
