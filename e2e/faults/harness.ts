import type { Page } from '@playwright/test';
import path from 'node:path';
import { rowsOf } from '../../server/tools/postgres.ts';
import { startTorilla } from '../torilla.ts';
import { aTablet } from './browser.ts';
import { prepareTablet, sendAll } from './field.ts';
import { openLedger } from './ledger.ts';
import { judge, lookBefore } from './oracle.ts';
import { startProxy } from './proxy.ts';
import { createRandom } from './random.ts';
import { playRound, turnsFor } from './round.ts';
import { startTrouble } from './trouble.ts';
import { badWeather, MARKED } from './weather.ts';

/** How much goes wrong. */
export interface FaultOptions {
  captures: number;
  browserKills: number;
  serverKills: number;
  databaseRestarts: number;
  seed: number;
  /** Played again for what it once found: how much of the weather meets so few captures is chance, and is not judged. */
  again?: boolean;
  /** Told what is going on. */
  say: (line: string) => void;
  /** Ends the run, and everything that it started. */
  signal?: AbortSignal;
}

/** What happened, and what is wrong with it. */
export interface Verdict {
  /** What got lost, doubled or is odd; empty when all is well. */
  problems: string[];
  /** The sums in one line. */
  summary: string;
}

/** Lets people talk into a tablet while browser, server, database and network fail, and then looks whether the city has what the app said was saved, once. */
export async function runFaults(options: FaultOptions): Promise<Verdict> {
  const { captures, browserKills, serverKills, databaseRestarts, seed, say } = options;
  const random = createRandom(seed);
  const began = Date.now();
  const ledger = openLedger(path.resolve(import.meta.dirname, `../../.data/faults/${seed}.jsonl`));
  const torilla = await startTorilla({ alone: true });
  const proxy = await startProxy(torilla.port);
  const tablet = aTablet();
  options.signal?.addEventListener('abort', () => void tablet.kill());
  try {
    await tablet.launch();
    const prepare = (page: Page): Promise<void> => prepareTablet(torilla, page, proxy.url);
    await prepare(await tablet.tab());
    const before = await lookBefore(torilla);
    const weather = badWeather(proxy, random.fork('weather'));
    const wanted = { server: serverKills, database: databaseRestarts, network: Math.ceil(serverKills / 2) };
    const trouble = startTrouble({ torilla, proxy, random: random.fork('trouble'), wanted, captures, said: () => ledger.said.length });
    let mostTabs = 0;
    let databasesLost = 0;
    say(`ready after ${seconds(began)} s`);
    try {
      // Chromium throws away a database whose log was torn by a kill: then the copies must do
      const prepareAnew = async (page: Page): Promise<void> => {
        databasesLost++;
        await weather.fairFor(() => prepare(page));
      };
      const square = { tablet, url: proxy.url, ledger, trouble, turns: turnsFor(captures), prepare: prepareAnew, key: `s${seed}` };
      for (let round = 0; round <= browserKills; round++) {
        options.signal?.throwIfAborted();
        const left = captures - ledger.said.length;
        const killAt = round === browserKills ? null : ledger.said.length + Math.floor((left / (browserKills - round + 1)) * 1.6 * random.next());
        const { tabs } = await playRound(square, random.fork(`round ${round}`), killAt);
        mostTabs = Math.max(mostTabs, tabs);
        say(`round ${round + 1}/${browserKills + 1}: ${ledger.said.length} said, ${tabs} tabs, ${trouble.counts.server} server kills, ${seconds(began)} s`);
      }
      await trouble.over;
    } finally {
      trouble.stop();
    }
    weather.clear();
    say(`all said after ${seconds(began)} s`);
    const again = await tablet.tab();
    await sendAll(again, proxy.url);
    const problems = await judge(torilla, ledger.said, before, { ended: databasesLost > 0 });
    // a restored backup: all that the tablet keeps comes again, and changes nothing
    await rowsOf(torilla.ownerUrl(), 'update server_epoch set epoch = gen_random_uuid()');
    await sendAll(again, proxy.url);
    problems.push(...(await judge(torilla, ledger.said, before, { ended: databasesLost > 0 })).map((problem) => `after sending all again: ${problem}`));
    const { swallow, imposter, refused, ...cut } = proxy.tally;
    const { captures: unanswered, marked } = weather.swallowed();
    if (!options.again && unanswered < captures * MARKED) problems.push(`FAIR WEATHER: only ${unanswered} captures were committed and their answer lost`);
    const count = (start: string): number => problems.filter((problem) => problem.startsWith(start)).length;
    const corrected = ledger.said.filter(({ wordings }) => wordings.length > 1).length;
    const summary = [
      `${ledger.said.length} captured (${ledger.said.filter(({ saved }) => saved >= 0).length} announced as saved, ${corrected} corrected) in up to ${mostTabs} tabs`,
      `${browserKills} browser kills (${databasesLost} of which cost the browser its database), ${trouble.counts.server} server kills, ${trouble.counts.database} database restarts, ${refused} times no network`,
      `${swallow} responses dropped after commit (${unanswered} captures, ${marked} of them marked), ${cut['cut-request'] + cut['cut-answer']} cut, ${imposter} from somebody else`,
      `${seconds(began)} s, seed ${seed}: ${count('LOST')} lost, ${count('DOUBLED')} doubled${problems.length ? `, ${problems.length} problems` : ''}`,
    ].join('; ');
    return { problems, summary };
  } finally {
    await tablet.dispose();
    await proxy.close();
    await torilla.stop();
  }
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);
