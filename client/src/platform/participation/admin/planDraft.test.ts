import { expect, test } from 'vitest';
import { draftOf, faultsOf, inputOf, lacking } from './planDraft.ts';

test('a new plan is begun from the template, and lacks its own words and days', () => {
  const draft = draftOf(null);
  expect(draft.steps).toHaveLength(4);
  expect(faultsOf(draft)).toEqual(['title', 'unit']);
  expect(lacking(draft)).toEqual(['changes', 'affected', 'answers', 'steps']);
});

test('what was left empty is not sent; a step without words is left out', () => {
  const draft = { ...draftOf(null), unit: 'ict', title: { fi: ' Raitti ', sv: '', en: '' }, changes: { fi: 'Muuttuu', sv: ' ', en: '' } };
  draft.steps[1]!.words = { fi: ' ', sv: '', en: '' };
  const input = inputOf(draft, 3);
  expect(input).toMatchObject({ basedOn: 3, title: { fi: 'Raitti' }, changes: { fi: 'Muuttuu' }, affected: null });
  expect(input.steps).toHaveLength(3);
});

test('days that run backwards are told by their step', () => {
  const draft = draftOf(null);
  Object.assign(draft.steps[2]!, { from: '2027-02-10', to: '2027-02-01' });
  Object.assign(draft.steps[3]!, { to: '2027-02-01' });
  expect(faultsOf(draft)).toContain('2.to');
  expect(faultsOf(draft)).toContain('3.to');
});
