import { expect, test } from 'vitest';
import { actors, inShort } from './useMatrix.ts';
import { byNoun } from './useVerbs.ts';

test('everybody and all of the staff go by one word', () => {
  expect(inShort(actors)).toEqual(['EVERYBODY']);
  expect(inShort(actors.filter((actor) => actor !== 'ANONYMOUS'))).toEqual(['RESIDENT', 'DEVICE', 'STAFF']);
  expect(inShort(['OFFICER', 'ADMINISTRATOR'])).toEqual(['OFFICER', 'ADMINISTRATOR']);
  expect(inShort([])).toEqual([]);
});

test('verbs stand by their noun, which is all before the first dot', () => {
  const verbs = ['access.code.request', 'staff.read', 'access.invite'].map((verb) => ({ verb }));
  expect(byNoun(verbs).map(({ noun, verbs: those }) => [noun, those.length])).toEqual([
    ['access', 2],
    ['staff', 1],
  ]);
});
