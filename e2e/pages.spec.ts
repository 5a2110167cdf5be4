import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn, voices } from './walk.ts';

// what moves would be read while it is half on its way
test.use({ contextOptions: { reducedMotion: 'reduce' } });

declare global {
  interface Window {
    axe: typeof axe;
  }
}

let torilla: Torilla;
let eventId: string;
test.beforeAll(async () => {
  torilla = await startTorilla();
  eventId = (await torilla.ask<{ events: { nodes: { id: string }[] } }>('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).events.nodes[0]!.id;
});
test.afterAll(() => torilla.stop());

const open = ['/', '/suunnitelma', '/suunnitelma/3', '/tapahtumat', '/palaute', '/kuitti', '/kirjaudu', '/ei-ole'];
const field = ['/kentta', '/kentta/valmius', '/kentta/tallenna', '/kentta/tukkimies', '/kentta/lahetykset'];
const desk = [
  '/hallinta',
  '/hallinta/palautteet',
  '/hallinta/odottaa',
  '/hallinta/laitteet',
  '/hallinta/tapahtumat',
  '/hallinta/tapahtumat/uusi',
  '/hallinta/sailytys',
  '/hallinta/loki',
];
const own = ['/oma', '/oma/palautteet', '/oma/tiedot'];

/** Opens the page and lets axe read it in each theme. */
async function check(page: Page, path: string, locale: string): Promise<void> {
  await page.goto(torilla.url + path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  for (const theme of ['light', 'dark', 'sunlight']) {
    const found = await page.evaluate(async (name) => {
      document.documentElement.dataset['theme'] = name;
      const { violations } = await window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join(', ')}`);
    }, theme);
    expect.soft(found, `${path}, ${theme}`).toEqual([]);
  }
}

for (const locale of ['fi', 'sv', 'en']) {
  test(`every page in ${locale}, light, dark and in sunlight: axe is silent`, async ({ page }) => {
    await prepareTablet(torilla, page, torilla.url);
    await page.goto(`${torilla.url}/kentta/tallenna`);
    await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).fill(voices[0]);
    await page.getByRole('button', { name: /^Tallenna/ }).click();
    await page.addInitScript(axe.source);
    await page.addInitScript((language) => localStorage.setItem('torilla.locale', language), locale);
    await signIn(page, torilla, 'hallinta@torilla.example');
    for (const path of [...open, `/tapahtumat/${eventId}`, ...field, ...desk, `/hallinta/tapahtumat/${eventId}`]) await check(page, path, locale);
    await page.goto(torilla.url);
    await page.context().clearCookies();
    await check(page, '/oma', locale);
    await signIn(page, torilla, 'aino@example.fi', 'RESIDENT');
    for (const path of own) await check(page, path, locale);
  });
}

test('a theme that was chosen once is there when the page opens', async ({ page }) => {
  await page.goto(torilla.url);
  for (const theme of ['dark', 'sunlight', 'light']) {
    await page.evaluate((name) => localStorage.setItem('torilla.theme', name), theme);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test('the plan tells all fifteen measures in three languages, switched live', async ({ page }) => {
  await page.goto(`${torilla.url}/suunnitelma`);
  for (const [language, title, schedule] of [
    ['Suomeksi', 'Tilojen yhteiskäyttö', 'vuoden 2024 loppuun mennessä'],
    ['På svenska', 'Gemensamt bruk av lokaler', '2024'],
    ['In English', 'Shared use of premises', '2024'],
  ] as const) {
    await page.getByRole('button', { name: language }).first().click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText(schedule).first()).toBeVisible();
    for (let number = 1; number <= 15; number++) await expect(page.locator(`a[href="/suunnitelma/${number}"]`).first()).toBeAttached();
  }
});
