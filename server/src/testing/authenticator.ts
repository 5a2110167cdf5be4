import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array): string => Buffer.from(data).toString('base64url');
const [PRESENT, VERIFIED, ATTESTED] = [1, 4, 64];

/** What an authenticator of the tests does wrong. */
export interface Lie {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Nobody has shown the device that it is them. */
  unverified?: boolean;
  /** Counts from there, as a copy would. */
  counter?: number;
  /** Signs something else. */
  signs?: Uint8Array;
  handle?: string;
  type?: string;
}

/** A device of the tests with a passkey of its own (ES256), as a browser shows it to the page. It may lie in every way that a test needs. */
export function anAuthenticator(home = 'http://localhost') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = base64url(randomBytes(32));
  const { x, y } = publicKey.export({ format: 'jwk' });
  let counter = 0;
  let handle = '';

  const clientData = (type: string, challenge: string, lie: Lie): Buffer =>
    Buffer.from(JSON.stringify({ type: lie.type ?? type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? home, crossOrigin: false }));
  function dataOf(lie: Lie, attested: Uint8Array = new Uint8Array()): Buffer {
    const flags = PRESENT! | (lie.unverified ? 0 : VERIFIED!) | (attested.length ? ATTESTED! : 0);
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE((counter = lie.counter ?? counter + 1));
    return Buffer.concat([sha256(lie.rpId ?? new URL(home).hostname), Buffer.from([flags]), counted, attested]);
  }
  return {
    id,
    /** Makes its passkey, as `navigator.credentials.create` would. */
    create(options: { challenge: string; user: { id: string } }, lie: Lie = {}) {
      handle = options.user.id;
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x!, 'base64url')],
          [-3, Buffer.from(y!, 'base64url')],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), Buffer.from(id, 'base64url'), key]);
      const attestationObject = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', Uint8Array.from(dataOf(lie, attested))],
        ]) as never,
      );
      const clientDataJSON = base64url(clientData('webauthn.create', options.challenge, lie));
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject: base64url(attestationObject), transports: ['internal'] },
      };
    },
    /** Signs with it, as `navigator.credentials.get` would. */
    get(options: { challenge: string }, lie: Lie = {}) {
      const authenticatorData = dataOf(lie);
      const client = clientData('webauthn.get', options.challenge, lie);
      const signature = createSign('sha256')
        .update(lie.signs ?? Buffer.concat([authenticatorData, sha256(client)]))
        .sign(privateKey);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(signature),
          userHandle: lie.handle ?? handle,
        },
      };
    },
  };
}
