import { z } from 'zod';
import { Id, Key } from '../kernel/id.ts';
import { LocalizedText } from '../kernel/localized.ts';
import { BallotRule } from './ballot.ts';
import { MAX_AREAS, MAX_BUDGET_CENTS, MAX_CATEGORIES, MAX_GRACE_HOURS, MAX_ROUND_WORDS } from './limits.ts';
import { followEachOther, roundPhases, toldPhases } from './phases.ts';
import { CountRule, TieStep } from './rules.ts';

export const RoundPhase = z.enum(roundPhases).enum;
export type RoundPhase = keyof typeof RoundPhase;

/** How somebody shows that they may vote: by strong identification, by a code on paper, or to a member of staff. */
export const VoterProof = z.enum(['STRONG', 'CODE', 'STAFF']).enum;
export type VoterProof = keyof typeof VoterProof;

const words = LocalizedText.refine(({ fi, sv, en }) => Boolean(fi.trim()) && [fi, sv, en].every((text) => (text?.length ?? 0) <= MAX_ROUND_WORDS), {
  error: 'words-wrong',
});
const age = z.int().min(0).max(120);
const allDiffer = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** A part of the city with money of its own. */
export const RoundAreaInput = z
  .object({
    id: Id.describe('The area; an id that is not known yet is a new one.'),
    name: words.describe('What it is called.'),
    budgetCents: z.int().min(1).max(MAX_BUDGET_CENTS).describe('The money there is for it, in cents.'),
    districts: z.array(Key).max(100).describe('The districts that are of it; none for the whole city.'),
  })
  .describe('A part of the city with money of its own.');

/** What projects are about. */
export const RoundCategoryInput = z
  .object({ id: Id.describe('The category; an id that is not known yet is a new one.'), name: words.describe('What it is called.') })
  .describe('What projects are about.');

/** The days of a phase. */
export const PhaseDaysInput = z
  .object({
    phase: z.enum(RoundPhase).describe('The phase.'),
    from: z.iso.date().describe('Its first day.'),
    to: z.iso.date().nullish().describe('Its last day, where it takes more than one.'),
  })
  .describe('The days of a phase.');

/** A round of participatory budgeting as it is planned. What is voted on and how it is counted is settled once the ballot is published. */
export const SaveRound = z
  .object({
    id: Id.describe('Minted where it was begun: what is sent twice is one round.'),
    basedOn: z.int().min(0).nullish().describe('The revision that was changed; null for a new round.'),
    unit: Key.describe('The unit that carries it out.'),
    year: z.int().min(2000).max(2100).describe('The year whose money it is.'),
    title: words.describe('What it is called.'),
    about: words.nullish().describe('What residents are told of it.'),
    measureIds: z.array(Id).max(15).describe('The measures of the plan that it puts into practice.'),
    areas: z
      .array(RoundAreaInput)
      .min(1)
      .max(MAX_AREAS)
      .refine((list) => allDiffer(list.map(({ id }) => id)), { error: 'twice' })
      .describe('The parts of the city with money of their own, in order; one for the whole city where there are none.'),
    categories: z
      .array(RoundCategoryInput)
      .max(MAX_CATEGORIES)
      .refine((list) => allDiffer(list.map(({ id }) => id)), { error: 'twice' })
      .describe('What projects are about, in order.'),
    leastAge: age.nullish().describe('The youngest who may vote, in years, on the first day of voting; null for anybody.'),
    mostAge: age.nullish().describe('The oldest who may vote, in years; null for anybody.'),
    proofs: z.array(z.enum(VoterProof)).min(1).refine(allDiffer, { error: 'twice' }).describe('How one may show that one may vote.'),
    ballot: BallotRule.describe('What makes a ballot whole.'),
    count: CountRule.describe('How ballots are counted.'),
    tieSteps: z
      .array(z.enum(TieStep))
      .max(2)
      .refine(allDiffer, { error: 'twice' })
      .describe('What decides between projects that the rule finds equal, before the order that is drawn when the ballot is published.'),
    days: z
      .array(PhaseDaysInput)
      .refine((days) => days.every(({ phase }) => (toldPhases as readonly string[]).includes(phase)), { error: 'phase-not-told' })
      .refine(followEachOther, { error: 'phases-overlap' })
      .describe('When what happens, in order. Phases do not overlap.'),
    votingOpensAt: z.iso.datetime().nullish().describe('From when votes are taken.'),
    votingClosesAt: z.iso.datetime().nullish().describe('Until when: to the second, by the clock of the city.'),
    graceHours: z
      .int()
      .min(0)
      .max(MAX_GRACE_HOURS)
      .nullish()
      .describe('For how many hours more ballots are taken that were cast in time on a tablet without a network; null for none. Counting begins after them.'),
  })
  .refine(({ leastAge, mostAge }) => leastAge == null || mostAge == null || leastAge <= mostAge, { path: ['mostAge'], error: 'younger-than-youngest' })
  .refine(({ ballot, count }) => count.kind === 'GREEDY' || (ballot.kind !== 'POINTS' && ballot.kind !== 'RANKING'), {
    path: ['count', 'kind'],
    error: 'count-needs-choices',
  })
  .refine(({ votingOpensAt, votingClosesAt }) => !votingOpensAt || !votingClosesAt || votingOpensAt < votingClosesAt, {
    path: ['votingClosesAt'],
    error: 'closes-before-it-opens',
  });
export type SaveRound = z.output<typeof SaveRound>;

/** A round as it was last seen: moved on only where nobody changed it meanwhile. */
export const MoveRound = z.object({
  id: Id.describe('The round.'),
  basedOn: z.int().min(0).describe('The revision that was seen.'),
  to: z.enum(RoundPhase).describe('The phase that follows.'),
});
export type MoveRound = z.output<typeof MoveRound>;
