import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn, voices } from './walk.ts';

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
  '/hallinta/loki',
];

/** Opens the page and lets axe read it. */
async function check(page: Page, path: string): Promise<void> {
  await page.goto(torilla.url + path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForTimeout(150); // what moves has come to rest
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map((node) => node.target).join(', ')}`)).toEqual([]);
}

for (const locale of ['fi', 'sv', 'en']) {
  for (const theme of ['light', 'dark', 'sunlight']) {
    test(`every page in ${locale}, ${theme}: axe is silent`, async ({ page }) => {
      test.setTimeout(480_000);
      await prepareTablet(torilla, page, torilla.url);
      await page.goto(`${torilla.url}/kentta/tallenna`);
      await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).fill(voices[0]);
      await page.getByRole('button', { name: /^Tallenna/ }).click();
      await page.addInitScript(
        ([l, t]) => {
          localStorage.setItem('torilla.locale', l!);
          localStorage.setItem('torilla.theme', t!);
        },
        [locale, theme],
      );
      await signIn(page, torilla, 'hallinta@torilla.example');
      for (const path of [...open, `/tapahtumat/${eventId}`, ...field, ...desk, `/hallinta/tapahtumat/${eventId}`]) await check(page, path);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    });
  }
}

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
