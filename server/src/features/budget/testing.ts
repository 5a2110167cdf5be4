import type { SaveProject } from '@torilla/schema/budget/project';
import type { SaveRound } from '@torilla/schema/budget/round';
import { newId } from '@torilla/schema/kernel/id';

/** A round as an officer plans it: one area, two categories, baskets counted by votes. */
export const aRound = (given: Partial<SaveRound> = {}): SaveRound => ({
  id: newId(),
  unit: 'green-services',
  year: 2027,
  title: { fi: 'Haminan budjetti 2027', sv: 'Fredrikshamns budget 2027' },
  about: { fi: 'Asukkaat päättävät 50 000 eurosta.' },
  measureIds: [],
  areas: [{ id: newId(), name: { fi: 'Koko kaupunki' }, budgetCents: 5_000_000, districts: [] }],
  categories: [
    { id: newId(), name: { fi: 'Puistot' } },
    { id: newId(), name: { fi: 'Liikunta' } },
  ],
  leastAge: 8,
  proofs: ['STRONG', 'CODE', 'STAFF'],
  ballot: { kind: 'BASKET', changeable: true },
  count: { kind: 'GREEDY' },
  tieSteps: ['MOST_VOTES'],
  days: [
    { phase: 'IDEAS', from: '2026-11-01', to: '2026-12-31' },
    { phase: 'SCREENING', from: '2027-01-01', to: '2027-02-28' },
  ],
  ...given,
});

/** A project of a round as an officer plans it, of no idea. */
export const aProject = (round: Pick<SaveRound, 'id' | 'areas'>, given: Partial<SaveProject> = {}): SaveProject => ({
  id: newId(),
  roundId: round.id,
  areaId: round.areas[0]!.id,
  title: { fi: 'Kaksi penkkiä rantaraitille' },
  about: { fi: 'Penkit tulevat saunan ja uimarannan luo.' },
  ideaIds: [],
  ...given,
});
