import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const database = { DATABASE_URL: 'postgresql://app@db/torilla' };
const production = { ...database, NODE_ENV: 'production', PUBLIC_URL: 'https://torilla.example.fi/', CAPTURE_KEYS: '[]' };

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

test.each([
  ['nothing at all', {}, ['DATABASE_URL: is missing']],
  ['another database', { DATABASE_URL: 'mysql://x/y' }, ['DATABASE_URL: must be a postgresql://']],
  ['a port that is none', { ...database, PORT: 'http' }, ['PORT: ']],
  ['production without https', { ...production, PUBLIC_URL: 'http://torilla.example.fi' }, ['PUBLIC_URL: must be an https']],
  ['production without keys and with the demo', { ...production, CAPTURE_KEYS: undefined, DEMO: 'true' }, ['CAPTURE_KEYS: is missing', 'DEMO: ']],
])('%s is refused with a sentence per fault', (_, environment, faults) => {
  for (const fault of faults) expect(() => readConfig(environment as NodeJS.ProcessEnv)).toThrow(fault);
});
