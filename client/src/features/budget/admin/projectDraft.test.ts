import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/newId';
import { draftOf, faultsOf, inputOf, type IdeaLeft } from './projectDraft.ts';

const areas = [{ id: newId(), budgetCents: 5_000_000 }];
const idea = (given: Partial<IdeaLeft>): IdeaLeft => ({
  __typename: 'BudgetIdea',
  id: newId(),
  title: 'Penkkejä raitille',
  words: 'Kävelijät lepäävät.',
  language: 'fi',
  place: null,
  category: null,
  district: null,
  ...given,
});
const draft = (given = {}) => ({ ...draftOf(null, areas[0]!.id, [idea({})]), ...given });

test('a project begins with what its ideas say, each in its language, and where the first would be', () => {
  const ideas = [
    idea({ place: 'Saunan luona' }),
    idea({ title: 'Levähdyspaikka', words: 'Vanhat eivät jaksa.' }),
    idea({ title: 'Bänkar', words: 'Man vilar.', language: 'sv' }),
  ];
  const begun = draftOf(null, areas[0]!.id, ideas);
  expect(begun).toMatchObject({
    title: { fi: 'Penkkejä raitille', sv: 'Bänkar', en: '' },
    about: { fi: 'Kävelijät lepäävät.\n\nVanhat eivät jaksa.', sv: 'Man vilar.' },
    place: 'Saunan luona',
    ideaIds: ideas.map(({ id }) => id),
  });
  expect(inputOf(begun, newId(), null)).toMatchObject({ title: { fi: 'Penkkejä raitille', sv: 'Bänkar' }, categoryId: null, costCents: null });
});

test.each([
  ['no name', { title: { fi: ' ', sv: '', en: '' } }, ['title', 'fill']],
  ['a sum that is none', { cost: 'paljon' }, ['costCents', 'fill']],
  ['a cost of nothing', { least: '0' }, ['leastCents', 'fill']],
  ['a most below its least', { least: '200', most: '100' }, ['mostCents', 'less-than-least']],
  ['more than there is', { cost: '50 000,01' }, ['costCents', 'over-budget']],
  ['more than a city has', { most: '20 000 001' }, ['mostCents', 'too-much']],
])('%s is told at its place', (_name, given, fault) => {
  expect([...faultsOf(draft(given), newId(), areas)]).toEqual([fault]);
});

test('what is whole has no fault', () => {
  expect(faultsOf(draft({ least: '100', most: '200', cost: '150,50' }), newId(), areas).size).toBe(0);
});
