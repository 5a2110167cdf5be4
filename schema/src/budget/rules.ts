import { z } from 'zod';

/** How ballots are counted: by votes as long as the money lasts, with an equal share of the money for each voter, or so that its load is spread evenly. */
export const CountKind = z.enum(['GREEDY', 'EQUAL_SHARES', 'PHRAGMEN']).enum;
export type CountKind = keyof typeof CountKind;

/** What a funded project is worth to those who voted for it: its cost, or one. */
export const Utility = z.enum(['COST', 'CARDINALITY']).enum;
export type Utility = keyof typeof Utility;

/** What becomes of money that equal shares left: nothing; it goes by votes; the shares are raised for as long as the money lasts; the one and then the other. */
export const Completion = z.enum(['NONE', 'UTILITARIAN', 'ADD_ONE', 'ADD_ONE_UTILITARIAN']).enum;
export type Completion = keyof typeof Completion;

/** From where shares are raised: the budget divided by the voters, to the fraction of a cent, or that rounded down. */
export const ShareStart = z.enum(['EXACT', 'FLOOR']).enum;
export type ShareStart = keyof typeof ShareStart;

/** Until when shares are raised: until no further project with a vote fits, or until the projects would cost more than there is. */
export const ShareStop = z.enum(['EXHAUSTIVE', 'UNTIL_INFEASIBLE']).enum;
export type ShareStop = keyof typeof ShareStop;

/** By what equal shares are compared with the count by votes, which wins if more voters are better off: by how many of their projects are funded, or by whether any is. */
export const Comparison = z.enum(['NONE', 'SATISFACTION', 'EXCLUSION_RATIO']).enum;
export type Comparison = keyof typeof Comparison;

/** The largest sums of a rule, in cents: a million euros. */
const MAX_UNIT_CENTS = 100_000_000;
const MAX_LEAST_VOTES = 10_000_000;

const shares = ['utility', 'completion', 'comparison'] as const;
const raising = ['start', 'unitCents', 'stop'] as const;
const greedy = ['leastVotes', 'stopsAtTooExpensive', 'onePerPlace'] as const;

/**
 * How ballots are counted. Equal shares are those of Peters, Pierczyński and Skowron, "Proportional participatory budgeting with additive utilities",
 * NeurIPS 34 (2021); Phragmén's method for projects with costs that of Los, Christoff and Grossi, "Proportional budget allocations", IJCAI (2022).
 */
export const CountRule = z
  .object({
    kind: z.enum(CountKind).describe('How ballots are counted.'),
    leastVotes: z
      .int()
      .min(0)
      .max(MAX_LEAST_VOTES)
      .nullish()
      .describe('The fewest votes, or points, with which a project is funded, for GREEDY; without it any.'),
    stopsAtTooExpensive: z
      .boolean()
      .nullish()
      .describe('Whether the count ends at the first project that does not fit, for GREEDY; else it goes on with the next.'),
    onePerPlace: z.boolean().nullish().describe('Whether of the projects for one place only the first is funded, for GREEDY.'),
    utility: z.enum(Utility).nullish().describe('What a project is worth to those who voted for it, for EQUAL_SHARES.'),
    completion: z.enum(Completion).nullish().describe('What becomes of money that is left, for EQUAL_SHARES.'),
    comparison: z.enum(Comparison).nullish().describe('By what the result is compared with that of GREEDY, for EQUAL_SHARES.'),
    start: z.enum(ShareStart).nullish().describe('From where shares are raised, for ADD_ONE and ADD_ONE_UTILITARIAN.'),
    floorCents: z.int().min(1).max(MAX_UNIT_CENTS).nullish().describe('Down to a multiple of how many cents the first share is rounded, for FLOOR.'),
    unitCents: z.int().min(1).max(MAX_UNIT_CENTS).nullish().describe('By how many cents each share is raised at a time, for ADD_ONE and ADD_ONE_UTILITARIAN.'),
    stop: z.enum(ShareStop).nullish().describe('Until when shares are raised, for ADD_ONE and ADD_ONE_UTILITARIAN.'),
  })
  .refine((rule) => shares.every((field) => (rule[field] != null) === (rule.kind === 'EQUAL_SHARES')), { path: ['kind'], error: 'shares-with-shares' })
  .refine((rule) => raising.every((field) => (rule[field] != null) === raises(rule.completion)), { path: ['completion'], error: 'raising-with-add-one' })
  .refine((rule) => (rule.floorCents != null) === (rule.start === 'FLOOR'), { path: ['floorCents'], error: 'floor-with-floor' })
  .refine((rule) => rule.kind === 'GREEDY' || greedy.every((field) => rule[field] == null), { path: ['kind'], error: 'greedy-with-greedy' })
  .describe('How ballots are counted.');
export type CountRule = z.output<typeof CountRule>;

/** Whether a completion raises the shares. */
export const raises = (completion: Completion | null | undefined): boolean => completion === 'ADD_ONE' || completion === 'ADD_ONE_UTILITARIAN';

/** What of two projects decides between them where the rule finds them equal: the more votes, or the lower cost. */
export const TieStep = z.enum(['MOST_VOTES', 'LEAST_COST']).enum;
export type TieStep = keyof typeof TieStep;

/** What decides in the end: an order that was drawn, or the lower id, compared as text. */
export const TieEnd = z.enum(['DRAWN', 'ID']).enum;
export type TieEnd = keyof typeof TieEnd;

/** In which order the rule takes projects that it finds equal. It is settled before anybody votes, or it is no order. */
export const TieOrder = z
  .object({
    steps: z
      .array(z.enum(TieStep))
      .max(2)
      .refine((steps) => new Set(steps).size === steps.length, { error: 'twice' })
      .describe('What decides, first to last.'),
    end: z.enum(TieEnd).describe('What decides where those leave projects equal.'),
    seed: z.string().min(1).max(200).nullish().describe('What the order is drawn from, for DRAWN.'),
  })
  .refine(({ end, seed }) => (seed != null) === (end === 'DRAWN'), { path: ['seed'], error: 'seed-with-drawn' })
  .describe('In which order the rule takes projects that it finds equal.');
export type TieOrder = z.output<typeof TieOrder>;
