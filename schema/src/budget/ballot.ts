import { z } from 'zod';
import { MAX_BUDGET_CENTS, MAX_CHOICES, MAX_POINTS } from './limits.ts';

/** How a voter says what they want: by choosing projects; by filling a basket with the money; by choosing one; by sharing out points; by putting projects in order. */
export const BallotKind = z.enum(['APPROVAL', 'BASKET', 'ONE', 'POINTS', 'RANKING']).enum;
export type BallotKind = keyof typeof BallotKind;

/** What makes a ballot whole. */
export const BallotRule = z
  .object({
    kind: z.enum(BallotKind).describe('How a voter says what they want.'),
    least: z.int().min(1).max(MAX_CHOICES).nullish().describe('The fewest projects of a ballot; without it one. Not for ONE.'),
    most: z.int().min(1).max(MAX_CHOICES).nullish().describe('The most projects of a ballot; without it as many as there are. Not for ONE.'),
    leastCents: z.int().min(1).max(MAX_BUDGET_CENTS).nullish().describe('The least money of a basket, in cents, for BASKET; without it any.'),
    points: z.int().min(1).max(MAX_POINTS).nullish().describe('How many points a voter shares out, for POINTS.'),
    mostPoints: z.int().min(1).max(MAX_POINTS).nullish().describe('The most points for one project, for POINTS; without it all of them.'),
    changeable: z.boolean().describe('Whether a voter may change their ballot until voting closes.'),
  })
  .refine(({ kind, least, most }) => kind !== 'ONE' || (least == null && most == null), { path: ['kind'], error: 'one-is-one' })
  .refine(({ least, most }) => least == null || most == null || least <= most, { path: ['most'], error: 'fewer-than-least' })
  .refine(({ kind, leastCents }) => leastCents == null || kind === 'BASKET', { path: ['leastCents'], error: 'money-with-basket' })
  .refine(({ kind, points, mostPoints }) => (points != null) === (kind === 'POINTS') && (mostPoints == null || points != null), {
    path: ['points'],
    error: 'points-with-points',
  })
  .refine(({ points, mostPoints }) => points == null || mostPoints == null || mostPoints <= points, { path: ['mostPoints'], error: 'more-than-all' })
  .describe('What makes a ballot whole.');
export type BallotRule = z.output<typeof BallotRule>;

/** A project that a ballot names; `points` for POINTS alone. For RANKING the list is the order, the first the most wanted. */
export interface Choice {
  id: string;
  points?: number | null;
}

/** What a ballot may name: the projects of its area with what they cost, and the money there is, in cents. */
export interface OnBallot {
  budgetCents: number;
  costs: ReadonlyMap<string, number>;
}

/** What is wrong with a ballot, in the order in which it is looked for. */
export const ballotFaults = ['unknown-project', 'project-twice', 'too-few', 'too-many', 'over-budget', 'under-least', 'points-wrong'] as const;
export type BallotFault = (typeof ballotFaults)[number];

/** What is wrong with a ballot by the round's rule; null for nothing. The same on the page that offers to cast it and on the server that takes it. */
export function faultOf(rule: BallotRule, { budgetCents, costs }: OnBallot, choices: readonly Choice[]): BallotFault | null {
  const { kind, least, most } = rule;
  if (!choices.every(({ id }) => costs.has(id))) return 'unknown-project';
  if (new Set(choices.map(({ id }) => id)).size !== choices.length) return 'project-twice';
  if (choices.length < (least ?? 1)) return 'too-few';
  if (choices.length > (kind === 'ONE' ? 1 : (most ?? costs.size))) return 'too-many';
  if (kind === 'BASKET') {
    const spent = choices.reduce((sum, { id }) => sum + costs.get(id)!, 0);
    if (spent > budgetCents) return 'over-budget';
    if (spent < (rule.leastCents ?? 0)) return 'under-least';
  }
  return pointsFit(rule, choices) ? null : 'points-wrong';
}

/** Points are whole, at least one for each project that is named, and all of them are given, or as many as fit. */
function pointsFit({ kind, points, mostPoints }: BallotRule, choices: readonly Choice[]): boolean {
  if (kind !== 'POINTS') return choices.every((choice) => choice.points == null);
  const given = choices.map((choice) => choice.points ?? 0);
  return given.every((one) => Number.isInteger(one) && one >= 1 && one <= (mostPoints ?? points!)) && given.reduce((a, b) => a + b, 0) <= points!;
}
