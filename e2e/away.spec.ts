import { expect, test } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { prepareTablet, sayInField, sendAll } from './faults/field.ts';
import { daysAgo, startTorilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

const DAY = 86_400_000;
const AWAY = 30;

test('thirty days without a network, and everything has run out: capturing worked every day, and one press delivers all', async ({ page, context }) => {
  const torilla = await startTorilla({ alone: true, env: daysAgo(AWAY) });
  try {
    const begin = Date.now() - AWAY * DAY;
    const on = (day: number) => new Date(begin + day * DAY);
    await page.clock.install({ time: on(0) });
    await prepareTablet(torilla, page, torilla.url);
    await signIn(page, torilla, 'mirja@torilla.example');
    const offered = await torilla.ask<{ offerEnrolment: { code: string } }>(
      'mutation ($input: OfferEnrolmentInput!) { offerEnrolment(input: $input) { code } }',
      { input: { name: 'Tabletti 2' } },
      await torilla.signIn('hallinta@torilla.example'),
    );
    await context.setOffline(true);
    await torilla.kill();

    // the event is over after the first day; whoever uses the tablet on collects all the same
    const days = [0, 1, 3, 8, 15, 29, AWAY];
    for (const day of days) {
      await page.clock.setSystemTime(on(day));
      await sayInField(page, torilla.url, `Päivä ${day}, aamulla`, `Päivä ${day}, illalla`);
    }
    await page.goto(`${torilla.url}/kentta/lahetykset`);
    await expect(page.getByText(/nro 14\b/).first()).toBeVisible();

    await torilla.start({});
    await context.setOffline(false);
    // her session is over, and the code that was never used too
    await expect(torilla.ask('{ me { id } staff { id } }', {}, await torilla.signIn('mirja@torilla.example'))).rejects.toThrow('unauthenticated');
    const stranger = { deviceId: crypto.randomUUID(), publicKey: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }, code: offered.offerEnrolment.code };
    const late = torilla.ask('mutation ($input: EnrolTabletInput!) { enrolTablet(input: $input) { id } }', { input: stranger });
    await expect(late).rejects.toThrow('enrolment-expired');
    await sendAll(page, torilla.url);

    const rows = await rowsOf<{ words: string; worker: string; at: string }>(
      torilla.ownerUrl(),
      `select f.words, s.display_name as worker, f.captured_at as at from feedback f join staff_member s on s.id = f.worker_id order by f.captured_at, f.words`,
    );
    expect(rows.map(({ words, worker }) => [words, worker]).toSorted()).toEqual(
      days.flatMap((day) => ['aamulla', 'illalla'].map((when) => [`Päivä ${day}, ${when}`, 'Mirja K.'])).toSorted(),
    );
    // each on its day: the clocks were measured against each other thirty days ago
    for (const { words, at } of rows) expect(Math.abs(Date.parse(at) - on(Number(/\d+/.exec(words)![0])).getTime())).toBeLessThan(0.1 * DAY);
    expect(await rowsOf(torilla.ownerUrl(), `select id from inbox_item where state <> 'ACCEPTED'`)).toEqual([]);

    // the pack is as old as that, and is renewed by the tablet's own key
    await page.goto(`${torilla.url}/kentta/valmius`);
    await page.getByRole('button', { name: 'Tee valmiiksi verkottomaan käyttöön' }).click();
    await expect(page.getByText('Valmis torille')).toBeVisible();
    await expect(page.getByText(/Haettu tänään|Haettu \d/)).toBeVisible();
  } finally {
    await torilla.stop();
  }
});
