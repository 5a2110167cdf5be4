import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newCityKey } from '../platform/inbox/city-keys.ts';
import { newPushKeys } from './push-keys.ts';
import { readConfig } from './config.ts';

const [key, other] = [await newCityKey(), await newCityKey()];
const database = { DATABASE_URL: 'postgresql://app@db/torilla' };
const production = {
  ...database,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://torilla.example.fi/',
  CAPTURE_KEYS: JSON.stringify([key]),
  IDENTITY_KEY: 'Yh3vT9mLr0pXe5Zq8wBn2cDk7sGf4aJu',
  SMTP_URL: 'smtps://mail.example.fi',
  MAIL_FROM: 'Torilla <torilla@example.fi>',
  AUDIT_HEADS: '/var/log/torilla/audit-heads.jsonl',
};
const folder = mkdtempSync(path.join(tmpdir(), 'torilla-secrets-'));
const aFile = (name: string, text: string, mode = 0o400): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
};
const withPassword = (password: string) => ({ ...production, DATABASE_URL: `postgresql://app:${encodeURIComponent(password)}@db/torilla` });
const faultsOf = (environment: object): string => {
  try {
    readConfig(environment as NodeJS.ProcessEnv);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('what is needed to try it is the database alone', () => {
  expect(readConfig(database)).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4000',
    ownerUrl: database.DATABASE_URL,
    production: false,
    demo: false,
  });
});

test('production is https with keys of its own', () => {
  expect(readConfig(production)).toMatchObject({ production: true, publicUrl: 'https://torilla.example.fi' });
});

const provider = { OIDC_ISSUER: 'https://login.example.fi', OIDC_CLIENT_ID: 'torilla', OIDC_CLIENT_SECRET: 'Vq3zT8mLr0pX' };

test('how long sessions last is said in minutes, hours or days', () => {
  const HOUR = 60 * 60_000;
  expect(readConfig({ ...database, SESSION_STAFF_IDLE: '15m', SESSION_RESIDENT_MOST: '60d' }).sessionTimes).toEqual({
    staff: { idle: HOUR / 4, most: 12 * HOUR },
    resident: { idle: 30 * 24 * HOUR, most: 60 * 24 * HOUR },
  });
});

test('what a provider says of staff is named value by value', () => {
  const OIDC_ROLES = '{"admin":"ADMINISTRATOR","parks":["OFFICER:green-services","WORKER"]}';
  expect(readConfig({ ...production, ...provider, OIDC_ROLE_CLAIM: 'groups', OIDC_ROLES }).staffProvider).toEqual({
    issuer: 'https://login.example.fi',
    clientId: 'torilla',
    clientSecret: 'Vq3zT8mLr0pX',
    scope: 'openid profile email',
    mapping: {
      claim: 'groups',
      days: 30,
      roles: {
        admin: [{ role: 'ADMINISTRATOR', unit: null }],
        parks: [
          { role: 'OFFICER', unit: 'green-services' },
          { role: 'WORKER', unit: null },
        ],
      },
    },
  });
  expect(readConfig(production).staffProvider).toBeNull();
});

const broker = {
  RESIDENT_OIDC_ISSUER: 'https://broker.example.fi',
  RESIDENT_OIDC_CLIENT_ID: 'torilla',
  RESIDENT_OIDC_CLIENT_SECRET: 'Qm4xYd7sKe2w',
};

test('what a broker says of residents is read where the environment says it stands', () => {
  const read = (more: object) => readConfig({ ...production, ...broker, ...more } as NodeJS.ProcessEnv).residentProvider;
  expect(read({ RESIDENT_OIDC_CLAIMS: '{"number":"urn:oid:1.2.246.21"}', RESIDENT_OIDC_ACR: ' loa2  loa3 ' })).toEqual({
    issuer: 'https://broker.example.fi',
    clientId: 'torilla',
    clientSecret: 'Qm4xYd7sKe2w',
    scope: 'openid profile',
    mapping: {
      claims: {
        number: 'urn:oid:1.2.246.21',
        foreignId: 'personIdentifier',
        name: 'name',
        birthDate: 'birthdate',
        homeMunicipality: 'municipalityCode',
      },
      acr: ['loa2', 'loa3'],
    },
  });
  expect(readConfig(production).residentProvider).toBeNull();
  const { IDENTITY_KEY, ...rest } = production;
  expect(readConfig({ ...rest, IDENTITY_KEY_FILE: aFile('identity', IDENTITY_KEY) }).identityKey).toBe(IDENTITY_KEY);
});

test.each([
  ['nothing at all', {}, ['DATABASE_URL: is missing']],
  ['another database', { DATABASE_URL: 'mysql://x/y' }, ['DATABASE_URL: must be a postgresql://']],
  ['a port that is none', { ...database, PORT: 'http' }, ['PORT: ']],
  ['production without https', { ...production, PUBLIC_URL: 'http://torilla.example.fi' }, ['PUBLIC_URL: must be an https']],
  ['production without mail', { ...production, SMTP_URL: undefined }, ['SMTP_URL: is missing']],
  ['mail without a sender', { ...production, MAIL_FROM: undefined }, ['MAIL_FROM: is missing']],
  ['a sender that is none', { ...production, MAIL_FROM: 'Torilla' }, ['MAIL_FROM: must be an address']],
  ['a map without who makes it', { ...database, MAP_TILES_URL: 'https://kartat.example/{z}/{x}/{y}.png' }, ['MAP_TILES_ATTRIBUTION: is missing']],
  ['a map that is no map', { ...database, MAP_TILES_URL: 'http://kartat.example/{z}.png', MAP_TILES_ATTRIBUTION: 'K' }, ['MAP_TILES_URL: must be https://']],
  ['a mail server that is none', { ...production, SMTP_URL: 'https://mail.example.fi' }, ['SMTP_URL: must be smtps://']],
  ['a demo that would mail', { ...database, DEMO: 'true', SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fi' }, ['SMTP_URL: the demo shows']],
  ['a provider without https', { ...database, ...provider, OIDC_ISSUER: 'http://login.example.fi' }, ['OIDC_ISSUER: must be the https']],
  ['a provider of this machine in production', { ...production, ...provider, OIDC_ISSUER: 'http://localhost:9' }, ['OIDC_ISSUER: must be the https']],
  [
    'a provider that does not know the city',
    { ...database, OIDC_ISSUER: provider.OIDC_ISSUER },
    ['OIDC_CLIENT_ID: is missing', 'OIDC_CLIENT_SECRET: is missing'],
  ],
  ['roles that are no JSON', { ...database, ...provider, OIDC_ROLES: 'admin=ADMINISTRATOR' }, ['OIDC_ROLES: must be JSON']],
  ['a role that there is not', { ...database, ...provider, OIDC_ROLES: '{"admin":"KING"}' }, ['OIDC_ROLES: ']],
  ['a worker of a unit', { ...database, ...provider, OIDC_ROLES: '{"w":"WORKER:green-services"}' }, ['OIDC_ROLES: ']],
  ['a role for two units at once', { ...database, ...provider, OIDC_ROLES: '{"w":"OFFICER:a:b"}' }, ['OIDC_ROLES: ']],
  ['a role for ever', { ...database, ...provider, OIDC_ROLE_DAYS: '0' }, ['OIDC_ROLE_DAYS: ']],
  ['a scope without openid', { ...database, ...provider, OIDC_SCOPE: 'email' }, ['OIDC_SCOPE: ']],
  ['a broker without https', { ...database, ...broker, RESIDENT_OIDC_ISSUER: 'http://broker.example.fi' }, ['RESIDENT_OIDC_ISSUER: must be the https']],
  ['production without a key to know people by', { ...production, IDENTITY_KEY: undefined }, ['IDENTITY_KEY: is missing']],
  ['a short key', { ...database, IDENTITY_KEY: 'Yh3vT9mLr0pX' }, ['IDENTITY_KEY: must be 32 random characters']],
  ['a long key that is simple', { ...database, IDENTITY_KEY: 'abcabcabcabcabcabcabcabcabcabcabcabc' }, ['IDENTITY_KEY: must be 32']],
  ['claims that are no JSON', { ...database, ...broker, RESIDENT_OIDC_CLAIMS: 'name' }, ['RESIDENT_OIDC_CLAIMS: must be JSON']],
  ['a claim that nobody asks for', { ...database, ...broker, RESIDENT_OIDC_CLAIMS: '{"hetu":"x"}' }, ['RESIDENT_OIDC_CLAIMS: must be JSON']],
  ['production without a place for heads', { ...production, AUDIT_HEADS: undefined }, ['AUDIT_HEADS: is missing']],
  ['a time without a unit', { ...database, SESSION_STAFF_IDLE: '30' }, ['SESSION_STAFF_IDLE: must be a time']],
  ['no time at all', { ...database, SESSION_STAFF_MOST: '0h' }, ['SESSION_STAFF_MOST: must be a time']],
  ['more than a year', { ...database, SESSION_RESIDENT_MOST: '400d' }, ['SESSION_RESIDENT_MOST: must be a time']],
  ['a rest longer than the whole', { ...database, SESSION_STAFF_IDLE: '13h' }, ['SESSION_STAFF_IDLE: must not be longer']],
  ['production without keys and with the demo', { ...production, CAPTURE_KEYS: undefined, DEMO: 'true' }, ['CAPTURE_KEYS: is missing', 'DEMO: ']],
  ['keys that are no JSON', { ...database, CAPTURE_KEYS: 'secret' }, ['CAPTURE_KEYS: must be private JSON Web Keys in a list']],
  ['no key in the list', { ...production, CAPTURE_KEYS: '[]' }, ['CAPTURE_KEYS: must be private']],
  ['a public key', { ...database, CAPTURE_KEYS: JSON.stringify([key, { ...other, d: undefined }]) }, ['CAPTURE_KEYS: number 2 is no whole private key']],
  ['halves of two keys', { ...database, CAPTURE_KEYS: JSON.stringify([{ ...key, d: other.d }]) }, ['CAPTURE_KEYS: number 1 is no whole private key']],
  ['push keys that do not belong together', { ...database, VAPID_KEYS: JSON.stringify({ ...newPushKeys(), publicKey: 'B' }) }, ['VAPID_KEYS: must be']],
  ['push keys that are none', { ...database, VAPID_KEYS: 'secret' }, ['VAPID_KEYS: must be']],
  ['a push service that is no host', { ...database, PUSH_SERVICES: '10.0.0.1' }, ['PUSH_SERVICES: 10.0.0.1 is no host name']],
  ['a push service on this machine in production', { ...production, PUSH_SERVICES: 'localhost' }, ['PUSH_SERVICES: localhost is for tests']],
  ['a key on another curve', { ...database, CAPTURE_KEYS: JSON.stringify([{ ...key, crv: 'P-384' }]) }, ['CAPTURE_KEYS: number 1']],
  ['a secret given twice', { ...database, DATABASE_URL_FILE: aFile('twice', 'x') }, ['DATABASE_URL: is given twice']],
  ['a file that is not there', { DATABASE_URL_FILE: path.join(folder, 'gone') }, [`DATABASE_URL_FILE: ${folder}/gone cannot be read (ENOENT)`]],
  ['an empty file', { DATABASE_URL_FILE: aFile('empty', ' \n') }, ['DATABASE_URL_FILE: ', 'is empty']],
  [
    'a file for everybody',
    { ...production, CAPTURE_KEYS: undefined, CAPTURE_KEYS_FILE: aFile('open', JSON.stringify([key]), 0o444) },
    ['CAPTURE_KEYS_FILE: everybody on the machine may read', 'mode 0400'],
  ],
  ["the provider's secret", { ...production, ...provider, OIDC_CLIENT_SECRET: 'changeme' }, ['OIDC_CLIENT_SECRET: is one that everybody would try first']],
  ["a mail server's password", { ...production, SMTP_URL: 'smtps://torilla:mail@mail.example.fi' }, ['SMTP_URL: its password is too easy']],
  ['a short password', withPassword('x7Kq2m'), ['DATABASE_URL: its password is too easy']],
  ['a long but simple one', withPassword('aaaaaaaaaaaaaaaaaaaa'), ['DATABASE_URL: its password is too easy']],
  [
    "the user's name",
    { ...production, DATABASE_URL: 'postgresql://torilla_application:torilla_application@db/torilla' },
    ['DATABASE_URL: its password is one that'],
  ],
  ...[
    'postgres',
    'changeme',
    'change-me-please',
    'CHANGE_THIS_PASSWORD',
    'your-password-here',
    'password123',
    'Salasana1!',
    '<password>',
    '123456789012',
    'example-secret',
  ].map((password): [string, object, string[]] => [
    `the password ${password}`,
    withPassword(password),
    ['DATABASE_URL: its password is one that everybody would try first'],
  ]),
])('%s is refused with a sentence per fault', (_, environment, faults) => {
  for (const fault of faults) expect(faultsOf(environment)).toContain(fault);
});

test('a secret may stand in a file; while trying Torilla anybody may read it', () => {
  const url = 'postgresql://app:Kz3v0Qm8xTq1@db/torilla';
  const files = { DATABASE_URL_FILE: aFile('url', `${url}\n`), CAPTURE_KEYS_FILE: aFile('keys', JSON.stringify([key])) };
  const { DATABASE_URL: _url, CAPTURE_KEYS: _keys, ...rest } = production;
  expect(readConfig({ ...rest, ...files })).toMatchObject({ databaseUrl: url, ownerUrl: url, captureKeys: JSON.stringify([key]) });
  expect(readConfig({ DATABASE_URL_FILE: aFile('loose', 'postgresql://postgres:postgres@db/torilla', 0o644) })).toMatchObject({ production: false });
});

test('what is told of a fault never tells the secret, and tells each once', () => {
  const told = faultsOf({ ...withPassword('hunter2'), CAPTURE_KEYS: JSON.stringify([{ ...key, x: 'wrong' }]) });
  expect(told).not.toContain('hunter2');
  expect(told).not.toContain(key.d);
  expect(faultsOf({ DATABASE_URL_FILE: path.join(folder, 'gone') }).match(/DATABASE_URL/g)).toHaveLength(1);
});
