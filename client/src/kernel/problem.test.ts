import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { problemOf } from './problem.ts';

const answered = (extensions: Record<string, unknown>) => new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions }] });

test('a problem of the catalogue keeps its code and its facts', () => {
  expect(problemOf(answered({ code: 'still-in-use', facts: { uses: 3 } }))).toEqual({ code: 'still-in-use', facts: { uses: 3 }, incident: undefined });
});

test('a code that this version does not know is a fault, told by its incident', () => {
  expect(problemOf(answered({ code: 'from-the-future', incident: 'abc' }))).toMatchObject({ code: 'internal', incident: 'abc' });
});

test('no network, a server that is away and too much haste are told apart', () => {
  expect(problemOf(new TypeError('Failed to fetch')).code).toBe('offline');
  const status = (code: number) => new ServerError('x', { response: new Response('', { status: code }), bodyText: '' });
  expect(problemOf(status(503)).code).toBe('unavailable');
  expect(problemOf(status(429)).code).toBe('too-many-requests');
});
