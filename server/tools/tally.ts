// `pnpm tally FILE.pb --rule …`, `pnpm tally --check FOLDER`: builds the server if it changed and counts, without a database. Paths are those of the folder where it is called.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build, root } from './build.ts';

build('server');
const { status } = spawnSync(process.execPath, [path.join(root, 'server/dist/cli.js'), 'tally', ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  stdio: 'inherit',
});
// what went wrong has been told
process.exitCode = status ?? 1;
