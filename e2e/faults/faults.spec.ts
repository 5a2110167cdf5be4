import { expect, test } from '@playwright/test';
import { runFaults, type FaultOptions } from './harness.ts';
import { keptSeeds } from './seeds.ts';

// minutes on a machine of its own, more on a busy one
test.describe.configure({ timeout: 30 * 60_000 });

/** Runs, tells the seed and the sums in the report, and names every item that is not as it was said. */
async function play(options: Omit<FaultOptions, 'say'>): Promise<void> {
  test.info().annotations.push({ type: 'seed', description: String(options.seed) });
  const { problems, summary } = await runFaults({ ...options, say: () => undefined });
  console.log(summary);
  expect(problems, `seed ${options.seed}`).toEqual([]);
}

test('300 captures through 20 browser kills and 20 server kills: nothing lost, nothing doubled', () =>
  play({ captures: 300, browserKills: 20, serverKills: 20, databaseRestarts: 3, seed: Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000) }));

for (const { found, ...options } of keptSeeds) test(`seed ${options.seed}: ${found}`, () => play(options));
