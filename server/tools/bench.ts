// `pnpm bench [name]`: the figures, as ratios within one run. `faults` is the long run of the fault harness and every seed that it ever failed on.
import { build, run } from './build.ts';

const benches: Record<string, () => void> = {
  read: () => run('vitest', ['bench', '--run', 'src/kernel/read'], 'server', { BENCH: '1', NODE_ENV: 'production' }),
  push: () => run('vitest', ['bench', '--run', 'src/platform/inbox'], 'server', { BENCH: '1', NODE_ENV: 'production' }),
  policy: () => run('vitest', ['bench', '--run', 'src/features/feedback'], 'server', { BENCH: '1', NODE_ENV: 'production' }),
  signin: () => run('vitest', ['bench', '--run', 'src/platform/access'], 'server', { BENCH: '1', NODE_ENV: 'production' }),
  outreach: () => run('vitest', ['bench', '--run', 'src/app'], 'server', { BENCH: '1', NODE_ENV: 'production' }),
  votes: () => run('vitest', ['bench', '--run', 'src/features/budget/vote'], 'server', { BENCH: '1', NODE_ENV: 'production' }),
  tally: () => run('node', ['src/features/budget/tally/tally.bench.ts'], 'server'),
  app: () => {
    build();
    run('node', ['bench.ts'], 'e2e');
  },
  faults: () => {
    build();
    run('node', ['faults/run.ts', '--captures', '5000', '--browser-kills', '100', '--server-kills', '100'], 'e2e');
    run('node', ['faults/run.ts', '--kept'], 'e2e');
  },
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const name of names.length ? names : ['read', 'push', 'policy', 'signin', 'outreach', 'votes', 'tally', 'app']) {
  console.log(`\n── ${name}`);
  benches[name]!();
}
