import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { FINDINGS, type Findings } from './accessibility.reporter.ts';
import { readByAxe, themes } from './axe.ts';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn, voices } from './walk.ts';

// what moves would be read while it is half on its way
test.use({ contextOptions: { reducedMotion: 'reduce' } });

let torilla: Torilla;
let eventId: string;
test.beforeAll(async () => {
  torilla = await startTorilla();
  eventId = (await torilla.ask<{ events: { nodes: { id: string }[] } }>('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).events.nodes[0]!.id;
});
test.afterAll(() => torilla.stop());

const open = [
  '/',
  '/suunnitelma',
  '/suunnitelma/3',
  '/tapahtumat',
  '/palaute',
  '/kuitti',
  '/kirjaudu',
  '/kirjaudu/linkki',
  '/tietosuoja',
  '/tietosuoja/palautteet',
  '/saavutettavuus',
  '/ei-ole',
];
const field = ['/kentta', '/kentta/valmius', '/kentta/tallenna', '/kentta/tukkimies', '/kentta/lahetykset'];
const desk = [
  '/hallinta',
  '/hallinta/palautteet',
  '/hallinta/odottaa',
  '/hallinta/laitteet',
  '/hallinta/tapahtumat',
  '/hallinta/tapahtumat/uusi',
  '/hallinta/oma',
  '/hallinta/henkilosto',
  '/hallinta/oikeudet',
  '/hallinta/selosteet',
  '/hallinta/selosteet/palautteet',
  '/hallinta/saavutettavuus',
  '/hallinta/sailytys',
  '/hallinta/katselut',
  '/hallinta/loki',
];
const own = ['/oma', '/oma/palautteet', '/oma/tiedot'];

/** Opens the page and lets axe read it in each theme; what it finds fails the test, and is written down for the accessibility statement. */
async function check(page: Page, path: string, findings: Findings): Promise<void> {
  await page.goto(torilla.url + path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', findings.language);
  // each of its panels comes by itself
  if (path === '/hallinta/oma') await expect(page.locator('main section')).toHaveCount(4);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const name = path.replace(eventId, ':id');
  findings.pages.push(name);
  for (const theme of themes) {
    const { rules, violations } = await readByAxe(page, theme);
    findings.rules = [...new Set([...findings.rules, ...rules])];
    findings.violations.push(
      ...violations.map(({ rule, impact, at }) => ({ rule, impact, page: name, language: findings.language, theme, elements: at.length })),
    );
    expect.soft(violations, `${path}, ${theme}`).toEqual([]);
  }
}

for (const language of ['fi', 'sv', 'en'] as const) {
  test(`every page in ${language}, light, dark and in sunlight: axe is silent`, async ({ page }) => {
    await prepareTablet(torilla, page, torilla.url);
    await page.goto(`${torilla.url}/kentta/tallenna`);
    await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).fill(voices[0]);
    await page.getByRole('button', { name: /^Tallenna/ }).click();
    await page.addInitScript(axe.source);
    await page.addInitScript((locale) => localStorage.setItem('torilla.locale', locale), language);
    await signIn(page, torilla, 'hallinta@torilla.example');
    const findings: Findings = { language, pages: [], themes, rules: [], violations: [] };
    for (const path of [...open, `/tapahtumat/${eventId}`, ...field, ...desk, `/hallinta/tapahtumat/${eventId}`]) await check(page, path, findings);
    await page.goto(torilla.url);
    await page.context().clearCookies();
    await check(page, '/oma', findings);
    await signIn(page, torilla, 'aino@example.fi', 'RESIDENT');
    for (const path of own) await check(page, path, findings);
    await test.info().attach(FINDINGS, { body: JSON.stringify(findings), contentType: 'application/json' });
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
