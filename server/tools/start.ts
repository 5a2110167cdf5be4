// `pnpm start`: builds what changed, brings the database along, serves. Ctrl-C stops everything that was started.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, root } from './build.ts';
import { dataFolder, environment } from './environment.ts';

// PostgreSQL starts while what changed is built, and while the server loads
const starting = environment();
try {
  build();
} catch (error) {
  await (await starting).stop();
  throw error;
}
const { env, ready, stop } = await starting;
const server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
  cwd: path.join(root, 'server'),
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: path.join(dataFolder, 'compiled'), ...env },
});
ready.catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  server.kill();
});
// a terminal sends Ctrl-C to the server too; it answers what is under way before it ends
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', async (code) => {
  await stop();
  process.exit(code ?? 1);
});
if (!process.env.LOG_LEVEL) {
  const port = env.PORT ?? '4000';
  console.log(
    `\n  Torilla          http://localhost:${port}\n  Kenttä           http://localhost:${port}/kentta\n  Hallinta         http://localhost:${port}/hallinta\n  Kehitysposti     http://localhost:${port}/dev/posti\n`,
  );
}
