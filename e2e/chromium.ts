import { existsSync } from 'node:fs';

/** The machine's own Chromium, which the environment or the usual places name. @throws Error when there is none */
export function chromiumPath(): string {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => file && existsSync(file));
  if (!found) throw new Error('No Chromium on this machine: install one (Debian: apt-get install chromium) or name it in CHROMIUM.');
  return found;
}

const SHELL = '/usr/bin/chromium-headless-shell';

/** The same Chromium without windows, menus and push messages, where it is installed too: a fifth less work. */
export const shellPath = (): string => (existsSync(SHELL) ? SHELL : chromiumPath());

const off = [
  // the address bar's suggestions: each window draws them in two pages of its own, which is half of its start, and nobody sees them
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // what Playwright turns off, as far as it is of pages on loopback: of two such lists Chromium heeds the last alone
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'MediaRouter',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** How Chromium is started here: it speaks with nobody but the test's own server. */
export const chromiumArgs = [
  `--disable-features=${off.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
