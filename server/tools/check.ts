// `pnpm check`: everything that is wrong without running the program: format, lint, types, directions, unused code, a stale contract.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, root, run } from './build.ts';

const checks: [name: string, work: () => void][] = [
  // what the app imports is made of the contract first
  ['operations', () => build('operations')],
  ['format', () => run('oxfmt', ['--check'], '.')],
  ['lint and types', () => run('oxlint', ['--type-aware', '--type-check', '--deny-warnings'], '.')],
  ['types of components', () => run('vue-tsc', ['--noEmit'], 'client')],
  ['directions', () => run('depcruise', ['--config', '.dependency-cruiser.cjs', 'schema/src', 'server/src', 'client/src'], '.')],
  ['unused', () => run('knip', ['--no-progress'], '.')],
  ['contract', staleContract],
];

// the committed contract must be what the server emits
function staleContract(): void {
  build('server');
  const file = path.join(root, '.data/schema.graphql');
  run('node', ['dist/cli.js', 'schema', file], 'server');
  const emitted = readFileSync(file, 'utf8');
  if (emitted !== readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'))
    throw new Error('schema/schema.graphql is stale: run `pnpm schema`, read the difference and commit it');
  const bare = undocumented(emitted);
  if (bare.length) throw new Error(`These have no description in the API:\n  ${bare.join('\n  ')}`);
}

// every type and field says what it is; the two roots speak for themselves
function undocumented(sdl: string): string[] {
  const lines = sdl.split('\n');
  let type = '';
  return lines.flatMap((line, i) => {
    const declared = /^(?:type|input|enum|scalar|interface|union) (\w+)/.exec(line)?.[1];
    if (declared) type = declared;
    const named = declared ?? /^ {2}(\w+)[(:]/.exec(line)?.[1];
    if (!named || declared === 'Query' || declared === 'Mutation' || declared === 'Subscription' || lines[i - 1]?.endsWith('"""')) return [];
    return [declared ?? `${type}.${named}`];
  });
}

const failed = checks.filter(([name, work]) => {
  console.log(`· ${name}`);
  try {
    work();
    return false;
  } catch (error) {
    console.error((error as Error).message);
    return true;
  }
});
if (failed.length) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
