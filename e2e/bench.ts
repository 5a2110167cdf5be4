// The built app's figures: how quickly a capture is safe, how a full tablet behaves, what a first visit weighs, and Lighthouse. Build before.
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { prepareTablet, typePin } from './faults/field.ts';
import { freePort } from '../server/tools/postgres.ts';
import { startTorilla, type Torilla } from './torilla.ts';

const percentile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;

/** Milliseconds from the press of save to the emptied form, which the app shows when the transaction is on disk. */
async function captureTimes(page: Page, times: number): Promise<number[]> {
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  const found: number[] = [];
  for (let n = 0; n < times; n++) {
    await form.fill(`Mittaus ${n}: rantaraitille tarvitaan penkkejä`);
    const id = await form.getAttribute('id');
    found.push(
      await page.evaluate(async (field) => {
        const area = document.getElementById(field!) as HTMLTextAreaElement;
        const from = performance.now();
        area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
        while (area.value !== '') await new Promise((resolve) => setTimeout(resolve, 1));
        return performance.now() - from;
      }, id),
    );
  }
  return found;
}

const PIN = '2580';
const HAND_OVERS = 20;

/** Milliseconds of each hand-over between two workers: from the press on the next one's name, over the PIN by the pad, until the tablet is theirs and wiped. */
async function handOverTimes(page: Page, url: string): Promise<number[]> {
  const found: number[] = [];
  await page.goto(`${url}/kentta`);
  for (let n = 0; n < HAND_OVERS; n++) {
    const next = page.getByRole('button', { name: n % 2 ? 'Mirja K.' : 'Antti L.' });
    const from = performance.now();
    await next.click();
    await typePin(page, PIN);
    await page.locator('[aria-pressed="true"]', { hasText: n % 2 ? 'Mirja K.' : 'Antti L.' }).waitFor();
    found.push(performance.now() - from);
  }
  return found;
}

/** The same into a resident's hands and back. */
async function deskTimes(page: Page, url: string): Promise<{ given: number[]; taken: number[] }> {
  const [given, taken]: [number[], number[]] = [[], []];
  await page.goto(`${url}/kentta/tallenna`);
  for (let n = 0; n < HAND_OVERS; n++) {
    let from = performance.now();
    await page.getByRole('link', { name: 'Anna laite asukkaalle' }).click();
    await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).waitFor();
    given.push(performance.now() - from);
    from = performance.now();
    await page.getByRole('button', { name: 'Palauta työntekijälle' }).click();
    await typePin(page, PIN);
    await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).waitFor();
    taken.push(performance.now() - from);
  }
  return { given, taken };
}

/** Copies the newest entry until so many lie in the tablet's database, as if a long day had filled it. */
const fillQueue = (page: Page, entries: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('torilla-outbox');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const done = (tx: IDBTransaction): Promise<void> =>
      new Promise((resolve, reject) => {
        tx.oncomplete = () => resolve();
        tx.onerror = () => reject(tx.error);
      });
    const all = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows = (await all(database.transaction('entries').objectStore('entries').getAll())) as { sequence: number; id: string }[];
    const like = rows.at(-1)!;
    let next = Math.max(...rows.map((row) => row.sequence));
    for (let made = rows.length; made < wanted;) {
      const tx = database.transaction('entries', 'readwrite');
      for (let n = 0; n < 2000 && made < wanted; n++, made++) tx.objectStore('entries').put({ ...like, id: crypto.randomUUID(), sequence: ++next });
      await done(tx);
    }
    database.close();
  }, entries);

async function tabletFigures(torilla: Torilla): Promise<void> {
  const context = await chromium.launchPersistentContext(mkdtempSync(path.join(tmpdir(), 'torilla-bench-')), {
    executablePath: chromiumPath(),
    args: chromiumArgs,
    locale: 'fi-FI',
    viewport: { width: 1180, height: 820 },
  });
  const page = context.pages()[0]!;
  for (const who of ['mirja', 'antti'])
    await torilla.ask('mutation ($input: SetPinInput!) { setPin(input: $input) }', { input: { pin: PIN } }, await torilla.signIn(`${who}@torilla.example`));
  await prepareTablet(torilla, page, torilla.url, { pin: PIN });
  await context.setOffline(true);
  const tell = (what: string, times: number[]): void =>
    console.log(`${what}: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`);
  tell('a hand-over to another worker by their PIN (at most 5,000)', await handOverTimes(page, torilla.url));
  const { given, taken } = await deskTimes(page, torilla.url);
  tell("into a resident's hands", given);
  tell('and back by the PIN', taken);
  await page.goto(`${torilla.url}/kentta/tallenna`);
  tell('a capture until it is safe, empty tablet', await captureTimes(page, 200));
  await fillQueue(page, 10_000);
  await page.reload();
  tell('a capture until it is safe, 10,000 in the queue', await captureTimes(page, 200));
  await fillQueue(page, 20_000);
  const opened = performance.now();
  await page.goto(`${torilla.url}/kentta/lahetykset`);
  await page
    .getByText(/nro \d+/)
    .first()
    .waitFor();
  console.log(`the list of 20,000 opens in ${(performance.now() - opened).toFixed(0)} ms`);
  const heap = await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
  console.log(`with a heap of ${(heap / 1e6).toFixed(0)} MB`);
  await context.close();
}

// one run tells little: a machine that is busy for a moment loses twenty points
const LIGHTHOUSE_RUNS = 3;
/** The pages that are read, by who reads them. */
const PAGES = {
  open: [
    '/',
    '/suunnitelma',
    '/kentta',
    '/suunnitelma/3',
    '/suunnitelma/minuutissa',
    '/suunnitelma/osallistuminen',
    '/suunnitelma/raportti/2025',
    '/tapahtumat',
    '/tilastot',
    '/asiakaskokemus',
    '/budjetti',
    '/haku?q=torin',
    '/palaute',
    '/kuitti',
  ],
  RESIDENT: ['/oma', '/oma/ilmoitukset'],
  STAFF: [
    '/hallinta',
    '/hallinta/palautteet',
    '/hallinta/tilastot',
    '/hallinta/kyselyt',
    '/hallinta/asiakaskokemus',
    '/hallinta/tapahtumat',
    '/hallinta/budjetti',
  ],
};
type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

async function comeInBefore(browser: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name, value] = cookie.split('=');
  await browser.addCookies([{ name: name!, value: value!, url }]);
  const page = await browser.newPage();
  await page.goto(`${url}/palaute`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.close();
}

async function lighthouseFigures(torilla: Torilla): Promise<void> {
  const cookies = { open: '', RESIDENT: await torilla.signIn('aino@example.fi', 'RESIDENT'), STAFF: await torilla.signIn('hallinta@torilla.example') };
  for (const [at, cookie] of (Object.keys(PAGES) as (keyof typeof PAGES)[]).flatMap((who) => PAGES[who].map((one) => [one, cookies[who]] as const))) {
    const results: Report[] = [];
    // one of its own for each page: who has been here before has the app started at once, and is no first visitor
    const port = await freePort();
    const profile = mkdtempSync(path.join(tmpdir(), 'torilla-bench-'));
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      args: [...chromiumArgs, `--remote-debugging-port=${port}`],
    });
    // nobody is signed in on their first visit: they have come in by a page before, and their browser keeps the app since
    if (cookie) await comeInBefore(browser, torilla.url, cookie);
    for (let run = 0; run < LIGHTHOUSE_RUNS; run++) {
      const { lhr } = (await lighthouse(torilla.url + at, {
        port,
        output: 'json',
        logLevel: 'error',
        disableStorageReset: cookie !== '',
        onlyCategories: ['performance', 'accessibility', 'best-practices'],
      }))!;
      results.push(lhr);
    }
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
    const speed = ({ categories }: Report): number => categories['performance']?.score ?? 0;
    results.sort((a, b) => speed(a) - speed(b));
    const { categories, audits, environment } = results[LIGHTHOUSE_RUNS >> 1]!;
    const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
    const shown = (audit: string): string => audits[audit]?.displayValue ?? '?';
    console.log(`Lighthouse mobile ${at}, the median of ${results.map((one) => Math.round(speed(one) * 100)).join(' ')}: ${score('performance')} / ${score('accessibility')} / ${score('best-practices')}
    LCP ${shown('largest-contentful-paint')}, blocked ${shown('total-blocking-time')}, shift ${shown('cumulative-layout-shift')}, ${shown('total-byte-weight')}; this machine's benchmark index is ${environment.benchmarkIndex.toFixed(0)}`);
    // the two that the machine has no part in
    for (const name of ['accessibility', 'best-practices'])
      for (const { id, weight } of categories[name]!.auditRefs)
        if (weight > 0 && audits[id]!.score === 0) console.log(`    ${id}: ${JSON.stringify(audits[id]!.details ?? audits[id]!.title).slice(0, 400)}`);
  }
}

const torilla = await startTorilla();
try {
  await lighthouseFigures(torilla);
  await tabletFigures(torilla);
} finally {
  await torilla.stop();
}
