import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import { newPushKeys, type PushKeys } from '../app/push-keys.ts';
import { pushServicesFrom } from '../app/push-services.ts';
import { webPush } from '../app/web-push.ts';
import type { PushSender } from '../kernel/push.ts';

/** What a browser gives whoever may tell it. */
interface Subscription {
  endpoint: string;
  p256dh: string;
  auth: string;
  language: 'fi' | 'sv' | 'en';
}

/** A browser that is told: its subscription, and what came, opened as a browser opens it. */
export interface TestBrowser {
  subscription: Subscription;
  received: Record<string, string>[];
  /** The bytes as they came. */
  sealed: Buffer[];
}

/** How the service answers: a status with headers, or not at all. */
type Mood = { status: number; headers?: Record<string, string> } | 'hang';

/** A push service on this machine, as those of the browsers' makers: it checks who sends, and opens with the browser's own key what came. */
export interface PushService {
  /** The keys of the city that it lets. */
  keys: PushKeys;
  sender: PushSender;
  url: string;
  browser(language?: Subscription['language']): TestBrowser;
  answer(mood: Mood): void;
  /** How often it was asked, whatever it answered. */
  asked(): number;
  close(): Promise<void>;
}

export async function aPushService(patienceMs = 300): Promise<PushService> {
  const browsers = new Map<string, { opened: TestBrowser; secret: ReturnType<typeof createECDH>; auth: Buffer }>();
  const keys = newPushKeys();
  let mood: Mood = { status: 201 };
  let asked = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void take(request.url!, request.headers, Buffer.concat(chunks), response));
  });
  async function take(path: string, headers: NodeJS.Dict<string | string[]>, body: Buffer, response: ServerResponse): Promise<void> {
    asked++;
    if (mood === 'hang') return;
    const browser = browsers.get(path);
    const [, token] = /^vapid t=([^,]+), ?k=(.+)$/.exec(String(headers['authorization'])) ?? [];
    const known = await jwtVerify(token ?? '', publicKeyOf(keys.publicKey), { audience: url }).catch(() => null);
    if (!known?.payload.sub) return void response.writeHead(403).end();
    if (mood.status < 300 && browser) {
      browser.opened.sealed.push(body);
      browser.opened.received.push(JSON.parse(open(body, browser.secret, browser.auth)) as Record<string, string>);
    }
    response.writeHead(browser ? mood.status : 410, mood.headers).end();
  }
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    keys,
    sender: webPush({ keys, services: pushServicesFrom('localhost, *.push.example.com'), contact: 'mailto:torilla@example.fi', patienceMs }),
    browser(language = 'fi') {
      const secret = createECDH('prime256v1');
      secret.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(16).toString('base64url')}`;
      const subscription = { endpoint: url + path, p256dh: secret.getPublicKey('base64url'), auth: auth.toString('base64url'), language };
      const opened: TestBrowser = { subscription, received: [], sealed: [] };
      browsers.set(path, { opened, secret, auth });
      return opened;
    },
    answer: (next) => (mood = next),
    asked: () => asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function publicKeyOf(base64url: string) {
  const point = Buffer.from(base64url, 'base64url').subarray(1);
  return { kty: 'EC', crv: 'P-256', x: point.subarray(0, 32).toString('base64url'), y: point.subarray(32).toString('base64url') };
}

// RFC 8188 in one record, its key agreed as RFC 8291 says
function open(body: Buffer, secret: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, length] = [body.subarray(0, 16), body[20]!];
  const sender = body.subarray(21, 21 + length);
  const sealed = body.subarray(21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), secret.getPublicKey(), sender]);
  const shared = Buffer.from(hkdfSync('sha256', secret.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // the last record ends with 2, and zeros after it are padding
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}
