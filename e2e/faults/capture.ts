import type { Page } from '@playwright/test';
import { WORKER } from './field.ts';
import type { Ledger, Said } from './ledger.ts';
import type { Random } from './random.ts';

/** A receipt as it stands on the screen. */
const RECEIPT = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
/** A tablet that needs longer than this to save something does not save it. */
const PATIENCE = 90_000;

/** One tab with a form in it. */
export interface CaptureTab {
  /** Says something through the form and notes when the app has shown its receipt. */
  say(words: string): Promise<Said>;
  /** Opens what this tab saved last again and words it anew. */
  correct(said: Said, words: string): Promise<void>;
}

/** Field mode: type, Ctrl+Enter, next. A tablet that is none any more, as its browser threw its database away, is prepared anew. */
export async function fieldTab(page: Page, url: string, ledger: Ledger, random: Random, prepare: (page: Page) => Promise<void>): Promise<CaptureTab> {
  await page.goto(`${url}/kentta/tallenna`);
  const lost = page.getByLabel('Käyttöönottokoodi');
  await page.getByText(WORKER).or(lost).first().waitFor({ timeout: PATIENCE });
  if (await lost.isVisible()) {
    await prepare(page);
    await page.goto(`${url}/kentta/tallenna`);
  }
  const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
  const last = page.getByRole('region', { name: 'Viimeksi tallennettu' });
  let shown: string | null = null;

  /** Presses save and waits for a receipt; a new capture shows another than before. */
  async function save(said: Said, different: boolean): Promise<void> {
    await form.press('Control+Enter');
    const receipt = last.getByText(RECEIPT);
    await (different && shown ? receipt.filter({ hasNotText: shown }) : receipt).waitFor({ timeout: PATIENCE });
    // a correction keeps its receipt: there the emptied form is the sign
    if (!different)
      await page.waitForFunction(
        (label) => document.querySelector<HTMLTextAreaElement>(`textarea[id="${label}"]`)?.value === '',
        await form.getAttribute('id'),
        { timeout: PATIENCE },
      );
    shown = RECEIPT.exec(await receipt.innerText())![0];
    ledger.confirm(said, shown);
  }
  /** Now and then somebody thinks before saving, so that a draft of it lies there. */
  const think = (): Promise<void> => page.waitForTimeout(random.chance(0.1) ? 500 + random.below(500) : 0);

  return {
    async say(words) {
      await form.fill(words, { timeout: PATIENCE });
      await think();
      const said = ledger.attempt(words);
      await save(said, true);
      return said;
    },
    async correct(said, words) {
      await last.getByRole('button', { name: 'Korjaa' }).click();
      await page.waitForFunction(
        ({ id, begin }) => document.querySelector<HTMLTextAreaElement>(`textarea[id="${id}"]`)?.value === begin,
        { id: await form.getAttribute('id'), begin: said.wordings.at(-1)! },
        { timeout: PATIENCE },
      );
      await form.fill(words);
      ledger.correct(said, words);
      await save(said, false);
    },
  };
}

/** A resident's own form, with its page of thanks. */
export async function residentTab(page: Page, url: string, ledger: Ledger): Promise<CaptureTab> {
  await page.goto(`${url}/palaute`);
  const form = page.getByRole('textbox', { name: 'Mitä haluat sanoa?' });
  const thanks = page.getByRole('heading', { name: 'Kiitos, viestisi on tallessa' });
  async function save(said: Said): Promise<Said> {
    await page.getByRole('button', { name: 'Lähetä kaupungille' }).click();
    await thanks.waitFor({ timeout: PATIENCE });
    ledger.confirm(said, RECEIPT.exec(await page.getByRole('main').innerText())![0]);
    return said;
  }
  return {
    async say(words) {
      if (await thanks.isVisible()) await page.getByRole('button', { name: 'Kirjoita toinen viesti' }).click();
      await form.fill(words, { timeout: PATIENCE });
      return save(ledger.attempt(words));
    },
    async correct(said, words) {
      await page.getByRole('button', { name: 'Korjaa viestiä' }).click();
      await form.fill(words);
      ledger.correct(said, words);
      await save(said);
    },
  };
}
