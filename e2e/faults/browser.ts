import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumArgs, shellPath } from '../chromium.ts';
import { pause } from './clock.ts';
import { anyOf, killAllOf } from './processes.ts';

/** One tablet's browser: it may die at any moment, and its profile stays. */
export interface Tablet {
  /** Starts the browser on what its profile holds. */
  launch(): Promise<void>;
  /** Another tab. */
  tab(): Promise<Page>;
  /** Ends the browser and all its processes in the middle of whatever they do. */
  kill(): Promise<void>;
  readonly running: boolean;
  /** The folder in which the browser keeps everything. */
  readonly profile: string;
  /** Ends it and throws the profile away. */
  dispose(): Promise<void>;
}

/** What takes longer than this on a page does not happen. */
const PATIENCE = 90_000;

/** A tablet in landscape with an empty profile, in Finnish. */
export function aTablet(): Tablet {
  const profile = mkdtempSync(path.join(tmpdir(), 'torilla-tablet-'));
  let context: BrowserContext | null = null;
  // the tab that the browser opens with
  let spare: Page | undefined;

  async function end(): Promise<void> {
    const closed = context && new Promise((resolve) => context!.once('close', resolve));
    context = null;
    killAllOf(profile);
    // a browser that dies while it opens a tab may never tell
    await Promise.race([closed, pause(3000)]);
    while (anyOf(profile)) {
      killAllOf(profile);
      await pause(20);
    }
    // the lock of a dead browser; another machine's name in it would make the next one ask
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(path.join(profile, name), { force: true });
  }

  return {
    async launch() {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: shellPath(),
        args: chromiumArgs,
        locale: 'fi-FI',
        timezoneId: 'Europe/Helsinki',
        viewport: { width: 1180, height: 820 },
        reducedMotion: 'reduce',
        serviceWorkers: 'allow',
      });
      context.setDefaultTimeout(PATIENCE);
      spare = context.pages()[0];
    },
    async tab() {
      if (!context) throw new Error('The browser is not running');
      const page = spare ?? (await context.newPage());
      spare = undefined;
      return page;
    },
    kill: end,
    profile,
    get running() {
      return context !== null;
    },
    async dispose() {
      await end();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
