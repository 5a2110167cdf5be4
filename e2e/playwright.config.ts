import { defineConfig } from '@playwright/test';
import { chromiumArgs, shellPath } from './chromium.ts';

/** Journeys through the built product, each with a server and a database of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  globalSetup: './template.ts',
  // one for the long run of faults; the others wait for clocks now and then
  workers: 3,
  // a machine may be too slow once; what was lost fails at once (faults.spec.ts)
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json'], ['./accessibility.reporter.ts']],
  use: {
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    // to keep the whole app is most of what a browser does in a short journey: those that go without a network ask for it
    serviceWorkers: 'block',
    // what moves is read while it is half on its way, and costs a sixth of the time; a few journeys go with all that moves
    contextOptions: { reducedMotion: 'reduce' },
    // what a journey waits for in vain costs no more than it has to
    actionTimeout: 60_000,
    launchOptions: { executablePath: shellPath(), args: chromiumArgs },
    // a trace of everything would cost half of the time
    trace: 'on-first-retry',
  },
});
