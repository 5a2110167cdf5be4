import { expect, test } from 'vitest';
import { namedIn, nameBefore, offered, partsOf } from './mentions.ts';

const people = ['Antti L.', 'Hanna P.', 'Mia', 'Mia K.', 'Åke Ö.'].map((displayName) => ({ id: displayName, displayName }));
const names = (some: readonly { displayName: string }[]) => some.map(({ displayName }) => displayName);

test.each([
  ['@Antti L. katsotko?', ['Antti L.']],
  ['Kysy: @Mia K., @Mia ja @Mia', ['Mia', 'Mia K.']],
  ['@Mia K.', ['Mia K.']],
  ['@Miala on eri', []],
  ['osoite@Mia ei ole maininta', []],
  ['Åke Ö. ilman merkkiä', []],
  ['(@Åke Ö.)', ['Åke Ö.']],
  ['@', []],
])('%s names %j', (words, named) => expect(names(namedIn(words, people))).toEqual(named));

test('a note in parts is the note', () => {
  const words = '@Antti L. ja @Hanna P.: katsotteko?\n@ei';
  const parts = partsOf(words, people);
  expect(parts.map(({ text }) => text).join('')).toBe(words);
  expect(parts.flatMap(({ person }) => person?.id ?? [])).toEqual(['Antti L.', 'Hanna P.']);
});

test.each([
  ['@', '', 0],
  ['Hei @An', 'An', 4],
  ['Hei @Antti L', 'Antti L', 4],
  ['(@mia', 'mia', 1],
])('before the caret in %s a name begins', (words, typed, at) => expect(nameBefore(words, words.length)).toEqual({ at, typed }));

test.each(['a@b', 'Hei', '@Antti\n'])('before the caret in %j none begins', (words) => expect(nameBefore(words, words.length)).toBeNull());

test('any of their names finds somebody, in whatever case; nothing typed finds all', () => {
  expect(names(offered(people, 'mi'))).toEqual(['Mia', 'Mia K.']);
  expect(names(offered(people, 'ö'))).toEqual(['Åke Ö.']);
  expect(names(offered(people, 'k'))).toEqual(['Mia K.']);
  expect(offered(people, '')).toHaveLength(5);
  expect(offered(people, 'Antti L. katso')).toEqual([]);
});
