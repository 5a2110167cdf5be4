import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import webpush from 'web-push';
import type { PushAnswer, PushSender } from '../kernel/push.ts';
import type { PushKeys } from './push-keys.ts';
import { isPrivate, type PushServices } from './push-services.ts';

/** A phone that is off so long is told no more: by then it is old news. */
const TTL_SECONDS = 7 * 86_400;
const PATIENCE_MS = 10_000;
/** Every payload is as long, so that its length tells nobody what it says or in which language. */
const PADDED_BYTES = 1024;

export interface WebPushOptions {
  keys: PushKeys;
  services: PushServices;
  /** Who sends, as push services want to know: an address of the city's. */
  contact: string;
  patienceMs?: number;
}

/** Tells browsers by Web Push (RFC 8030, 8188, 8291, 8292). Follows no redirect, and reaches no address that is private. */
export function webPush({ keys, services, contact, patienceMs = PATIENCE_MS }: WebPushOptions): PushSender {
  return {
    publicKey: keys.publicKey,
    accepts: (endpoint) => services.accepts(endpoint),
    async send({ endpoint, p256dh, auth }, payload) {
      if (!services.accepts(endpoint)) return { fault: 'not-allowed' };
      let request: ReturnType<typeof webpush.generateRequestDetails>;
      try {
        request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, padded(payload), {
          TTL: TTL_SECONDS,
          contentEncoding: 'aes128gcm',
          vapidDetails: { subject: contact, ...keys },
        });
      } catch {
        return { fault: 'unusable-key' }; // a point that is none on the curve; what the library says names it
      }
      const { method, headers, body } = request;
      return post(endpoint, { method, headers: headers as http.OutgoingHttpHeaders, lookup: services.local ? undefined : publicLookup }, body, patienceMs);
    },
  };
}

const padded = (payload: string): string => payload.padEnd(PADDED_BYTES - (Buffer.byteLength(payload) - payload.length));

// the name is looked up once, by the connection itself: what is judged is what is connected to
const publicLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error('no address'), []);
    if (addresses.some(({ address }) => isPrivate(address))) return done(Object.assign(new Error('a private address'), { code: 'EPRIVATE' }), []);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });

function post(url: string, options: https.RequestOptions, body: Buffer | null, patienceMs: number): Promise<PushAnswer> {
  return new Promise((resolve) => {
    const agent = url.startsWith('https:') ? https : http;
    const request = agent.request(url, { ...options, signal: AbortSignal.timeout(patienceMs) }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, retryAfterMs: retryAfter(answer.headers['retry-after']) });
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve({ fault: faultOf(error) }));
    request.end(body);
  });
}

const faultOf = ({ name, code }: NodeJS.ErrnoException): string =>
  code === 'EPRIVATE' ? 'not-allowed' : name === 'TimeoutError' || code === 'ABORT_ERR' ? 'timeout' : 'unreachable';

// seconds, or a day and an hour
function retryAfter(header: string | undefined): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
