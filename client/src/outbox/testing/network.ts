import type { EnrolPublicDevice } from '@torilla/schema/devices/devices';
import type { AskRoster } from '@torilla/schema/devices/roster';
import type { PushAnswer } from '@torilla/schema/kernel/capture';
import type { City } from './city.ts';
import { Refusal, type Inbox } from './inbox.ts';

/** A request on its way. */
export interface Passing {
  url: string;
  init: RequestInit;
  operation: string | null;
  /** Lets it reach the city. Twice is two arrivals. */
  deliver: () => Promise<Response>;
}
/** What a network does with a request. */
export type Weather = (passing: Passing) => Promise<Response>;

export const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const html = (status: number): Response => new Response('<html><body>Kirjaudu verkkoon</body></html>', { status, headers: { 'content-type': 'text/html' } });
const push =
  (change: (answer: PushAnswer) => unknown): Weather =>
  async (passing) => {
    const response = await passing.deliver();
    if (passing.operation !== 'PushCaptures') return response;
    const body = (await response.json()) as { data: { pushCaptures: PushAnswer } };
    return json({ data: { pushCaptures: change(body.data.pushCaptures) } });
  };

const fair: Weather = ({ deliver }) => deliver();
const broken = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));

/** The ways of a network to lose, double or forge. */
export const weather = {
  fair,
  offline: broken,
  loseAnswer: (async ({ deliver }) => (await deliver(), broken())) satisfies Weather,
  double: (async ({ deliver }) => (await deliver(), deliver())) satisfies Weather,
  /** Never answers at all, as for a page that was killed. */
  silence: () => new Promise<Response>(() => undefined),
} as const;

/** Answers that were not the city's, or not whole. None of them is delivery. */
export const portals: Record<string, Weather> = {
  'a login page with 200': async () => html(200),
  'a redirect to a login page': async () => new Response(null, { status: 302, headers: { location: 'https://wifi.example/' } }),
  'a redirect as fetch reports it': broken,
  'network authentication required': async () => html(511),
  'a fault of TLS': broken,
  'an empty 200': async () => new Response('', { status: 200 }),
  'an empty 200 that says it is JSON': async () => new Response('', { status: 200, headers: { 'content-type': 'application/json' } }),
  'a 204': async () => new Response(null, { status: 204 }),
  'cut JSON': async ({ deliver }) => {
    const text = await (await deliver()).text();
    return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': 'application/json' } });
  },
  'the right JSON as text/html': async ({ deliver }) => new Response(await (await deliver()).text(), { headers: { 'content-type': 'text/html' } }),
  "someone else's JSON": async () => json({ ok: true, data: { login: 'required' } }),
  'JSON null': async () => json(null),
  'data null': async () => json({ data: null }),
  'a wrong nonce': push((a) => ({ ...a, requestId: '0190a000-0000-7000-8000-000000000000' })),
  'no nonce': push(({ requestId: _requestId, ...a }) => a),
  'fewer results': push((a) => ({ ...a, results: a.results.slice(1) })),
  'no results': push((a) => ({ ...a, results: [] })),
  'extra results': push((a) => ({ ...a, results: [...a.results, { ...a.results[0]!, id: '0190a000-0000-7000-8000-000000000000' }] })),
  'one result twice in place of another': push((a) => ({ ...a, results: a.results.map(() => a.results[0]!) })),
  "another revision's result": push((a) => ({ ...a, results: a.results.map((r) => ({ ...r, revision: r.revision + 1 })) })),
  'no epoch': push(({ serverEpoch: _serverEpoch, ...a }) => a),
  unauthenticated: async () => json({ errors: [{ message: 'x', extensions: { code: 'unauthenticated' } }] }, 401),
  'a 401 of a proxy': async () => html(401),
  'a 500': async () => html(500),
  'a 502': async () => html(502),
  'a 503': async () => html(503),
  'an error in place of data': async () => json({ errors: [{ message: 'x', extensions: { code: 'internal' } }], data: null }),
};

/** A network between one or more tabs and the city. Its weather can be set for all requests, or for the next ones only. */
export function aNetwork(inbox: Inbox, city: City) {
  const coming: Weather[] = [];
  const held: (() => Promise<Response>)[] = [];
  const log: { operation: string | null; items: number; bytes: number }[] = [];

  const network = {
    now: fair as Weather,
    log,
    /** The weather of the next requests, one each. */
    next: (...some: Weather[]) => void coming.push(...some),
    clear: () => void ((network.now = fair), coming.splice(0)),
    /** The request seems lost and arrives later, when `flush` is called: after others that were sent after it. */
    late: (async ({ deliver }) => (held.push(deliver), broken())) as Weather,
    async flush(): Promise<void> {
      for (const deliver of held.splice(0).reverse()) await deliver();
    },
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const text = typeof init.body === 'string' ? init.body : '{}';
      const body = JSON.parse(text) as { operationName?: string; variables?: { input?: { items?: unknown[] } } };
      const operation = body.operationName ?? null;
      log.push({ operation, items: body.variables?.input?.items?.length ?? 0, bytes: init.body instanceof ArrayBuffer ? init.body.byteLength : text.length });
      return (coming.shift() ?? network.now)({ url, init, operation, deliver: () => arrive(inbox, city, url, init) });
    },
  };
  return network;
}
export type Network = ReturnType<typeof aNetwork>;

async function arrive(inbox: Inbox, city: City, url: string, init: RequestInit): Promise<Response> {
  const chunk = /^\/attachments\/(.+)\?offset=(\d+)&total=(\d+)$/.exec(url);
  if (chunk) {
    const body = init.body instanceof ArrayBuffer ? new Uint8Array(init.body) : null;
    const offset = inbox.takeChunk(chunk[1]!, Number(chunk[2]), Number(chunk[3]), init.method === 'PUT' ? body : null);
    return new Response(null, { status: 200, headers: { 'x-torilla-offset': String(offset) } });
  }
  const { operationName, variables } = JSON.parse(String(init.body)) as { operationName: string; variables: { input: EnrolPublicDevice & AskRoster } };
  try {
    switch (operationName) {
      case 'PushCaptures':
        return json({ data: { pushCaptures: await inbox.push(variables.input) } });
      case 'EnrolPublicDevice':
        return json({ data: { enrolPublicDevice: inbox.enrol(variables.input.deviceId, variables.input.publicKey, 'PUBLIC') } });
      case 'EnrolTablet':
        return json({ data: { enrolTablet: inbox.enrol(variables.input.deviceId, variables.input.publicKey, 'TABLET') } });
      case 'Roster':
        return json({ data: { roster: await inbox.roster(variables.input) } });
      default:
        return json({ data: { captureKey: city.key } });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return json({ data: null, errors: [{ message: 'x', extensions: { code: error.code } }] });
  }
}
