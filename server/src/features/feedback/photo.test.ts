import { createCipheriv, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { httpServer } from '../../app/http.ts';
import { takeChunk } from '../../platform/inbox/attachments.ts';
import { aCity } from '../../testing/city.ts';
import { sha256, TestDevice } from '../../testing/device.ts';

const city = await aCity({ rolledBack: false });
let http: FastifyInstance;
beforeAll(async () => {
  http = await httpServer(city.app, { logLevel: 'silent', trustProxy: false, secure: false });
});
afterAll(() => http.close());

const picture = randomBytes(2000);

/** Words with a photo whose sealed bytes come one chunk at a time. */
async function aPhoto({ wrongKey = false } = {}) {
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(picture), cipher.final(), cipher.getAuthTag()]);
  const tablet = await TestDevice.tablet(city, `Tabletti ${newId()}`);
  const photo = {
    id: newId(),
    type: 'image/jpeg',
    bytes: sealed.length,
    sha256: sha256(sealed),
    key: (wrongKey ? randomBytes(32) : key).toString('base64url'),
  };
  const item = await tablet.seal({ input: { words: 'Kaivo ilman kantta', channel: 'TALKED', photos: [photo] } });
  await tablet.push(item);
  const send = (from: number, to: number) =>
    takeChunk(city.context(), { id: photo.id, captureId: item.id, deviceId: tablet.id, sha256: photo.sha256 }, from, sealed.length, sealed.subarray(from, to));
  return { url: `/attachments/${item.id}/${photo.id}`, id: item.id, send, length: sealed.length };
}

async function cookieOf(person: string): Promise<string> {
  const ask = (query: string) => http.inject({ method: 'POST', url: '/graphql', headers: { 'apollo-require-preflight': '1' }, payload: { query } });
  const email = `${person}@torilla.example`;
  await ask(`mutation { requestSignInCode(input: { email: "${email}" }) }`);
  const code = /\d{6}/.exec(city.mails.find((mail) => mail.to === email)!.text)![0];
  const { headers } = await ask(`mutation { signInWithCode(input: { email: "${email}", code: "${code}" }) { id } }`);
  return String(headers['set-cookie']).split(';')[0]!;
}

/** The same of a resident, who puts what they said into their account. */
async function residentCookie(email: string, claim?: string): Promise<string> {
  const ask = (query: string, cookie = '') =>
    http.inject({ method: 'POST', url: '/graphql', headers: { 'apollo-require-preflight': '1', cookie }, payload: { query } });
  await ask(`mutation { requestSignInCode(input: { email: "${email}", audience: RESIDENT }) }`);
  const code = /\d{6}/.exec(city.mails.find((mail) => mail.to === email)!.text)![0];
  const { headers } = await ask(`mutation { signInAsResident(input: { email: "${email}", code: "${code}" }) { id } }`);
  const cookie = String(headers['set-cookie']).split(';')[0]!;
  if (claim) await ask(`mutation { claimFeedback(input: { receipt: "${await receiptOf(claim)}" }) { id } }`, cookie);
  return cookie;
}

test('staff see a photo once all of it has come, and until then how far it is', async () => {
  const { url, id, send, length } = await aPhoto();
  const cookie = await cookieOf('antti');
  const file = async () =>
    (await (await city.as('antti'))('query ($id: ID!) { feedback(id: $id) { photos { file { received total completedAt } } } }', { id })).data!.feedback
      .photos[0].file;
  expect(await file()).toBeNull();
  await send(0, 700);
  expect(await file()).toEqual({ received: 700, total: length, completedAt: null });
  expect((await http.inject({ url, headers: { cookie } })).statusCode).toBe(404);
  await send(700, length);
  expect(await file()).toMatchObject({ received: length, completedAt: expect.any(Date) });
  const shown = await http.inject({ url, headers: { cookie } });
  expect(shown.rawPayload.equals(picture)).toBe(true);
  expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

test('nobody else sees it, and not under another capture', async () => {
  const { url, send, length } = await aPhoto();
  await send(0, length);
  // said at no event, and to somebody else
  expect((await http.inject({ url, headers: { cookie: await cookieOf('mirja') } })).statusCode).toBe(404);
  expect((await http.inject({ url })).statusCode).toBe(401);
  const cookie = await cookieOf('antti');
  expect((await http.inject({ url: url.replace(/attachments\/[^/]+/, `attachments/${newId()}`), headers: { cookie } })).statusCode).toBe(404);
  expect((await http.inject({ url: '/attachments/x/y', headers: { cookie } })).statusCode).toBe(400);
});

test('a resident sees the photos of what is in their account, and no others', async () => {
  const { url, id, send, length } = await aPhoto();
  await send(0, length);
  const mine = await http.inject({ url, headers: { cookie: await residentCookie('aino@example.fi', id) } });
  expect(mine.rawPayload.equals(picture)).toBe(true);
  expect((await http.inject({ url, headers: { cookie: await residentCookie('eino@example.fi') } })).statusCode).toBe(404);
});

test('a photo that its key does not open says so', async () => {
  const { url, send, length } = await aPhoto({ wrongKey: true });
  await send(0, length);
  expect((await http.inject({ url, headers: { cookie: await cookieOf('antti') } })).statusCode).toBe(422);
});
