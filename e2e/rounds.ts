import { randomUUID } from 'node:crypto';
import type { Torilla } from './torilla.ts';

/** A round of participatory budgeting for which ideas are taken. @returns its id */
export async function aRound(torilla: Torilla): Promise<string> {
  const id = randomUUID();
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const areas = ['Keskusta', 'Muut kaupunginosat'].map((fi) => ({ id: randomUUID(), name: { fi }, budgetCents: 2_500_000, districts: [] }));
  const rules = { proofs: ['STRONG', 'CODE', 'STAFF'], ballot: { kind: 'BASKET', most: 5, changeable: true }, count: { kind: 'GREEDY', leastVotes: 20 } };
  const input = {
    ...rules,
    id,
    unit: 'green-services',
    year: 2027,
    title: { fi: 'Haminan budjetti 2027' },
    about: { fi: 'Asukkaat päättävät 50 000 eurosta.' },
    measureIds: [],
    areas,
    categories: [{ id: randomUUID(), name: { fi: 'Puistot' } }],
    leastAge: 8,
    tieSteps: ['MOST_VOTES'],
    days: [{ phase: 'IDEAS', from: '2026-11-01', to: '2026-12-31' }],
    votingOpensAt: '2027-04-01T06:00:00Z',
    votingClosesAt: '2027-04-30T21:00:00Z',
  };
  await torilla.ask('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input }, cookie);
  await torilla.ask('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { id } }', { input: { id, basedOn: 1, to: 'IDEAS' } }, cookie);
  return id;
}
