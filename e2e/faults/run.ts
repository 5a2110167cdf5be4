// `node faults/run.ts [--captures 300] [--browser-kills 20] [--server-kills 20] [--database-restarts 3] [--seed N]`, or `--kept`: every seed that ever failed.
import { parseArgs } from 'node:util';
import { runFaults } from './harness.ts';
import { keptSeeds } from './seeds.ts';

const { values } = parseArgs({
  options: {
    captures: { type: 'string', default: '300' },
    'browser-kills': { type: 'string', default: '20' },
    'server-kills': { type: 'string', default: '20' },
    'database-restarts': { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kept: { type: 'boolean', default: false },
  },
});

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort(new Error(`stopped by ${signal}`)));
const runs = values.kept
  ? keptSeeds.map((kept) => ({ ...kept, again: true }))
  : [
      {
        captures: Number(values.captures),
        browserKills: Number(values['browser-kills']),
        serverKills: Number(values['server-kills']),
        databaseRestarts: Number(values['database-restarts']),
        seed: Number(values.seed),
      },
    ];
for (const { seed, ...options } of runs) {
  console.log(`seed ${seed}`);
  try {
    const { problems, summary } = await runFaults({ ...options, seed, say: (line) => console.log(line), signal: stopped.signal });
    for (const problem of problems) console.error(problem);
    console.log(summary);
    if (problems.length) process.exitCode = 1;
  } catch (error) {
    console.error(`seed ${seed} did not come to its end:`, error);
    process.exitCode = 1;
  }
}
