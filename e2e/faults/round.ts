import type { Page } from '@playwright/test';
import type { Tablet } from './browser.ts';
import { fieldTab, residentTab, type CaptureTab } from './capture.ts';
import { pause } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Trouble } from './trouble.ts';
import { wordsOf } from './words.ts';

/** Whose turn it is: numbers the captures, over all tabs and rounds. */
export interface Turns {
  /** The number of the next capture; null when all were said. */
  next(): number | null;
  /** A turn that was taken and came to nothing, as the browser died before save was pressed, is given back. */
  settle(said: number): void;
}

/** Turns for that many captures. */
export function turnsFor(captures: number): Turns {
  let given = 0;
  let lost = 0;
  return {
    next: () => (given - lost < captures ? given++ : null),
    settle: (said) => void (lost = given - said),
  };
}

/** All that a round needs. */
export interface Square {
  tablet: Tablet;
  url: string;
  ledger: Ledger;
  trouble: Trouble;
  turns: Turns;
  /** Makes a tablet of it anew, when the browser threw its database away. */
  prepare: (page: Page) => Promise<void>;
  /** The first word of all that is said here. */
  key: string;
}

const MOST_TABS = 5;

/**
 * People talk in one to five tabs at once. `killAt`: the browser is killed soon after that many were said, whatever it is doing; null: it lives until
 * all is said.
 * @throws Error when the app does not save and nobody killed it
 */
export async function playRound(square: Square, random: Random, killAt: number | null): Promise<{ tabs: number }> {
  const { tablet, ledger, turns } = square;
  if (!tablet.running) await tablet.launch();
  const tabs = random.chance(0.75) ? 1 : 2 + random.below(MOST_TABS - 1);
  const state = { killed: false, over: false };
  const talks = Promise.all(
    Array.from({ length: tabs }, (_, i) => talk(square, random.fork(`tab ${i}`), { alone: tabs === 1, resident: i > 0 && random.chance(0.25) }, state)),
  );
  try {
    if (killAt === null) await talks;
    else {
      const death = die(square, random.below(400), killAt, state);
      // a tab that was just opening when the browser died may never tell
      await Promise.race([talks.then(() => death), death]);
    }
  } finally {
    state.over = true;
  }
  turns.settle(ledger.said.length);
  return { tabs };
}

async function die({ ledger, tablet }: Square, delay: number, killAt: number, state: { killed: boolean; over: boolean }): Promise<void> {
  while (ledger.said.length < killAt) {
    if (state.over) return;
    await pause(5);
  }
  await pause(delay);
  state.killed = true;
  await tablet.kill();
}

async function talk(square: Square, random: Random, how: { alone: boolean; resident: boolean }, state: { killed: boolean }): Promise<void> {
  const { tablet, url, ledger, trouble, key } = square;
  let page: Page | null = null;
  try {
    page = await tablet.tab();
    const tab: CaptureTab = how.resident ? await residentTab(page, url, ledger) : await fieldTab(page, url, ledger, random, square.prepare);
    while (!state.killed) {
      await trouble.keepUp();
      const number = square.turns.next();
      if (number === null) return;
      const said = await tab.say(wordsOf(`${key}-${number}`, random));
      if (how.alone && random.chance(0.05)) await tab.correct(said, wordsOf(`${key}-${number}-korjattu`, random));
    }
  } catch (error) {
    // what a killed browser says of itself is no news
    if (state.killed) return;
    throw new Error(`A tab did not save. ${page ? await standOf(page) : 'It did not open.'}`, { cause: error });
  }
}

async function standOf(page: Page): Promise<string> {
  const shown = await page
    .getByRole('main')
    .innerText({ timeout: 2000 })
    .catch(() => 'nothing');
  return `It stood at ${new URL(page.url()).pathname}, kept ${await keptBy(page)} and showed: ${shown.replaceAll(/\s+/g, ' ').slice(0, 400)}`;
}

/** How many rows the tab's databases have: whether the browser lost them, or the app did not look. */
const keptBy = (page: Page): Promise<string> =>
  Promise.race([
    pause(2000).then(() => 'what it did not tell'),
    page
      .evaluate(async () => {
        const done = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const counts: string[] = [];
        for (const { name, version } of await indexedDB.databases()) {
          const database = await done(indexedDB.open(name!, version));
          for (const table of database.objectStoreNames) counts.push(`${name}/${table} ${await done(database.transaction(table).objectStore(table).count())}`);
          database.close();
        }
        return counts.join(', ') || 'nothing';
      })
      .catch(String),
  ]);
