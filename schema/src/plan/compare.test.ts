import { expect, test } from 'vitest';
import { comparePlans, type ActionVersion, type MeasureVersion } from './compare.ts';

const action = (key: string, more: Partial<ActionVersion> = {}): ActionVersion => ({
  key,
  text: { fi: `Teko ${key}` },
  schedule: { kind: 'CONTINUOUS' },
  responsible: [
    { key: 'ict', name: { fi: 'ICT' } },
    { key: 'staff', name: { fi: 'Työntekijät' } },
  ],
  ...more,
});
const measure = (number: number, actions: ActionVersion[], more: Partial<MeasureVersion> = {}): MeasureVersion => ({
  key: `m${number}`,
  number,
  title: { fi: `Toimenpide ${number}` },
  purpose: { fi: 'Miksi' },
  actions,
  ...more,
});
const told = (before: MeasureVersion[], after: MeasureVersion[]) =>
  comparePlans(before, after).map(({ key, change, fields, actions }) => [key, change, fields, actions.map((one) => [one.key, one.change, one.fields])]);

test('a copy of a version is the same, though what is not there is null in one and absent in the other', () => {
  const again = action('a', {
    text: { fi: 'Teko a', sv: null },
    schedule: { kind: 'CONTINUOUS', due: null },
    responsible: [...action('a').responsible].reverse(),
  });
  expect(told([measure(1, [action('a')])], [measure(1, [again])])).toEqual([['m1', 'SAME', [], [['a', 'SAME', []]]]]);
});

test('it is told what was added, removed and changed, of measures and of their actions', () => {
  const before = [measure(1, [action('a'), action('b'), action('c')]), measure(2, [action('d')])];
  const after = [
    measure(1, [action('b', { schedule: { kind: 'DUE', due: '2027-12-31' }, text: { fi: 'Toisin' } }), action('a'), action('e', {})]),
    measure(3, [action('f')]),
  ];
  expect(told(before, after)).toEqual([
    [
      'm1',
      'CHANGED',
      [],
      [
        ['b', 'CHANGED', ['text', 'schedule']],
        ['a', 'SAME', []],
        ['e', 'ADDED', []],
        ['c', 'REMOVED', []],
      ],
    ],
    ['m3', 'ADDED', [], [['f', 'ADDED', []]]],
    ['m2', 'REMOVED', [], [['d', 'REMOVED', []]]],
  ]);
});

test('a measure is the same by its key, whatever its number and its words', () => {
  const renamed = measure(1, [action('a', { responsible: [{ key: 'ict', name: { fi: 'ICT' } }] })], { number: 4, title: { fi: 'Uusi nimi' } });
  expect(told([measure(1, [action('a')])], [renamed])).toEqual([['m1', 'CHANGED', ['number', 'title'], [['a', 'CHANGED', ['responsible']]]]]);
});
