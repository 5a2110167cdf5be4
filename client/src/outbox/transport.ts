import { DeviceKey, type EnrolPublicDevice, type EnrolTablet, DeviceKind, DeviceRole } from '@torilla/schema/devices/devices';
import { RosterAnswer, type AskRoster } from '@torilla/schema/devices/roster';
import { Id } from '@torilla/schema/kernel/id';
import { PushAnswer, type PushCaptures } from '@torilla/schema/kernel/capture';
import { problemCodes, type ProblemCode } from '@torilla/schema/kernel/problem';
import type { CityKey, Enrolment } from './meta.ts';

/**
 * Why a request does not count as delivered: nobody answered · someone else did (a login page of a network, a half answer) ·
 * the city asks for patience · the city, or something before it, choked on this request.
 */
export type Fault = 'no-answer' | 'not-the-city' | 'unavailable' | 'refused';

/** A request that changed nothing on this device. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
  constructor(
    readonly fault: Fault,
    /** What the city said, when it spoke. */
    readonly problem: ProblemCode | null = null,
    /** What the city asked to wait, in milliseconds. */
    readonly retryAfterMs: number | null = null,
    cause?: unknown,
  ) {
    super(problem ?? fault, { cause });
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Transport = ReturnType<typeof createTransport>;

/** A slow network is given this long before the request is taken for lost. */
const TIMEOUT = 30_000;

const PUSH = `mutation PushCaptures($input: PushCapturesInput!) { pushCaptures(input: $input) {
  requestId serverEpoch serverTime results { id revision code receipt reason retryAfterMs } receivedThrough missing { from to } } }`;
const ENROL_PUBLIC = 'mutation EnrolPublicDevice($input: EnrolPublicDeviceInput!) { enrolPublicDevice(input: $input) { id name kind } }';
const ENROL_TABLET = 'mutation EnrolTablet($input: EnrolTabletInput!) { enrolTablet(input: $input) { id name kind role event { id } } }';
const ROSTER =
  'query Roster($input: AskRosterInput!) { roster(input: $input) { requestId deviceName workers { id displayName pin { salt iterations hash } } } }';
const CAPTURE_KEY = 'query CaptureKey { captureKey { kid x y } }';

/** The requests of the outbox, by plain fetch. Each answer is checked: HTTP 200 is not delivery. Every method throws NotDelivered. */
export function createTransport(fetch: Fetch) {
  async function ask(operationName: string, query: string, variables: unknown): Promise<Record<string, unknown>> {
    const response = await send(fetch, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'apollo-require-preflight': '1' },
      body: JSON.stringify({ operationName, query, variables }),
    });
    const answer = await jsonOf(response);
    const data = answer?.['data'];
    if (response.ok && isRecord(data) && Object.values(data).some((field) => field !== null)) return data;
    throw faultOf(response, problemIn(answer), answer !== null);
  }

  async function enrol(operationName: string, field: string, query: string, input: EnrolPublicDevice): Promise<Enrolment> {
    const made = (await ask(operationName, query, { input }))[field];
    if (!isEnrolled(made, input.deviceId)) throw new NotDelivered('not-the-city');
    const { name, kind, role, event } = made;
    if (kind !== DeviceKind.TABLET) return { name, kind: 'PUBLIC' };
    const eventId = isRecord(event) && Id.safeParse(event['id']).data;
    return { name, kind, role: role === DeviceRole.KIOSK ? role : 'FIELD', ...(eventId && { eventId }) };
  }

  return {
    /** Resolves only with an answer that echoes the nonce and names each item of the push exactly once. */
    async push(push: PushCaptures): Promise<PushAnswer> {
      const answer = PushAnswer.safeParse((await ask('PushCaptures', PUSH, { input: push }))['pushCaptures']).data;
      const sent = new Set(push.items.map((item) => `${item.id} ${item.revision}`));
      const complete = answer?.results.length === sent.size && answer.results.every((result) => sent.delete(`${result.id} ${result.revision}`));
      if (!complete || answer.requestId !== push.requestId) throw new NotDelivered('not-the-city');
      return answer;
    },
    enrolPublic: (input: EnrolPublicDevice): Promise<Enrolment> => enrol('EnrolPublicDevice', 'enrolPublicDevice', ENROL_PUBLIC, input),
    enrolTablet: (input: EnrolTablet): Promise<Enrolment> => enrol('EnrolTablet', 'enrolTablet', ENROL_TABLET, input),
    async captureKey(): Promise<CityKey> {
      const key = (await ask('CaptureKey', CAPTURE_KEY, {}))['captureKey'];
      const curve = isRecord(key) ? DeviceKey.safeParse({ kty: 'EC', crv: 'P-256', x: key['x'], y: key['y'] }).data : undefined;
      if (!curve || !isRecord(key) || typeof key['kid'] !== 'string') throw new NotDelivered('not-the-city');
      return { kid: key['kid'], x: curve.x, y: curve.y };
    },
    /** Resolves only with an answer that echoes the nonce. */
    async roster(asked: AskRoster): Promise<RosterAnswer> {
      const answer = RosterAnswer.safeParse((await ask('Roster', ROSTER, { input: asked }))['roster']).data;
      if (answer?.requestId !== asked.requestId) throw new NotDelivered('not-the-city');
      return answer;
    },
    /** Asks (HEAD) for, or sends (PUT), bytes of an attachment. @returns how many bytes the city has confirmed; null when a PUT was answered without saying so */
    async chunk(method: 'HEAD' | 'PUT', url: string, headers: Record<string, string>, body: ArrayBuffer | null): Promise<number | null> {
      const response = await send(fetch, url, { method, headers, body });
      const offset = response.headers.get('x-torilla-offset');
      if (response.ok && offset !== null && /^\d+$/.test(offset)) return Number(offset);
      if (response.ok && method === 'PUT') return null;
      throw faultOf(response, problemIn(method === 'PUT' ? await jsonOf(response) : null), true);
    },
  };
}

async function send(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    // a redirect is never the city's: networks send to their login page by it
    return await fetch(url, { ...init, redirect: 'error', cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT) });
  } catch (error) {
    throw new NotDelivered('no-answer', null, null, error);
  }
}

async function jsonOf(response: Response): Promise<Record<string, unknown> | null> {
  if (!/^application\/(graphql-response\+)?json\b/.test(response.headers.get('content-type') ?? '')) return null;
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : null;
  } catch {
    return null;
  }
}

function problemIn(answer: Record<string, unknown> | null): ProblemCode | null {
  const first: unknown = Array.isArray(answer?.['errors']) ? answer['errors'][0] : null;
  const code = isRecord(first) && isRecord(first['extensions']) ? first['extensions']['code'] : null;
  return problemCodes.find((known) => known === code) ?? null;
}

function faultOf(response: Response, problem: ProblemCode | null, spoke: boolean): NotDelivered {
  const seconds = Number(response.headers.get('retry-after'));
  const retryAfterMs = seconds > 0 ? seconds * 1000 : null;
  if ([401, 403, 429, 503].includes(response.status) || problem === 'unavailable' || problem === 'too-many-requests') {
    return new NotDelivered('unavailable', problem, retryAfterMs);
  }
  // 511 is a network that wants a login
  const refused = response.status >= 400 && response.status !== 511;
  return new NotDelivered(refused || (spoke && problem) ? 'refused' : 'not-the-city', problem, retryAfterMs);
}

const isEnrolled = (made: unknown, id: string): made is { name: string; kind: unknown; role: unknown; event: unknown } =>
  isRecord(made) && made['id'] === id && typeof made['name'] === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
