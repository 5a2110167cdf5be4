import { expect, test, type Page } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { pad, prepareTablet, sayInField as say, sendAll, typePin } from './faults/field.ts';
import { dump } from './kept.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

// a tablet that several workers share
let torilla: Torilla;
const PINS = { mirja: '2580', antti: '1470' };
test.beforeAll(async () => {
  torilla = await startTorilla();
  for (const [who, pin] of Object.entries(PINS))
    await torilla.ask('mutation ($input: SetPinInput!) { setPin(input: $input) }', { input: { pin } }, await torilla.signIn(`${who}@torilla.example`));
});
test.afterAll(() => torilla.stop());

const aSharedTablet = (page: Page) => prepareTablet(torilla, page, torilla.url, { pin: PINS.mirja });
async function handTo(page: Page, name: string, pin: string): Promise<void> {
  await page.goto(`${torilla.url}/kentta`);
  await page.getByRole('button', { name }).click();
  await typePin(page, pin);
  await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
}

test('ten guesses at a PIN without a network take an hour and a half, a new start forgets none, and whoever has the tablet collects meanwhile', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await aSharedTablet(page);
  await context.setOffline(true);
  await page.goto(`${torilla.url}/kentta`);
  const antti = page.getByRole('button', { name: 'Antti L.' });
  await antti.click();
  const waits = [0, 0, 0, 0, 30, 60, 300, 900, 900, 900];
  for (const [n, wait] of waits.entries()) {
    await typePin(page, String(n).repeat(4));
    if (!wait) {
      await expect(pad(page).getByText('PIN ei ole oikea')).toBeVisible();
      continue;
    }
    const waiting = pad(page).getByText(/Yritä uudelleen \d+ sekunnin/);
    await expect(waiting).toBeVisible();
    const seconds = Number(/\d+/.exec((await waiting.textContent())!)![0]);
    // the shown clock ticks once in a second
    expect(seconds).toBeLessThanOrEqual(wait + 1);
    expect(seconds).toBeGreaterThan(wait - 20);
    // the right one has to wait as well
    await typePin(page, PINS.antti);
    await expect(waiting).toBeVisible();
    if (n === 6) {
      await page.reload();
      await antti.click();
      await expect(waiting).toBeVisible();
    }
    if (n === 9) break;
    await page.clock.fastForward(wait * 1000);
    await expect(waiting).toBeHidden();
  }
  await page.keyboard.press('Escape');
  await expect(antti).toHaveAttribute('aria-pressed', 'false');
  await say(page, torilla.url, 'Mirja kerää sillä välin');
  await page.clock.fastForward(900_000);
  await handTo(page, 'Antti L.', PINS.antti);
});

test('what each collected stays theirs, whoever has the tablet when it is sent, and handing over takes seconds', async ({ page, context }) => {
  await aSharedTablet(page);
  await context.setOffline(true);
  await say(page, torilla.url, 'A: ensimmäinen');
  const from = Date.now();
  await handTo(page, 'Antti L.', PINS.antti);
  expect(Date.now() - from).toBeLessThan(5000);
  await say(page, torilla.url, 'B: toinen');
  await handTo(page, 'Mirja K.', PINS.mirja);
  await say(page, torilla.url, 'A: kolmas');
  await context.setOffline(false);
  const found = () =>
    rowsOf<{ words: string; worker: string }>(
      torilla.ownerUrl(),
      `select f.words, s.display_name as worker from feedback f join staff_member s on s.id = f.worker_id where f.words ~ '^[AB]: ' order by f.captured_at`,
    );
  await expect.poll(found, { timeout: 30_000 }).toEqual([
    { words: 'A: ensimmäinen', worker: 'Mirja K.' },
    { words: 'B: toinen', worker: 'Antti L.' },
    { words: 'A: kolmas', worker: 'Mirja K.' },
  ]);
});

test('after hand-over and sign-out nothing that the worker before wrote, read or typed lies on the tablet in clear', async ({ page, context }) => {
  const birds = ['kanarialintu', 'tilhi', 'peippo', 'viherpeippo'] as const;
  await aSharedTablet(page);
  await say(page, torilla.url, `Tallennettu: ${birds[0]}`);
  await sendAll(page, torilla.url);
  await signIn(page, torilla, 'mirja@torilla.example');
  await page.goto(`${torilla.url}/hallinta/palautteet`);
  await expect(page.getByText(birds[0]).first()).toBeVisible();
  await context.setOffline(true);
  await say(page, torilla.url, `Lähettämättä: ${birds[1]}`);
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  await form.fill(`Kesken: ${birds[2]}`);
  await page.waitForTimeout(1500);
  await context.setOffline(false);
  await page.goto(`${torilla.url}/hallinta`);
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page.getByRole('button', { name: 'Kirjaudu ulos' })).toHaveCount(0);
  await context.setOffline(true);
  await handTo(page, 'Antti L.', PINS.antti);
  const kept = await dump(page);
  // what is there is there: the names of the day, and what she saved, sealed
  expect(kept).toContain('Mirja K.');
  expect(kept).toContain('torilla-outbox/entries');
  for (const bird of birds) expect(kept).not.toContain(bird);
  for (const pin of Object.values(PINS)) expect(kept).not.toContain(`"${pin}"`);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  await expect(form).toHaveValue('');
  await page.goBack();
  for (const bird of birds) await expect(page.getByText(bird)).toHaveCount(0);
});

test('a role withdrawn while its owner is out of reach with a full queue: everything arrives, and waits for a person', async ({ page, context }) => {
  const MANY = 60; // more than a push holds
  await aSharedTablet(page);
  await context.setOffline(true);
  const words = Array.from({ length: MANY }, (_, n) => `Oikeus päättyi: ${n}`);
  await say(page, torilla.url, ...words);
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const { staff } = await torilla.ask<{ staff: { id: string; displayName: string }[] }>('{ staff { id displayName } }', {}, cookie);
  const staffId = staff.find(({ displayName }) => displayName === 'Mirja K.')!.id;
  await torilla.ask('mutation ($staffId: ID!) { withdrawAccess(staffId: $staffId) { id } }', { staffId }, cookie);
  await context.setOffline(false);
  await sendAll(page, torilla.url);
  await expect(page.getByText('kaupungilla, tarvitsee apua').first()).toBeVisible();
  const held = await rowsOf<{ n: string }>(
    torilla.ownerUrl(),
    `select count(*) as n from inbox_item where state = 'HELD' and reason = 'worker-withdrawn' and worker_id = '${staffId}'`,
  );
  expect(Number(held[0]!.n)).toBe(MANY);
  expect(await rowsOf(torilla.ownerUrl(), `select id from feedback where words like 'Oikeus päättyi%'`)).toEqual([]);
});
