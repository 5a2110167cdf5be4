import { expect, test } from '@playwright/test';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runFaults, type FaultOptions } from './harness.ts';

// minutes on a machine of its own, more on a busy one
test.describe.configure({ timeout: 30 * 60_000 });

// another seed each day, the same when a test is tried again
const today = Math.floor(Date.now() / 86_400_000);
const folder = path.resolve(import.meta.dirname, '../../.data/faults');

/** Runs, tells the seed and the sums in the report, and names every item that is not as it was said. */
async function play(options: Omit<FaultOptions, 'say'>): Promise<void> {
  test.info().annotations.push({ type: 'seed', description: String(options.seed) });
  // a slow machine may try again; a loss is a loss, whatever the second try says
  const loss = path.join(folder, `${options.seed}.lost`);
  if (test.info().retry) expect(existsSync(loss), `seed ${options.seed} lost something at the first try: see ${loss}`).toBe(false);
  const { problems, summary } = await runFaults({ ...options, say: () => undefined });
  console.log(summary);
  if (problems.length) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(loss, problems.join('\n'));
  }
  expect(problems, `seed ${options.seed}`).toEqual([]);
}

test('300 captures through 20 browser kills and 20 server kills: nothing lost, nothing doubled', () =>
  play({ captures: 300, browserKills: 20, serverKills: 20, databaseRestarts: 3, seed: Number(process.env['FAULTS_SEED'] ?? today) }));
