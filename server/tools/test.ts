// `pnpm test`: every check and every test, the browser's included; what failed and one line of sums at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, root, run, runBeside } from './build.ts';

interface Sums {
  passed: number;
  /** What failed, by name: a long log's end is what a reader sees first. */
  failed: string[];
}

/** What Vitest's report says of a file and of its tests. */
interface Report {
  numPassedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** What Playwright's report says of a file, a block in it, and their tests. */
interface Block {
  title: string;
  suites?: Block[];
  specs?: { title: string; ok: boolean }[];
}

const results = path.join(root, '.data/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const only = process.argv.slice(2);
const total: Sums = { passed: 0, failed: [] };

/** Runs one suite, whatever became of the ones before it. */
async function suite(name: string, work: () => Sums | Promise<Sums>): Promise<void> {
  const wanted = only.includes(name) || (name === 'build' && only.includes('e2e'));
  if (only.length && !wanted) return;
  console.log(`\n── ${name}`);
  try {
    const { passed, failed } = await work();
    total.passed += passed;
    total.failed.push(...failed.map((what) => `${name}: ${what}`));
  } catch (error) {
    console.error((error as Error).message);
    total.failed.push(`${name}: ${(error as Error).message}`);
  }
}

await suite('check', () => {
  run('node', ['server/tools/check.ts'], '.');
  return { passed: 1, failed: [] };
});
await suite('build', () => {
  build();
  return { passed: 1, failed: [] };
});
// side by side: the server's tests wait for their database half of the time. What they serve is built by then, and stays as it is
await Promise.all([
  suite('server', () => vitest('server')),
  (async () => {
    for (const folder of ['schema', 'client']) await suite(folder, () => vitest(folder));
    await suite('e2e', playwright);
  })(),
]);

for (const what of total.failed) console.log(`\nfailed: ${what}`);
console.log(`\n${total.passed} passed, ${total.failed.length} failed`);
process.exit(total.failed.length ? 1 : 0);

async function vitest(folder: string): Promise<Sums> {
  const file = path.join(results, `${folder}.json`);
  const error = await attempt(() => runBeside('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], folder));
  const { numPassedTests: passed, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
    const said = tests.length ? tests : status === 'failed' ? [message] : [];
    return said.map((what) => `${path.relative(root, name)} › ${what}`);
  });
  return { passed, failed: orError(failed, error) };
}

async function playwright(): Promise<Sums> {
  const chromium =
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync) ??
    spawnSync('sh', ['-c', 'command -v chromium chromium-browser google-chrome'], { encoding: 'utf8' }).stdout.split('\n')[0];
  if (!chromium)
    throw new Error('No Chromium or Chrome on this machine: install one (Debian: apt-get install chromium), or run `pnpm test check schema server client`.');
  const file = path.join(results, 'e2e.json');
  const error = await attempt(() => runBeside('playwright', ['test'], 'e2e', { env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, live: true }));
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; flaky: number }; suites: Block[] };
  if (stats.flaky) console.log(`${stats.flaky} passed only when tried again`);
  return { passed: stats.expected + stats.flaky, failed: orError(suites.flatMap(notOk), error) };
}

/** The tests of a block that did not pass, also when tried again. */
function notOk({ title, specs = [], suites = [] }: Block): string[] {
  return [...specs.filter(({ ok }) => !ok).map((spec) => spec.title), ...suites.flatMap(notOk)].map((what) => `${title} › ${what}`);
}

/** A run may fail though each of its tests passed: an error that nobody caught, a hang after the last. */
function orError(failed: string[], error: Error | null): string[] {
  return failed.length || !error ? failed : [error.message];
}

async function attempt(work: () => void | Promise<void>): Promise<Error | null> {
  try {
    await work();
    return null;
  } catch (error) {
    console.error((error as Error).message);
    return error as Error;
  }
}
