import { expect, test } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { aPushService, type PushService, type TestBrowser } from '../server/src/testing/pushService.ts';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { prepareTablet, sayInField } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

// only a whole browser takes push messages
test.use({ launchOptions: { executablePath: chromiumPath(), args: chromiumArgs } });

let torilla: Torilla;
let push: PushService;
test.beforeAll(async () => {
  push = await aPushService(5000);
  // the browser's own push service is on the internet; in its place is one of ours, to which the server must be let
  torilla = await startTorilla({ env: { PUSH_SERVICES: 'localhost', VAPID_KEYS: JSON.stringify(push.keys) } });
});
test.afterAll(async () => {
  await torilla.stop();
  await push.close();
});

/** Has the page's browser name itself as the test's one does, for want of the push service of its maker. */
const standIn = ({ endpoint, p256dh, auth }: TestBrowser['subscription']) => `{
  let named = null;
  const subscription = {
    endpoint: ${JSON.stringify(endpoint)}, options: { applicationServerKey: null },
    toJSON: () => ({ endpoint: ${JSON.stringify(endpoint)}, keys: ${JSON.stringify({ p256dh, auth })} }),
    unsubscribe: async () => { named = null; return true; },
  };
  PushManager.prototype.subscribe = async () => (named = subscription);
  PushManager.prototype.getSubscription = async () => named;
}`;

test('what was said at the square comes back to the phone of whoever said it: they are told, read the answer, and end it with one tap', async ({ browser }) => {
  const square = await browser.newPage();
  await prepareTablet(torilla, square, torilla.url);
  await sayInField(square, torilla.url, 'Rantaraitille tarvitaan penkkejä');
  await expect.poll(async () => (await rowsOf(torilla.ownerUrl(), 'select receipt from feedback')).length, { timeout: 30_000 }).toBe(1);
  const [{ receipt }] = (await rowsOf<{ receipt: string }>(torilla.ownerUrl(), 'select receipt from feedback')) as [{ receipt: string }];

  // without an account, by the receipt alone
  const context = await browser.newContext({ locale: 'fi-FI', permissions: ['notifications'], viewport: { width: 390, height: 844 } });
  const told = push.browser();
  await context.addInitScript(standIn(told.subscription));
  const phone = await context.newPage();
  await phone.goto(`${torilla.url}/kuitti#${receipt}`);
  const choice = phone.getByRole('region', { name: 'Kun kaupunki vastaa' });
  await choice.getByRole('button', { name: 'Ilmoita tähän puhelimeen, kun kaupunki vastaa' }).click();
  await expect(choice).toContainText('Tähän puhelimeen ilmoitetaan');
  await expect(choice.getByRole('button', { name: 'Lopeta ilmoitukset' })).toBeVisible();

  const desk = await browser.newPage();
  await signIn(desk, torilla, 'antti@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/palautteet`);
  await desk.getByText('Rantaraitille tarvitaan penkkejä').first().click();
  await desk.getByLabel('Vastaa asukkaalle').fill('Penkit tulevat keväällä.');
  await desk.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await expect.poll(() => told.received.map(({ body }) => body), { timeout: 10_000 }).toContain('Kaupunki on vastannut palautteeseesi.');
  const answered = told.received.find(({ body }) => body!.startsWith('Kaupunki on vastannut'))!;
  expect(JSON.stringify(told.received)).not.toMatch(/penk/i);

  // what came is handed to the worker as the browser would, and shown by it
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const cdp = await context.newCDPSession(phone);
  const registered = new Promise<string>((resolve) =>
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId)),
  );
  await cdp.send('ServiceWorker.enable');
  const origin = torilla.url;
  const deliver = async (data: string) => cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data });
  const shown = () =>
    worker.evaluate(async () => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
      return (await registration.getNotifications()).map(({ title, body, lang, data }) => ({ title, body, lang, path: (data as { path: string }).path }));
    });
  // twice the same stands once
  for (let twice = 0; twice < 2; twice++) await deliver(JSON.stringify(answered));
  await expect.poll(shown).toEqual([{ title: 'Haminan kaupunki', body: 'Kaupunki on vastannut palautteeseesi.', lang: 'fi', path: `/kuitti#${receipt}` }]);
  await deliver('no JSON at all');
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toContain('Torilla');

  await phone.goto(`${torilla.url}${answered['path']}`);
  await phone.reload();
  await expect(phone.getByRole('region', { name: 'Kaupungin vastaus' })).toContainText('Penkit tulevat keväällä.');

  // the stand-in forgot with the page; named again, it is ended with one tap, and the city forgets it
  await choice.getByRole('button', { name: /^Ilmoita tähän/ }).click();
  await choice.getByRole('button', { name: 'Lopeta ilmoitukset' }).click();
  await expect(choice.getByRole('button', { name: /^Ilmoita tähän/ })).toBeVisible();
  expect(await rowsOf(torilla.ownerUrl(), 'select endpoint from push_browser')).toEqual([]);

  // the administrator sees how it went, and tries it out
  await signIn(desk, torilla, 'hallinta@torilla.example');
  await desk.goto(`${torilla.url}/hallinta/ilmoitukset`);
  await expect(desk.getByRole('region', { name: 'Lähetykset' })).toContainText('Vastaus palautteeseen');
  await desk.getByRole('button', { name: 'Lähetä koe itselleni' }).click();
  await expect(desk.getByText('Sähköpostipalvelin otti viestin vastaan.')).toBeVisible();
});
