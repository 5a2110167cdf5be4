import { expect, test } from 'vitest';
import { followEachOther, permits, roundLife, roundPhases, toldPhases } from './phases.ts';

test('a round goes on phase by phase, a step back until the ballot is published, and never past one', () => {
  const back = roundPhases.filter((phase, i) => i > 0 && roundLife.can(phase, roundPhases[i - 1]!));
  expect(back).toEqual(['SCREENING', 'COSTING']);
  roundPhases.forEach((phase, i) => {
    for (const [j, other] of roundPhases.entries()) if (j !== i - 1) expect(roundLife.can(phase, other), `${phase} → ${other}`).toBe(j === i + 1);
  });
});

test('what is voted on and how it is counted is not changed once the ballot is published', () => {
  expect(roundPhases.filter((phase) => permits(phase, 'plan'))).toEqual(['DRAFT', 'IDEAS', 'SCREENING', 'COSTING']);
  expect(roundPhases.filter((phase) => permits(phase, 'vote'))).toEqual(['VOTING']);
});

test('phases follow each other', () => {
  const days = toldPhases.map((phase, i) => ({ phase, from: `2027-0${i + 1}-01`, to: `2027-0${i + 1}-20` }));
  expect(followEachOther(days)).toBe(true);
  expect(followEachOther([])).toBe(true);
  expect(followEachOther(days.toReversed())).toBe(false);
  expect(followEachOther([days[0]!, days[0]!])).toBe(false);
  expect(followEachOther([{ phase: 'IDEAS', from: '2027-02-01', to: '2027-01-01' }])).toBe(false);
  // the first day of one is the last of the other
  expect(followEachOther([days[0]!, { phase: 'SCREENING', from: '2027-01-20' }])).toBe(false);
  // a phase of one day
  expect(
    followEachOther([
      { phase: 'IDEAS', from: '2027-01-01' },
      { phase: 'SCREENING', from: '2027-01-02' },
    ]),
  ).toBe(true);
});
