// `pnpm schema | db:diff | db:up | seed`: builds the server if it changed and runs its command line.
import { build, run } from './build.ts';
import { environment } from './environment.ts';

build('server');
const command = process.argv.slice(2);
if (command[0] === 'schema') run('node', ['dist/cli.js', ...command], 'server');
else {
  const { env, ready, stop } = await environment();
  try {
    await ready;
    run('node', ['dist/cli.js', ...command], 'server', env);
  } finally {
    await stop();
  }
}
