import { expect, test } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { aTablet } from './faults/browser.ts';
import { peopleWalk, phoneOf, said } from './people.ts';
import { startTorilla } from './torilla.ts';

test('an administrator by the command line, workers by mail, a tablet by its code, and a resident who reads the answer, takes a copy and leaves', async ({
  page,
  browser,
}) => {
  const torilla = await startTorilla();
  const tablet = aTablet();
  try {
    await peopleWalk(torilla, { desk: page, tablet, phone: phoneOf(browser) });
    const left = await rowsOf<{ words: string; who: string }>(
      torilla.ownerUrl(),
      `select words, s.display_name as who from feedback left join staff_member s on s.id = feedback.worker_id order by words`,
    );
    expect(left).toEqual([
      { words: said.onni, who: 'Onni O.' },
      { words: said.venla, who: 'Venla V.' },
    ]);
    const { status, told } = torilla.command(['audit:verify']);
    expect(status, told).toBe(0);
  } finally {
    await tablet.dispose();
    await torilla.stop();
  }
});
