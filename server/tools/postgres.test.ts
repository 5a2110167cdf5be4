import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { rowsOf, startPostgres } from './postgres.ts';

test('a command that joins the PostgreSQL of a server does not take it away; whoever is the last stops it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'torilla-joined-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await startPostgres(folder, { fast: true });
  const server = new pg.Client({ connectionString: first.ownerUrl('postgres') });
  await server.connect();
  const joined = await startPostgres(folder, { fast: true });
  expect(joined.port).toBe(first.port);
  await joined.leave();
  expect((await server.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await server.end();
  await first.leave();
  await expect(rowsOf(first.ownerUrl('postgres'), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
