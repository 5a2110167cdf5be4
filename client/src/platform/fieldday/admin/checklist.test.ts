import { expect, test } from 'vitest';
import { checklist, tabletState } from './checklist.ts';

const now = new Date('2027-05-20T18:00:00Z');
const words = { fault: (name: string) => name, notice: (p: string) => p, language: (l: string) => l, ago: (at: string) => at, tabletState: (s: string) => s };
const day = {
  eventId: 'e',
  roster: [{ id: 'm', displayName: 'Mirja', hasPin: true }],
  figures: [{ key: 'feedback.questions', isSplit: false, name: { fi: '', sv: null, en: null }, counts: [{ group: null, label: null, value: 1 }] }],
  notices: [{ purpose: 'FEEDBACK' as const, lacking: [] }],
  ticks: [
    { item: 'PLACE' as const, at: '', by: 'Antti' },
    { item: 'PRINTED' as const, at: '', by: 'Antti' },
  ],
  closings: [],
};
const spoke = '2027-05-20T17:00:00Z';
const none = { unsent: 0, made: 0, received: 0, held: 0, late: 0, missing: [] };
const tablet = Object.assign({ deviceId: 't', name: 'Tabletti 1', isTablet: true, lastContactAt: spoke, readyAt: spoke, faults: [] as string[] }, none);
const wrong = (...args: Parameters<typeof checklist>) => checklist(...args).flatMap(({ name, ok }) => (ok ? [] : [name]));

test('all is green the evening before', () => {
  expect(wrong(day, { tablets: [tablet] }, false, now, words)).toEqual([]);
});

test('what is lacking is named', () => {
  const lacking = {
    ...day,
    roster: [{ id: 'm', displayName: 'Mirja', hasPin: false }],
    figures: [],
    notices: [{ purpose: 'FEEDBACK' as const, lacking: ['sv' as const] }],
    ticks: [],
  };
  expect(wrong(lacking, { tablets: [] }, true, now, words)).toEqual(['tablets', 'roster', 'questions', 'notices', 'PLACE', 'PRINTED']);
});

test('a tablet is ready when it was looked at, nothing was wrong, and it spoke within a day', () => {
  expect(tabletState({ faults: null, lastContactAt: null }, now)).toBe('unlooked');
  expect(tabletState({ faults: ['offline'], lastContactAt: null }, now)).toBe('faults');
  expect(tabletState({ faults: [], lastContactAt: '2027-05-19T17:00:00Z' }, now)).toBe('silent');
  expect(tabletState(tablet, now)).toBe('ready');
});
