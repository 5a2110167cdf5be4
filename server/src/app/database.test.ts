import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, inject, onTestFinished, test } from 'vitest';
import { freePort } from '../../tools/postgres.ts';
import { databaseStarted, letGo } from './database.ts';
import { openOrm } from './orm.ts';

const url = new URL(inject('ownerUrl').replace('{database}', 'postgres'));
const at = (port: number, change: Partial<URL> = {}): string => Object.assign(new URL(url), { port: String(port) }, change).href;

test('a PostgreSQL that comes later than the server is waited for', async () => {
  const port = await freePort();
  const waiting = databaseStarted(at(port), 10_000);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const late = createServer((socket) => void socket.pipe(connect(Number(url.port), '127.0.0.1')).pipe(socket));
  onTestFinished(() => void late.close());
  await once(late.listen(port, '127.0.0.1'), 'listening');
  await expect(waiting).resolves.toBeUndefined();
});

test('one that does not come, or answers something else, is told as it is', async () => {
  await expect(databaseStarted(at(await freePort()), 100)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(databaseStarted(at(Number(url.port), { password: 'wrong' }))).rejects.toThrow('password authentication failed');
  await expect(databaseStarted(at(Number(url.port), { pathname: '/nowhere' }))).rejects.toThrow('does not exist');
});

test('a question whose asker is gone does not keep the server from ending', async () => {
  const orm = await openOrm(inject('ownerUrl').replace('{database}', 'postgres'));
  const asked = orm.em.fork().execute('select 1').catch(String);
  await new Promise(setImmediate);
  // it ends by itself or is given up: in either way before the test's own time is over
  await expect(letGo(orm, 300)).resolves.toBeFalsy();
  await asked;
});
