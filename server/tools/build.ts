// `pnpm build`: builds what changed since the last build, the client and the server; says nothing to do when nothing did.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

interface Part {
  name: string;
  /** Files and folders that the result depends on. */
  inputs: string[];
  output: string;
  commands: [file: string, ...args: string[]][];
  folder: string;
}

const parts: Part[] = [
  {
    name: 'server',
    folder: 'server',
    output: 'server/dist/main.js',
    inputs: ['schema/src', 'server/src', 'server/vite.config.ts', 'pnpm-lock.yaml'],
    commands: [['vite', 'build', '--logLevel', 'warn']],
  },
  {
    name: 'operations',
    folder: 'client',
    output: 'client/src/gql/persisted-documents.json',
    inputs: ['schema/src', 'schema/schema.graphql', 'client/tools/codegen.ts', 'pnpm-lock.yaml'],
    commands: [['node', 'tools/codegen.ts']],
  },
  {
    name: 'client',
    folder: 'client',
    output: 'client/dist/server/render.js',
    inputs: [
      'schema/src',
      'schema/schema.graphql',
      'client/src',
      'client/tools',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'pnpm-lock.yaml',
    ],
    commands: [
      ['vite', 'build', '--logLevel', 'warn'],
      ['vite', 'build', '--logLevel', 'warn', '--ssr', 'src/render.ts'],
      ['node', 'tools/budget.ts'],
      ['node', 'tools/circles.ts'],
      ['node', 'tools/compress.ts'],
    ],
  },
];

/** Builds the named parts, each only if its inputs changed. @throws Error when a build fails */
export function build(...names: string[]): void {
  for (const part of parts.filter(({ name }) => !names.length || names.includes(name))) {
    const stamp = path.join(root, '.data', `built-${part.name}`);
    const hash = hashOf(part.inputs);
    if (existsSync(path.join(root, part.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue;
    // apart from what a command prints: that may be read by a program
    console.error(`Building the ${part.name} …`);
    // a build that fails leaves something that no inputs were asked for
    rmSync(stamp, { force: true });
    for (const [file, ...args] of part.commands) run(file, args, part.folder);
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  }
}

/** Runs a program of a package's own in its folder. @throws Error when it fails */
export function run(file: string, args: string[], folder: string, env?: NodeJS.ProcessEnv): void {
  const { status, error } = spawnSync(file, args, { stdio: 'inherit', ...placeOf(folder, env) });
  if (error) throw error;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}`);
}

/** The same, beside others: what it says comes when it is through, so that it stands together, or at once where `live`. @throws Error when it fails */
export async function runBeside(file: string, args: string[], folder: string, { env, live }: { env?: NodeJS.ProcessEnv; live?: boolean } = {}): Promise<void> {
  const child = spawn(file, args, { stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'], ...placeOf(folder, env) });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => said.push(piece));
  const [status] = (await once(child, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(said));
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}`);
}

function placeOf(folder: string, env?: NodeJS.ProcessEnv) {
  const bins = [path.join(root, folder, 'node_modules/.bin'), path.join(root, 'node_modules/.bin')];
  return { cwd: path.join(root, folder), env: { ...process.env, PATH: [...bins, process.env.PATH].join(path.delimiter), ...env } };
}

function hashOf(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (file: string): void => {
    const full = path.join(root, file);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      if (path.basename(file) !== 'gql') for (const inner of readdirSync(full).sort()) add(path.join(file, inner));
    } else if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(full));
  };
  for (const input of inputs) add(input);
  return hash.digest('hex');
}

if (import.meta.main) build();
