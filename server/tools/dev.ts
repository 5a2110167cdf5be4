// `pnpm dev`: the server rebuilt and restarted, the app reloaded, at every change. The app is at http://localhost:5173.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { build, root } from './build.ts';
import { environment } from './environment.ts';

build('server');
const { env, ready, stop: stopPostgres } = await environment();
await ready;
const bins = ['server', 'client', '.'].map((folder) => path.join(root, folder, 'node_modules/.bin'));
const start = (folder: string, file: string, ...args: string[]): ChildProcess =>
  spawn(file, args, { cwd: path.join(root, folder), stdio: 'inherit', env: { ...env, PATH: [...bins, process.env.PATH].join(path.delimiter) } });

const children = [
  // what is served now stays until the new one is written
  start('server', 'vite', 'build', '--watch', '--emptyOutDir=false', '--logLevel', 'warn'),
  start('server', 'node', '--enable-source-maps', '--watch', 'dist/main.js'),
  start('client', 'node', '--watch-path=../schema', 'tools/codegen.ts'),
  start('client', 'vite'),
];
const stop = async (): Promise<void> => {
  for (const child of children) child.kill();
  await stopPostgres();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
