// `pnpm test`: every check and every test, the browser's included; one line of sums at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, root, run } from './build.ts';

interface Sums {
  passed: number;
  failed: number;
}

const results = path.join(root, '.data/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const only = process.argv.slice(2);
const total: Sums = { passed: 0, failed: 0 };
const count = ({ passed, failed }: Sums): void => {
  total.passed += passed;
  total.failed += failed;
};

/** Runs one suite, whatever became of the ones before it. */
function suite(name: string, work: () => Sums): void {
  if (only.length && !only.includes(name)) return;
  console.log(`\n── ${name}`);
  try {
    count(work());
  } catch (error) {
    console.error((error as Error).message);
    count({ passed: 0, failed: 1 });
  }
}

suite('check', () => {
  run('node', ['server/tools/check.ts'], '.');
  return { passed: 1, failed: 0 };
});
for (const folder of ['schema', 'server', 'client']) suite(folder, () => vitest(folder));
suite('e2e', () => {
  build();
  return playwright();
});

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

function vitest(folder: string): Sums {
  const file = path.join(results, `${folder}.json`);
  const error = attempt(() => run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], folder));
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  return { passed, failed: Math.max(failed, error ? 1 : 0) };
}

function playwright(): Sums {
  const chromium =
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ??
    spawnSync('sh', ['-c', 'command -v chromium chromium-browser google-chrome'], { encoding: 'utf8' }).stdout.split('\n')[0];
  if (!chromium)
    throw new Error('No Chromium or Chrome on this machine: install one (Debian: apt-get install chromium), or run `pnpm test check schema server client`.');
  const file = path.join(results, 'e2e.json');
  const error = attempt(() => run('playwright', ['test'], 'e2e', { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }));
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } };
  if (stats.flaky) console.log(`${stats.flaky} passed only when tried again`);
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, error ? 1 : 0) };
}

function attempt(work: () => void): Error | null {
  try {
    work();
    return null;
  } catch (error) {
    console.error((error as Error).message);
    return error as Error;
  }
}
