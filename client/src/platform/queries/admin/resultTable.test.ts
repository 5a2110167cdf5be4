import { expect, test } from 'vitest';
import { tablesOf } from './resultTable.ts';

const pick = (text: { fi?: unknown; sv?: unknown }) => String(text.sv ?? text.fi);

test('a list is a table: ways are columns, and texts are told in the language of the reader', () => {
  const data = {
    feedbackStatistics: [
      { period: '2026-01-01', name: { fi: 'Puistot', sv: 'Parker', en: null }, count: 3 },
      { period: '2026-02-01', name: null, count: 1 },
    ],
  };
  expect(tablesOf(data, pick)).toEqual([
    {
      name: 'feedbackStatistics',
      columns: ['period', 'name', 'count'],
      rows: [
        ['2026-01-01', 'Parker', 3],
        ['2026-02-01', null, 1],
      ],
    },
  ]);
});

test('a page is its rows, what lies in a row is beside it, and a list in a row makes rows of its own', () => {
  const data = {
    events: { nodes: [{ title: { fi: 'Tori' }, place: { name: { fi: 'Kauppatori' } }, measures: [{ number: 5 }, { number: 1 }], tags: ['a', 'b'] }] },
    plan: {
      measures: [
        {
          number: 3,
          actions: [
            { text: { fi: 'Äänestys' }, responsible: [{ name: { fi: 'ICT' } }] },
            { text: { fi: 'Laskenta' }, responsible: [] },
          ],
        },
      ],
    },
  };
  const [events, plan] = tablesOf(data, pick);
  expect(events).toEqual({
    name: 'events',
    columns: ['title', 'place.name', 'tags', 'measures.number'],
    rows: [
      ['Tori', 'Kauppatori', 'a, b', 5],
      ['Tori', 'Kauppatori', 'a, b', 1],
    ],
  });
  expect(plan!.rows).toEqual([
    [3, 'Äänestys', 'ICT', null],
    [3, 'Laskenta', null, ''],
  ]);
});

test('an answer of nothing, and of one number, are told too', () => {
  expect(tablesOf({ topics: [] }, pick)).toEqual([{ name: 'topics', columns: [], rows: [] }]);
  expect(tablesOf({ matters: { nodes: [], totalCount: 0 } }, pick)[0]!.rows).toEqual([]);
  expect(tablesOf({ hasPin: true, plan: null }, pick)).toEqual([
    { name: 'hasPin', columns: ['='], rows: [['true']] },
    { name: 'plan', columns: ['='], rows: [[null]] },
  ]);
});
