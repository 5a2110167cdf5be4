import type { ActionState } from '@torilla/schema/plan/plan';
import { expect, test } from 'vitest';
import { filtered } from './deskFilter.ts';
import { emptyDraft, judge } from './reportDraft.ts';
import type { DeskMeasure } from './usePlanDesk.ts';

const action = (key: string, state: ActionState, ...units: string[]) => ({ key, state, responsible: units.map((unit) => ({ key: unit })) });
const measures = [
  { number: 1, actions: [action('a', 'LATE', 'ict'), action('b', 'RUNNING', 'ict', 'education')] },
  { number: 2, actions: [action('c', 'RUNNING', 'education')] },
] as unknown as DeskMeasure[];
const keys = (filter: Parameters<typeof filtered>[1]) => filtered(measures, filter).map(({ number, actions }) => [number, ...actions.map(({ key }) => key)]);

test('actions are looked at by their state and their unit, and a measure without any is left out', () => {
  expect(keys({ state: null, unit: null })).toEqual([
    [1, 'a', 'b'],
    [2, 'c'],
  ]);
  expect(keys({ state: 'LATE', unit: null })).toEqual([[1, 'a']]);
  expect(keys({ state: 'RUNNING', unit: 'ict' })).toEqual([[1, 'b']]);
  expect(keys({ state: 'DONE', unit: null })).toEqual([]);
});

test('a report is published when it says something, of a day that has come; what holds firmly has a state', () => {
  const draft = emptyDraft('r1', '2027-05-18');
  expect(judge('a1', draft, '2027-05-18')).toEqual({ input: null, faults: { note: 'note' } });
  draft.note.fi = ' Alkoi. ';
  expect(judge('a1', draft, '2027-05-18').input).toEqual({ id: 'r1', actionId: 'a1', day: '2027-05-18', note: { fi: 'Alkoi.' }, state: null, firm: false });
  expect(judge('a1', { ...draft, day: '2027-05-19' }, '2027-05-18').faults).toEqual({ day: 'toCome' });
  expect(judge('a1', { ...draft, day: null }, '2027-05-18').faults).toEqual({ day: 'day' });
  expect(judge('a1', { ...draft, firm: true }, '2027-05-18').faults).toEqual({ state: 'state' });
  expect(judge('a1', { ...draft, firm: true, state: 'DONE' }, '2027-05-18').input).toMatchObject({ state: 'DONE', firm: true });
});
