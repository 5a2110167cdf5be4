import { expect, test } from 'vitest';
import { draftOf, judge, newAction } from './measureDraft.ts';
import type { DraftMeasure } from './useDrafts.ts';

const measure = {
  id: 'm1',
  revision: 3,
  title: { fi: 'Nimi', sv: null, en: null },
  purpose: { fi: 'Miksi', sv: 'Varför', en: null },
  actions: [
    {
      id: 'a1',
      text: { fi: 'Teko' },
      schedule: { kind: 'YEARLY', season: 'SPRING', first: 2027, due: null, every: null, year: null },
      responsible: [{ key: 'ict' }],
    },
  ],
} as unknown as DraftMeasure;

test('a measure that nobody changed is sent as it was, on the revision that it had', () => {
  expect(judge(measure, draftOf(measure)).input).toEqual({
    id: 'm1',
    basedOn: 3,
    title: { fi: 'Nimi' },
    purpose: { fi: 'Miksi', sv: 'Varför' },
    actions: [{ id: 'a1', text: { fi: 'Teko' }, schedule: { kind: 'YEARLY', season: 'SPRING', first: 2027 }, responsible: ['ict'] }],
  });
});

test('what is missing is named by its place', () => {
  const draft = draftOf(measure);
  draft.title.fi = ' ';
  draft.actions.push({ ...newAction(), schedule: { kind: 'DUE', due: null, season: '', every: '', year: '' } });
  expect(judge(measure, draft).faults).toEqual(['title', '1.text', '1.due', '1.responsible']);
});
