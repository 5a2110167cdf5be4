import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { connect } from 'node:net';
import { rowsOf } from '../../server/tools/postgres.ts';
import { aTablet, type Tablet } from './browser.ts';
import { fieldTab, type CaptureTab } from './capture.ts';
import { aCity, type City } from './city.ts';
import { prepareTablet, sendAll } from './field.ts';
import { openLedger } from './ledger.ts';
import { judge, lookBefore } from './oracle.ts';
import { createRandom } from './random.ts';

let city: City;
let tablet: Tablet;
test.beforeAll(async () => {
  city = await aCity(true);
  tablet = aTablet();
  await tablet.launch();
  await prepareTablet(city, await tablet.tab(), city.proxy.url);
});
test.afterAll(async () => {
  await tablet.dispose();
  await city.end();
});

/** Talks until told to stop, while `work` goes on, and then asks the judge. */
async function whileTalking(name: string, work: (tab: CaptureTab) => Promise<void>): Promise<string[]> {
  const before = await lookBefore(city);
  const ledger = openLedger(test.info().outputPath('said.jsonl'));
  const page = await tablet.tab();
  const tab = await fieldTab(page, city.proxy.url, ledger, createRandom(1), () => Promise.reject(new Error('the tablet lost its database')));
  let talking = true;
  const talk = (async () => {
    for (let n = 0; talking; n++) await tab.say(`${name} ${n}`);
  })();
  await Promise.race([work(tab), talk]);
  talking = false;
  await talk;
  await sendAll(page, city.proxy.url);
  expect(ledger.said.length).toBeGreaterThanOrEqual(1);
  return judge(city, ledger.said, before);
}

const readiness = async (): Promise<number> => (await fetch(`${city.url}/readyz`)).status;

test('PostgreSQL restarted under load: the server lives, says so, and nothing is lost', async () => {
  const seen: number[] = [];
  const problems = await whileTalking('kanta', async () => {
    await city.proxy.nextPush();
    let restarting = true;
    const restart = city.restartPostgres().then(() => (restarting = false));
    while (restarting) seen.push(await readiness());
    await restart;
    await expect.poll(readiness, { timeout: 20_000 }).toBe(200);
    await city.proxy.nextPush();
  });
  expect(problems).toEqual([]);
  expect(new Set(seen)).toContain(503);
  expect([...new Set(seen)].every((status) => status === 200 || status === 503)).toBe(true);
});

test('told to stop in the middle of a push, the server answers it first', async () => {
  const answered: number[] = [];
  const problems = await whileTalking('pysäytys', async () => {
    await city.proxy.nextPush();
    // the push that waits for the table is in the middle of its transaction for certain
    const holding = rowsOf(city.ownerUrl(), 'begin; lock table inbox_item in share mode; select pg_sleep(3); commit');
    const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and usename <> current_user";
    await expect.poll(async () => (await rowsOf(city.ownerUrl(), waiting)).length).toBeGreaterThan(0);
    city.proxy.heard = ({ operation }, status) => operation === 'PushCaptures' && answered.push(status);
    await city.kill('SIGTERM');
    await holding;
    await city.start();
    await city.proxy.nextPush();
  });
  expect(problems).toEqual([]);
  expect(answered[0]).toBe(200);
});

test('told to stop, the server does not wait for a connection on which nothing was asked', async () => {
  const ahead = connect(city.port, '127.0.0.1');
  await once(ahead, 'connect');
  const began = Date.now();
  const closed = once(ahead.resume(), 'close');
  await city.kill('SIGTERM');
  await closed;
  // it would be kept for half a minute
  expect(Date.now() - began).toBeLessThan(20_000);
  await city.start();
});
