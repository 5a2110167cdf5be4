// The loop closed: what a resident said at the square comes back to their phone, and is seen in the plan.
import { expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Tablet } from './faults/browser.ts';
import type { City } from './faults/city.ts';
import { eachPush } from './faults/fates.ts';
import { prepareTablet, sendAll } from './faults/field.ts';
import { speak, type Language } from './languages.ts';
import { signIn, type Look } from './walk.ts';

const SAID = 'Strandvägen behöver bänkar, jag orkar inte gå hela vägen.';
const ANSWER = 'Tre bänkar ställs ut i maj.';
const CHANGE = 'Bänkarna står nu vid badstranden.';
const REPORT = { fi: 'Rantaraitille tuli kolme penkkiä.', sv: 'Tre bänkar kom till strandvägen.', en: 'Three benches came to the shore path.' };

/** The words by which each side is known, as it says them in each language. */
const words = {
  receipt: {
    NOT_RECEIVED: { fi: 'Ei vielä kaupungilla', sv: 'Inte hos staden ännu', en: 'Not with the city yet' },
    RECEIVED: { fi: 'Kaupunki on vastaanottanut', sv: 'Staden har tagit emot det', en: 'Received by the city' },
  },
  path: { fi: 'Näin asiasi etenee', sv: 'Så går ditt ärende framåt', en: 'How your matter is moving' },
  IN_PROGRESS: { fi: 'Selvitetään', sv: 'Utreds', en: 'Being looked into' },
  ANSWERED: { fi: 'Vastattu', sv: 'Besvarat', en: 'Answered' },
  CHANGED: { fi: 'Johti muutokseen', sv: 'Ledde till en ändring', en: 'Led to a change' },
} satisfies Record<string, Record<Language, string> | Record<string, Record<Language, string>>>;

/** Everyone's screens: the shared tablet, the resident's own phone, and an officer's desk. */
export interface Screens {
  tablet: Tablet;
  phone: Page;
  desk: Page;
}

/** Reads the page in each language by its own switch, and leaves it in the resident's. */
async function readInAll(page: Page, look: Look, name: string, there: (language: Language) => Promise<void>): Promise<void> {
  for (const language of ['fi', 'en', 'sv'] as const) {
    await speak(page, language);
    await there(language);
    await look(`${name}-${language}`, page);
  }
}

/** A worker writes down on the tablet, without a network, what a resident says, and how they wish to be answered. @returns the receipt's code */
async function sayAtTheSquare(page: Page, url: string, look: Look): Promise<string> {
  await page.goto(`${url}/kentta/tallenna`);
  await page.getByRole('textbox', { name: 'Mitä asukas sanoi?' }).fill(SAID);
  await page.getByRole('button', { name: 'Näytä loput tiedot' }).click();
  await page.getByRole('button', { name: 'Kieli', exact: true }).click();
  await page.getByRole('button', { name: 'ruotsi' }).click();
  await page.getByRole('button', { name: 'Haluaa vastauksen' }).click();
  await page.getByLabel('Nimi').fill('Alma Berg');
  await page.getByLabel('Sähköposti').fill('alma@example.fi');
  await look('01-torilla-ilman-verkkoa', page);
  await page.getByRole('button', { name: /^Tallenna/ }).click();
  await expect(page.getByRole('textbox', { name: 'Mitä asukas sanoi?' })).toHaveValue('');
  await page.getByRole('button', { name: 'Kuitti', exact: true }).click();
  await look('02-kuitti-laitteella', page);
  const receipt = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole('dialog').innerText())![0];
  await page.keyboard.press('Escape');
  return receipt;
}

/** The officer takes it, looks into it, answers in the resident's language, and tells what changed and where the plan says so. */
async function handle(city: City, { desk, phone }: Screens, look: Look): Promise<void> {
  const step = phone.getByRole('region', { name: words.path.sv });
  await desk.goto(`${city.url}/hallinta/palautteet?vastaus=odottaa`);
  await desk.getByText(SAID.slice(0, 18)).first().click();
  await desk.getByRole('heading', { name: SAID.slice(0, 18) }).focus();
  await desk.keyboard.press('o');
  await expect(desk.getByText('Palaute on ohjattu.').first()).toBeVisible();
  await desk.getByRole('button', { name: 'Ota selvitykseen' }).click();
  await readInAll(desk, look, '05-kasittelija', (language) => expect(desk.getByText(words.IN_PROGRESS[language]).first()).toBeVisible());
  await speak(desk, 'fi');
  await phone.reload();
  await expect(step).toContainText(words.IN_PROGRESS.sv);

  await desk.getByLabel('Vastaa asukkaalle').fill(ANSWER);
  await desk.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await expect(desk.getByText('Lähetetty sähköpostilla', { exact: true })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(ANSWER)).toBeVisible();
  await readInAll(phone, look, '06-vastaus', (language) =>
    expect(phone.getByRole('region', { name: words.path[language] })).toContainText(words.ANSWERED[language]),
  );

  await desk.getByRole('button', { name: 'Mitä muuttui' }).click();
  await desk.getByLabel('Mitä palautteen takia muuttui?').fill(CHANGE);
  await desk.getByLabel('Suunnitelman toimenpide').selectOption({ index: 1 });
  await look('07-mita-muuttui', desk);
  await desk.getByRole('button', { name: 'Lähetä vastaus' }).click();
  await expect(desk.getByText('Mitä tästä seurasi')).toBeVisible();
}

/** Who runs the plan reports on the measure that the feedback changed. */
async function report(city: City): Promise<void> {
  const { plan } = await city.ask<{ plan: { measures: { actions: { id: string }[] }[] } }>('{ plan { measures(first: 1) { actions { id } } } }');
  await city.ask(
    'mutation ($input: ReportActionInput!) { reportAction(input: $input) { id } }',
    { input: { id: randomUUID(), actionId: plan.measures[0]!.actions[0]!.id, state: 'RUNNING', day: new Date().toISOString().slice(0, 10), note: REPORT } },
    await city.signIn('hallinta@torilla.example'),
  );
}

/**
 * One piece of feedback from the tablet at the square to its resident's phone as an answer and a change of the plan. The network is cut twice on the way: while
 * it is written down, and when the city has it and the tablet does not hear so. Both sides are read in three languages.
 */
export async function closeTheLoop(city: City, screens: Screens, look: Look = async () => undefined): Promise<void> {
  const { tablet, phone, desk } = screens;
  await tablet.launch();
  const page = await tablet.tab();
  await page.setViewportSize({ width: 1024, height: 768 });
  const { url } = city.proxy;
  await prepareTablet(city, page, url);

  await city.proxy.refuse();
  await page.context().setOffline(true);
  const receipt = await sayAtTheSquare(page, url, look);
  // the resident's own phone has a network, and asks at once
  await phone.goto(`${city.url}/kuitti#${receipt}`);
  await readInAll(phone, look, '03-ei-viela', (language) => expect(phone.getByRole('heading', { name: words.receipt.NOT_RECEIVED[language] })).toBeVisible());

  city.proxy.decide = eachPush({ kind: 'swallow' });
  await city.proxy.accept();
  await page.context().setOffline(false);
  await expect.poll(() => city.timesSaid(SAID), { timeout: 30_000 }).toBe(1);
  await page.goto(`${url}/kentta/lahetykset`);
  await expect(page.getByText('Kaikki on kaupungilla.')).toHaveCount(0);
  city.proxy.decide = () => ({ kind: 'pass' });
  await sendAll(page, url);
  expect(await city.timesSaid(SAID)).toBe(1);
  await phone.reload();
  await readInAll(phone, look, '04-perilla', (language) => expect(phone.getByRole('heading', { name: words.receipt.RECEIVED[language] })).toBeVisible());

  await signIn(desk, city, 'antti@torilla.example');
  await handle(city, screens, look);
  await report(city);
  await phone.reload();
  await readInAll(phone, look, '08-muutos', (language) =>
    expect(phone.getByRole('region', { name: words.path[language] })).toContainText(words.CHANGED[language]),
  );
  await phone.getByRole('link', { name: 'Se i planen' }).click();
  await expect(phone).toHaveURL(/\/suunnitelma\/1$/);
  await readInAll(phone, look, '09-suunnitelma', (language) => expect(phone.getByText(REPORT[language])).toBeVisible());
}
