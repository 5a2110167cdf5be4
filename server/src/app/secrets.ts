import { createECDH } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** What must stay secret, each with what would be wrong with it anywhere and what would be too weak for a city. A secret stands in `NAME`, or in a file that `NAME_FILE` names. */
const secrets: Record<string, { wrong?: (value: string) => string | null; weak?: (value: string) => string | null }> = {
  DATABASE_URL: { weak: weakPasswordIn },
  DATABASE_OWNER_URL: { weak: weakPasswordIn },
  CAPTURE_KEYS: { wrong: wrongKeys },
  VAPID_KEYS: { wrong: wrongPushKeys },
  SMTP_URL: { weak: weakPasswordIn },
  OIDC_CLIENT_SECRET: { weak: (secret) => weak(secret, 'is') },
  RESIDENT_OIDC_CLIENT_SECRET: { weak: (secret) => weak(secret, 'is') },
  IDENTITY_KEY: { wrong: wrongIdentityKey },
};

const SHORTEST = 12;
const SHORTEST_KEY = 32;
const PLACEHOLDER =
  /^(<.*>|\$\{.*|(change|replace)[-_ ]?(me|this).*|(your|my|the)[-_ ].*|example.*|(pass(word|wd|wort|phrase)?|salasana|secret|admin|root|postgres|torilla|test|demo|qwerty|abc|0*1234\d*)[-_ \d!]*)$/i;

/** The environment with every secret in its own name, wherever it lay, and a sentence for each that cannot be used. */
export function withSecrets(environment: NodeJS.ProcessEnv): { environment: NodeJS.ProcessEnv; faults: string[] } {
  const production = environment['NODE_ENV'] === 'production';
  const found = { ...environment };
  const faults: string[] = [];
  for (const [name, { wrong, weak }] of Object.entries(secrets)) {
    const file = environment[`${name}_FILE`];
    if (file) {
      const { value, fault } = environment[name]
        ? { value: '', fault: `${name}: is given twice, also by ${name}_FILE; leave one out` }
        : contentsOf(name, file, production);
      if (fault) faults.push(fault);
      found[name] = value;
    }
    const value = found[name];
    const why = value && (wrong?.(value) ?? (production ? weak?.(value) : null));
    if (why) faults.push(`${name}: ${why}`);
  }
  return { environment: found, faults };
}

function contentsOf(name: string, file: string, production: boolean): { value: string; fault?: string } {
  try {
    const value = readFileSync(file, 'utf8').trim();
    if (!value) return { value, fault: `${name}_FILE: ${file} is empty` };
    if (production && statSync(file).mode & 0o004) return { value, fault: `${name}_FILE: everybody on the machine may read ${file}; give it the mode 0400` };
    return { value };
  } catch (error) {
    return { value: '', fault: `${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code})` };
  }
}

// A URL without a password is fine: the other side then knows the server by another way, as by a certificate. What is no URL is told elsewhere.
function weakPasswordIn(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { username, password } = new URL(url);
  return password ? weak(decodeURIComponent(password), 'its password is', decodeURIComponent(username)) : null;
}

function weak(secret: string, what: string, owner?: string): string | null {
  if (PLACEHOLDER.test(secret) || secret === owner) return `${what} one that everybody would try first; make one at random`;
  if (secret.length >= SHORTEST && new Set(secret).size >= 6) return null;
  return `${what} too easy to guess; make one at random, of ${SHORTEST} characters or more`;
}

// Identity numbers are few enough to be tried one by one: the key alone keeps their hashes from telling them.
function wrongIdentityKey(key: string): string | null {
  if (key.length >= SHORTEST_KEY && new Set(key).size >= 12 && !PLACEHOLDER.test(key)) return null;
  return `must be ${SHORTEST_KEY} random characters or more, as \`openssl rand -base64 32\` makes them`;
}

// What is sealed to a key whose halves do not belong together, nobody could ever open.
function wrongKeys(text: string): string | null {
  const how = 'Make one with `cli keys`';
  const keys = jsonOf(text);
  if (!Array.isArray(keys) || !keys.length) return `must be private JSON Web Keys in a list, the current one first. ${how}`;
  const bad = keys.findIndex((key) => !isWholeKey(key));
  return bad < 0 ? null : `number ${bad + 1} is no whole private key on P-256. ${how}`;
}

// A browser that was named under one half is never told under another.
function wrongPushKeys(text: string): string | null {
  const { publicKey, privateKey } = (jsonOf(text) ?? {}) as Record<string, unknown>;
  const how = 'must be {"publicKey":"…","privateKey":"…"}, as `cli push-keys` makes them';
  if (typeof publicKey !== 'string' || typeof privateKey !== 'string') return how;
  return publicPointOf(privateKey)?.toString('base64url') === publicKey ? null : how;
}

// null for no number of this curve; why, Node might say with the key
function publicPointOf(secret: string): Buffer | null {
  const curve = createECDH('prime256v1');
  try {
    curve.setPrivateKey(Buffer.from(secret, 'base64url'));
  } catch {
    return null;
  }
  return curve.getPublicKey();
}

function isWholeKey(jwk: unknown): boolean {
  const { kty, crv, x, y, d } = (jwk ?? {}) as Record<string, unknown>;
  if (kty !== 'EC' || crv !== 'P-256' || typeof d !== 'string') return false;
  const point = publicPointOf(d)?.subarray(1);
  return point?.subarray(0, 32).toString('base64url') === x && point?.subarray(32).toString('base64url') === y;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // told as what is no list
  }
}
