import { expect, test } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { aTablet } from './faults/browser.ts';
import { aCity } from './faults/city.ts';
import { closeTheLoop } from './loop.ts';
import { phoneOf } from './people.ts';

test('what a resident says at the square comes back to their phone as an answer and a change of the plan, with the network cut twice on the way', async ({
  page,
  browser,
}) => {
  const city = await aCity();
  const tablet = aTablet();
  try {
    await closeTheLoop(city, { tablet, phone: await phoneOf(browser)(), desk: page });
    expect(await rowsOf(city.ownerUrl(), 'select language, state from feedback')).toEqual([{ language: 'sv', state: 'CHANGED' }]);
  } finally {
    await tablet.dispose();
    await city.end();
  }
});
