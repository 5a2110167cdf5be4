import { lifecycle } from '../kernel/lifecycle.ts';

/** How far a round of participatory budgeting is, from its first draft to what was built. */
export const roundPhases = ['DRAFT', 'IDEAS', 'SCREENING', 'COSTING', 'BALLOT', 'VOTING', 'COUNTING', 'CONFIRMED', 'REALISATION', 'CLOSED'] as const;
export type RoundPhase = (typeof roundPhases)[number];

/** Whether a round is as far as a phase, or further. */
export const hasReached = (phase: RoundPhase, as: RoundPhase): boolean => roundPhases.indexOf(phase) >= roundPhases.indexOf(as);

/** What may follow what. Until the ballot is published a round may go a step back; from then on only forward. */
export const roundLife = lifecycle<RoundPhase>({
  DRAFT: ['IDEAS'],
  IDEAS: ['SCREENING'],
  SCREENING: ['COSTING', 'IDEAS'],
  COSTING: ['BALLOT', 'SCREENING'],
  BALLOT: ['VOTING'],
  VOTING: ['COUNTING'],
  COUNTING: ['CONFIRMED'],
  CONFIRMED: ['REALISATION'],
  REALISATION: ['CLOSED'],
  CLOSED: [],
});

/** What can be done in a round. */
export type RoundAct = 'plan' | 'propose' | 'support' | 'screen' | 'cost' | 'withdraw' | 'codes' | 'vote' | 'enter-paper' | 'count' | 'report';

const permitted: Readonly<Record<RoundPhase, readonly RoundAct[]>> = {
  DRAFT: ['plan'],
  IDEAS: ['plan', 'propose', 'support', 'screen'],
  SCREENING: ['plan', 'support', 'screen'],
  COSTING: ['plan', 'screen', 'cost'],
  BALLOT: ['withdraw', 'codes'],
  VOTING: ['withdraw', 'codes', 'vote', 'enter-paper'],
  COUNTING: ['enter-paper', 'count'],
  CONFIRMED: ['report'],
  REALISATION: ['report'],
  CLOSED: [],
};

/** Whether a phase permits it: forms offer it by this, the server refuses by it. What is voted on and how it is counted is settled once the ballot is published. */
export const permits = (phase: RoundPhase, act: RoundAct): boolean => permitted[phase].includes(act);

/** The phases that residents are told the days of; a draft is nobody's, and how long building takes is told project by project. */
export const toldPhases = [
  'IDEAS',
  'SCREENING',
  'COSTING',
  'BALLOT',
  'VOTING',
  'COUNTING',
  'CONFIRMED',
  'REALISATION',
] as const satisfies readonly RoundPhase[];

/** The days of a phase, in the city's calendar. */
export interface PhaseDays {
  phase: RoundPhase;
  from: string;
  to?: string | null;
}

/** Whether phases follow each other: each once, in their order, none backwards and none before the one before it is over. */
export function followEachOther(days: readonly PhaseDays[]): boolean {
  return days.every(({ phase, from, to }, i) => {
    const before = days[i - 1];
    return from <= (to ?? from) && (!before || (roundPhases.indexOf(before.phase) < roundPhases.indexOf(phase) && (before.to ?? before.from) < from));
  });
}
