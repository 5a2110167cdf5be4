import { expect, test } from '@playwright/test';
import { readdirSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { aTablet } from './browser.ts';
import { aCity, type City } from './city.ts';
import { prepareTablet, sendAll } from './field.ts';

let city: City;
test.beforeAll(async () => void (city = await aCity()));
test.afterAll(() => city.end());

/** Cuts the end off the log of the browser's databases, as a browser leaves it that is killed in the middle of a write. */
function tearLog(profile: string): void {
  const all = path.join(profile, 'Default/IndexedDB');
  const folder = path.join(
    all,
    readdirSync(all).find((name) => name.endsWith('.leveldb'))!,
  );
  const log = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .at(-1)!;
  const file = path.join(folder, log);
  truncateSync(file, statSync(file).size - 700);
}

test('a browser that throws the whole database away does not take along what the app said was saved', async () => {
  const tablet = aTablet();
  const words = Array.from({ length: 6 }, (_, n) => `Ennen katoamista ${n}: ${'rantaraitti '.repeat(300)}`);
  try {
    await tablet.launch();
    await prepareTablet(city, await tablet.tab(), city.proxy.url);
    await tablet.kill();
    await city.proxy.refuse();
    for (const [from, to] of [
      [0, 4],
      [4, 6],
    ] as const) {
      await tablet.launch();
      const page = await tablet.tab();
      await page.goto(`${city.proxy.url}/kentta/tallenna`);
      const form = page.getByRole('textbox', { name: 'Mitä asukas sanoi?' });
      for (const one of words.slice(from, to)) {
        await form.fill(one);
        await form.press('Control+Enter');
        await expect(form).toHaveValue('');
      }
      // the second copy is on the disk a moment after the first
      await page.waitForTimeout(1500);
      await tablet.kill();
      if (from === 0) tearLog(tablet.profile);
    }
    // the browser writes on behind the torn end, and at its next start finds the middle damaged: nothing is left
    await tablet.launch();
    const page = await tablet.tab();
    await page.goto(`${city.proxy.url}/kentta/tallenna`);
    await expect(page.getByText('Selain oli hävittänyt tämän laitteen tiedot. Varakopiosta palautettiin 6 viestiä')).toBeVisible();
    await city.proxy.accept();
    await sendAll(page, city.proxy.url);
    for (const one of words) expect(await city.timesSaid(one.trim())).toBe(1);
  } finally {
    await tablet.dispose();
  }
});
