import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const database = { DATABASE_URL: 'postgresql://app@db/torilla' };
const production = {
  ...database,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://torilla.example.fi/',
  CAPTURE_KEYS: '[]',
  SMTP_URL: 'smtps://mail.example.fi',
  MAIL_FROM: 'Torilla <torilla@example.fi>',
  AUDIT_HEADS: '/var/log/torilla/audit-heads.jsonl',
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

const provider = { OIDC_ISSUER: 'https://login.example.fi', OIDC_CLIENT_ID: 'torilla', OIDC_CLIENT_SECRET: 'secret' };

test('what a provider says of staff is named value by value', () => {
  const OIDC_ROLES = '{"admin":"ADMINISTRATOR","parks":["OFFICER:green-services","WORKER"]}';
  expect(readConfig({ ...production, ...provider, OIDC_ROLE_CLAIM: 'groups', OIDC_ROLES }).staffProvider).toEqual({
    issuer: 'https://login.example.fi',
    clientId: 'torilla',
    clientSecret: 'secret',
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

test.each([
  ['nothing at all', {}, ['DATABASE_URL: is missing']],
  ['another database', { DATABASE_URL: 'mysql://x/y' }, ['DATABASE_URL: must be a postgresql://']],
  ['a port that is none', { ...database, PORT: 'http' }, ['PORT: ']],
  ['production without https', { ...production, PUBLIC_URL: 'http://torilla.example.fi' }, ['PUBLIC_URL: must be an https']],
  ['production without mail', { ...production, SMTP_URL: undefined }, ['SMTP_URL: is missing']],
  ['mail without a sender', { ...production, MAIL_FROM: undefined }, ['MAIL_FROM: is missing']],
  ['a sender that is none', { ...production, MAIL_FROM: 'Torilla' }, ['MAIL_FROM: must be an address']],
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
  ['production without a place for heads', { ...production, AUDIT_HEADS: undefined }, ['AUDIT_HEADS: is missing']],
  ['production without keys and with the demo', { ...production, CAPTURE_KEYS: undefined, DEMO: 'true' }, ['CAPTURE_KEYS: is missing', 'DEMO: ']],
])('%s is refused with a sentence per fault', (_, environment, faults) => {
  for (const fault of faults) expect(() => readConfig(environment as NodeJS.ProcessEnv)).toThrow(fault);
});
