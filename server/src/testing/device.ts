import { createHash, type webcrypto } from 'node:crypto';
import { CompactEncrypt, importJWK } from 'jose';
import { PROTOCOL, SEAL_ALGORITHMS, signedText, toRanges, type PushAnswer, type PushCaptures, type SealedCapture } from '@torilla/schema/kernel/capture';
import { newId } from '@torilla/schema/kernel/id';
import type { Answer, City } from './city.ts';

const PUSH = `mutation PushCaptures($input: PushCapturesInput!) { pushCaptures(input: $input) {
  requestId serverEpoch serverTime results { id revision code receipt reason retryAfterMs } receivedThrough missing { from to } } }`;

/** What a test captures, if not the usual words at no event. */
export interface Captured {
  id?: string;
  revision?: number;
  sequence?: number;
  operation?: string;
  version?: number;
  input?: unknown;
  eventId?: string | null;
  workerId?: string | null;
  capturedAt?: string;
  clockOffsetMs?: number;
}

/** A device of the tests: seals and signs as the app does, and may lie in every way that a test needs. */
export class TestDevice {
  readonly id = newId();
  readonly epoch = newId();
  made = 0;
  #keys!: webcrypto.CryptoKeyPair;
  readonly #numbers = new Map<string, number[]>();

  private constructor(readonly city: City) {}

  /** A resident's browser that has just enrolled itself. */
  static async public(city: City): Promise<TestDevice> {
    const device = await TestDevice.strange(city);
    const { errors } = await city.ask('mutation ($input: EnrolPublicDeviceInput!) { enrolPublicDevice(input: $input) { id } }', {
      input: { deviceId: device.id, publicKey: await device.publicKey() },
    });
    if (errors.length) throw new Error(errors[0]!.message);
    return device;
  }

  /** A tablet that was enrolled with a code. */
  static async tablet(city: City, name = 'Tabletti 1'): Promise<TestDevice> {
    const device = await TestDevice.strange(city);
    const offer = await (await city.as('mirja'))('mutation ($input: OfferEnrolmentInput!) { offerEnrolment(input: $input) { code } }', { input: { name } });
    const { errors } = await city.ask('mutation ($input: EnrolTabletInput!) { enrolTablet(input: $input) { id name kind } }', {
      input: { deviceId: device.id, publicKey: await device.publicKey(), code: offer.data!.offerEnrolment.code },
    });
    if (errors.length) throw new Error(errors[0]!.message);
    return device;
  }

  /** A device that the city has never heard of. */
  static async strange(city: City): Promise<TestDevice> {
    const device = new TestDevice(city);
    device.#keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    return device;
  }

  async publicKey(): Promise<Record<string, string>> {
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', this.#keys.publicKey);
    return { kty: kty!, crv: crv!, x: x!, y: y! };
  }

  /** Seals one capture with the next number. */
  async seal({
    id = newId(),
    revision = 1,
    sequence = ++this.made,
    operation = 'feedback.give',
    version = 1,
    input,
    eventId = null,
    workerId = null,
    capturedAt,
    clockOffsetMs = 0,
  }: Captured = {}): Promise<SealedCapture> {
    const payload = { operation, version, input: input ?? { words: 'Rantaraitille tarvitaan penkkejä', channel: 'TALKED' } };
    const { kid, jwk } = this.city.app.services.cityKeys.current;
    const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ ...SEAL_ALGORITHMS, kid, id, revision })
      .encrypt(await importJWK({ ...jwk }, SEAL_ALGORITHMS.alg));
    if (eventId) this.#numbers.set(eventId, [...(this.#numbers.get(eventId) ?? []), sequence]);
    return {
      id,
      revision,
      sequence,
      eventId,
      workerId,
      capturedAt: capturedAt ?? this.city.clock.now().toISOString(),
      clockOffsetMs,
      sha256: sha256(sealed),
      sealed,
      origin: null,
    };
  }

  /** A signed push of the items. */
  async envelope(items: SealedCapture[], change: Partial<PushCaptures> = {}): Promise<PushCaptures> {
    const events = [...this.#numbers].map(([eventId, numbers]) => ({ eventId, made: toRanges(numbers) }));
    const push = {
      protocol: PROTOCOL,
      requestId: newId(),
      deviceId: this.id,
      deviceEpoch: this.epoch,
      sentAt: this.city.clock.now().toISOString(),
      report: {
        made: this.made,
        unsent: items.length,
        oldestUnsentAt: items[0]?.capturedAt ?? null,
        storageUsed: 4096,
        storageQuota: 1_000_000,
        persisted: true,
        appVersion: 'test',
        events,
      },
      items,
      ...change,
    };
    return { ...push, signature: change.signature ?? (await this.sign(signedText(push))) };
  }

  async sign(text: string): Promise<string> {
    return Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.#keys.privateKey, new TextEncoder().encode(text))).toString(
      'base64url',
    );
  }

  /** Pushes and gives the whole answer, problems included. */
  async tryPush(items: SealedCapture[], change: Partial<PushCaptures> = {}): Promise<Answer> {
    return this.city.ask(PUSH, { input: await this.envelope(items, change) });
  }

  /** Pushes and expects an answer. */
  async push(...items: SealedCapture[]): Promise<PushAnswer> {
    const { data, errors } = await this.tryPush(items);
    if (!data) throw new Error(`${errors[0]?.message} ${JSON.stringify(errors[0]?.extensions)}`);
    return data.pushCaptures;
  }
}

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
