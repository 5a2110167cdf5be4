// The README's pictures: `node pictures.ts` walks the main job and photographs it. Build before.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromiumArgs, chromiumPath } from './chromium.ts';
import { aTablet } from './faults/browser.ts';
import { startTorilla } from './torilla.ts';
import { walk } from './walk.ts';

const folder = path.join(import.meta.dirname, 'pictures');
mkdirSync(folder, { recursive: true });

const torilla = await startTorilla();
const tablet = aTablet();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
try {
  const desk = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' });
  await walk(torilla, tablet, desk, async (name, page) => {
    await page.waitForTimeout(400); // what moves has come to rest
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  });
} finally {
  await browser.close();
  await tablet.dispose();
  await torilla.stop();
}
