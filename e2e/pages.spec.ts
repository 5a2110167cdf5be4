import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { FINDINGS, type Findings } from './accessibility.reporter.ts';
import { readByAxe, themes } from './axe.ts';
import { prepareTablet, sayInField } from './faults/field.ts';
import { hasCome, languages, speak, type Language } from './languages.ts';
import { aBallot, aRound, someIdeas } from './rounds.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn, voices } from './walk.ts';

// whoever has time takes the next
test.describe.configure({ mode: 'parallel' });

let torilla: Torilla;
let eventId: string;
// one for which people register
let meetingId: string;
let draftId: string;
// how people take part in something that a unit changes
let projectId: string;
let roundId: string;
let ballot: Awaited<ReturnType<typeof aBallot>>;
let touchpoint: { id: string; code: string };
test.beforeAll(async () => {
  torilla = await startTorilla();
  eventId = (await torilla.ask<{ events: { nodes: { id: string }[] } }>('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).events.nodes[0]!.id;
  meetingId = (await torilla.ask<{ events: { nodes: { id: string }[] } }>('{ events(filter: { kind: VILLAGE_HEADS }) { nodes { id } } }')).events.nodes[0]!.id;
  draftId = await aDraft();
  projectId = await aProject();
  roundId = await aRound(torilla);
  await someIdeas(torilla, roundId, 'Penkkejä rantaraitille', 'Lisää valoa raitille');
  ballot = await aBallot(torilla);
  touchpoint = await aTouchpoint();
});

async function aTouchpoint(): Promise<typeof touchpoint> {
  const { saveTouchpoint } = await torilla.ask<{ saveTouchpoint: typeof touchpoint }>(
    'mutation ($input: SaveTouchpointInput!) { saveTouchpoint(input: $input) { id code } }',
    { input: { id: randomUUID(), unit: 'wellbeing-promotion', place: 'main-library', name: { fi: 'Lainaustiski' } } },
    await torilla.signIn('hallinta@torilla.example'),
  );
  return saveTouchpoint;
}

/** A published one. */
async function aProject(): Promise<string> {
  const id = randomUUID();
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const parts = { changes: { fi: 'Raitti päällystetään' }, affected: { fi: 'Raitilla kulkevat' }, answers: { fi: 'Viherpalvelut' } };
  const steps = [{ id: randomUUID(), from: '2027-01-10', to: '2027-01-20', words: { fi: 'Kysytään' } }];
  const input = { id, unit: 'green-services', title: { fi: 'Rantaraitin kunnostus' }, ...parts, steps, measureIds: [] };
  await torilla.ask('mutation ($input: SaveParticipationInput!) { saveParticipation(input: $input) { id } }', { input }, cookie);
  await torilla.ask('mutation ($input: MoveParticipationInput!) { publishParticipation(input: $input) { id } }', { input: { id, basedOn: 1 } }, cookie);
  return id;
}

/** The next plan, which differs from the one in force. */
async function aDraft(): Promise<string> {
  const id = randomUUID();
  const cookie = await torilla.signIn('hallinta@torilla.example');
  await torilla.ask(
    'mutation ($input: DraftPlanInput!) { draftPlan(input: $input) { id } }',
    { input: { id, title: { fi: 'Suunnitelma 2027–2029' }, from: 2027, to: 2029 } },
    cookie,
  );
  const { planDraft } = await torilla.ask<{ planDraft: { measures: { id: string }[] } }>(
    'query ($id: ID!) { planDraft(id: $id) { measures(first: 3) { id } } }',
    { id },
    cookie,
  );
  const changed = {
    id: planDraft.measures[2]!.id,
    basedOn: 0,
    title: { fi: 'Asukkaiden budjetti' },
    purpose: { fi: 'Asukkaat päättävät' },
    actions: [{ id: randomUUID(), text: { fi: 'Äänestys' }, schedule: { kind: 'YEARLY', season: 'SPRING' }, responsible: ['ict'] }],
  };
  await torilla.ask('mutation ($input: ReviseMeasureInput!) { reviseMeasure(input: $input) { id } }', { input: changed }, cookie);
  return id;
}
test.afterAll(() => torilla.stop());

const open = [
  '/',
  '/suunnitelma',
  '/suunnitelma/3',
  '/suunnitelma/versiot',
  '/suunnitelma/minuutissa',
  '/suunnitelma/osallistuminen',
  '/suunnitelma/raportti/2025',
  '/tapahtumat',
  '/tapahtumat?nakyma=kuukausi',
  '/tapahtumat?nakyma=kartta',
  '/tilastot',
  '/asiakaskokemus',
  '/budjetti',
  '/budjetti/laske',
  '/ilmoittautuminen',
  '/palaute',
  '/kuitti',
  '/kirjaudu',
  '/kirjaudu/linkki',
  '/tietosuoja',
  '/tietosuoja/palautteet',
  '/haku?q=torin',
  '/saavutettavuus',
  '/viestit/lopeta/linkki',
  '/ei-ole',
];
const field = ['/kentta', '/kentta/valmius', '/kentta/tallenna', '/kentta/tukkimies', '/kentta/idea', '/kentta/aanestys', '/kentta/ovi', '/kentta/lahetykset'];
const desk = [
  '/hallinta',
  '/hallinta/palautteet',
  '/hallinta/palautteet/asetukset',
  '/hallinta/tilastot',
  '/hallinta/kyselyt',
  '/hallinta/odottaa',
  '/hallinta/laitteet',
  '/hallinta/suunnitelma',
  '/hallinta/suunnitelma/3',
  '/hallinta/suunnitelma/versiot',
  '/hallinta/osallistuminen',
  '/hallinta/osallistuminen/uusi',
  '/hallinta/budjetti',
  '/hallinta/budjetti/uusi',
  '/hallinta/asiakaskokemus',
  '/hallinta/tapahtumat',
  '/hallinta/tapahtumat/uusi',
  '/hallinta/oma',
  '/hallinta/henkilosto',
  '/hallinta/oikeudet',
  '/hallinta/selosteet',
  '/hallinta/selosteet/palautteet',
  '/hallinta/saavutettavuus',
  '/hallinta/ilmoitukset',
  '/hallinta/sailytys',
  '/hallinta/katselut',
  '/hallinta/loki',
];
const own = ['/oma', '/oma/palautteet', '/oma/tapahtumat', '/oma/ilmoitukset', '/oma/tiedot'];

/** Goes to a page as the app's own links lead there, once it has come with axe: to load both anew for each page takes longer than to read it. */
async function goOn(page: Page, url: string): Promise<void> {
  const left = await page.evaluate((to) => {
    if (!('axe' in window) || location.pathname === new URL(to).pathname) return false;
    for (const heading of document.querySelectorAll('h1')) heading.dataset['left'] = '';
    history.pushState(null, '', to);
    return dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, url);
  if (!left) await page.goto(url);
  await expect(page.locator('h1:not([data-left])').first()).toBeVisible();
  await expect(page.locator('h1[data-left]')).toHaveCount(0);
}

/** Reads an audience's pages, and gathers what is found in each language; what was found at all fails the test, and everything is written down for the accessibility statement. */
function readAll(audience: Findings['audience']) {
  const all = (Object.keys(languages) as Language[]).map((language, i): Findings => {
    // looks differ by their colours, which do not hang on the words: the others are read in one language
    return { audience, language, pages: [], themes: i === 0 ? themes : themes.slice(0, 1), rules: [], violations: [] };
  });
  // there and back: a page opens in the language in which the last was left
  const order = [...all];
  let spoken: string | null = null;
  return {
    /** Opens the page and lets axe read it in each language, and in each theme. */
    async check(page: Page, ...paths: string[]): Promise<void> {
      for (const path of paths) {
        await goOn(page, torilla.url + path);
        // each of its panels comes by itself
        if (path === '/hallinta/oma') await expect(page.locator('main section')).toHaveCount(6);
        const name = path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, ':id').replace(touchpoint.code, ':code');
        for (const findings of order) {
          const { language } = findings;
          await (language === spoken ? hasCome : speak)(page, language as Language);
          spoken = language;
          findings.pages.push(name);
          for (const theme of findings.themes) {
            const { rules, violations } = await readByAxe(page, theme);
            findings.rules = [...new Set([...findings.rules, ...rules])];
            findings.violations.push(...violations.map(({ rule, impact, at }) => ({ rule, impact, page: name, language, theme, elements: at.length })));
            expect.soft(violations, `${path}, ${language}, ${theme}`).toEqual([]);
          }
        }
        order.reverse();
      }
    },
    attach: async () => {
      for (const findings of all) await test.info().attach(FINDINGS, { body: JSON.stringify(findings), contentType: 'application/json' });
    },
  };
}

const inEachLook = 'in three languages, and light, dark and in sunlight: axe is silent';

test(`every page of residents ${inEachLook}`, async ({ page }) => {
  await page.addInitScript(axe.source);
  const { check, attach } = readAll('resident');
  const of = [
    `/tapahtumat/${eventId}`,
    `/tapahtumat/${meetingId}`,
    `/tapahtumat/${meetingId}/ilmoittaudu`,
    `/suunnitelma/osallistuminen/${projectId}`,
    `/budjetti/${roundId}`,
    `/budjetti/${roundId}/ehdota`,
    `/budjetti/${ballot.roundId}`,
    `/budjetti/${ballot.roundId}/aanesta`,
  ];
  const faces = [`/mielipide/${touchpoint.code}`, `/mielipide/${touchpoint.code}/juliste`];
  await check(page, ...open, ...of, ...faces, '/oma');
  await signIn(page, torilla, 'aino@example.fi', 'RESIDENT');
  await check(page, ...own);
  await attach();
});

test(`every page of the administration ${inEachLook}`, async ({ page }) => {
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const newest = () => torilla.ask<{ feedbackPage: { nodes: { id: string }[] } }>('{ feedbackPage(first: 2) { nodes { id } } }', {}, cookie);
  // twice the same, so that each stands beside the other
  for (const times of [1, 2]) {
    await page.goto(`${torilla.url}/palaute`);
    await page.getByRole('textbox', { name: 'Mitä haluat sanoa?' }).fill(voices[0]);
    await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
    await expect.poll(async () => (await newest()).feedbackPage.nodes.length).toBe(times);
  }
  const opened = `/hallinta/palautteet/${(await newest()).feedbackPage.nodes[0]!.id}`;
  await page.addInitScript(axe.source);
  await signIn(page, torilla, 'hallinta@torilla.example');
  const { check, attach } = readAll('desk');
  const drafts = [`/hallinta/suunnitelma/luonnos/${draftId}`, `/hallinta/suunnitelma/luonnos/${draftId}/3`];
  await check(
    page,
    ...desk,
    opened,
    ...drafts,
    `/hallinta/tapahtumat/${eventId}`,
    `/hallinta/tapahtumat/${eventId}/paiva`,
    `/hallinta/tapahtumat/${eventId}/raportti`,
    `/hallinta/tapahtumat/${meetingId}/siirra`,
    `/hallinta/asiakaskokemus/${touchpoint.id}`,
    `/hallinta/osallistuminen/${projectId}`,
    `/hallinta/budjetti/${roundId}/hankkeet/uusi`,
    `/hallinta/budjetti/${roundId}`,
    `/hallinta/budjetti/${ballot.roundId}/hankkeet/${ballot.projectId}`,
    `/hallinta/budjetti/${ballot.roundId}/koodit`,
    `/hallinta/budjetti/${ballot.roundId}/liput`,
    `/hallinta/budjetti/${ballot.roundId}/aanestyslippu`,
  );
  await attach();
});

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

test.describe('on a tablet', () => {
  test.use({ serviceWorkers: 'allow' });

  test(`every page of field mode ${inEachLook}`, async ({ page }) => {
    await prepareTablet(torilla, page, torilla.url);
    await sayInField(page, torilla.url, voices[0]);
    await page.addInitScript(axe.source);
    const { check, attach } = readAll('field');
    await check(page, ...field);
    await attach();
  });
});
