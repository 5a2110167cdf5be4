import { decimalsOf, unitsOf } from '@torilla/schema/budget/pb/amount';
import type { Pb } from '@torilla/schema/budget/pb/read';
import { Comparison, Completion, CountRule, raises, ShareStart, ShareStop, TieOrder, Utility } from '@torilla/schema/budget/rules';
import { ruleOfKey } from './rule-keys.ts';

/** What a rule is put together from at the command line. */
export const ruleOptions = {
  rule: { type: 'string' },
  'least-votes': { type: 'string' },
  utility: { type: 'string', default: 'cost' },
  completion: { type: 'string', default: 'none' },
  comparison: { type: 'string', default: 'none' },
  start: { type: 'string', default: 'exact' },
  floor: { type: 'string', default: '1' },
  unit: { type: 'string', default: '1' },
  stop: { type: 'string', default: 'exhaustive' },
  ties: { type: 'string' },
  seed: { type: 'string' },
} as const;

export type RuleOptions = { [Name in keyof typeof ruleOptions]?: string };

/** A rule with the order of its ties. */
export interface Ruled {
  rule: CountRule;
  ties: TieOrder;
}

const USUAL_TIES: TieOrder = { steps: ['MOST_VOTES', 'LEAST_COST'], end: 'ID' };

/** The rules by their names; those by votes take the least that the file tells where none is given. */
const named: Record<string, (options: RuleOptions, pb: Pb) => CountRule> = {
  greedy: (options) => ({ kind: 'GREEDY', leastVotes: least(options) }),
  'greedy-no-skip': (options) => ({ kind: 'GREEDY', leastVotes: least(options), stopsAtTooExpensive: true }),
  'greedy-threshold': (options, { leastVotes }) => ({ kind: 'GREEDY', leastVotes: least(options) ?? leastVotes }),
  'greedy-exclusive': (options) => ({ kind: 'GREEDY', leastVotes: least(options), onePerPlace: true }),
  'equal-shares': equalShares,
  phragmen: () => ({ kind: 'PHRAGMEN' }),
};

/**
 * The rule that was asked for: by its name and options, by its key in a list of expected results, or as the JSON that a count prints.
 * @throws Error with a sentence for who asked
 */
export function ruledBy(options: RuleOptions, pb: Pb): Ruled {
  const told = options.rule;
  if (!told) throw new Error(`Which rule? --rule ${Object.keys(named).join(' | ')}`);
  const byKey = ruleOfKey(told, pb);
  const rule = byKey?.rule ?? (told.startsWith('{') ? JSON.parse(told) : named[told]?.(options, pb));
  if (!rule) throw new Error(`No rule is called ${told}. There are: ${Object.keys(named).join(', ')}`);
  const { success, data } = CountRule.safeParse(rule);
  if (!success) throw new Error(`This is no rule: ${JSON.stringify(rule)}`);
  return { rule: data, ties: options.ties ? tiesOf(options.ties, options.seed) : (byKey?.ties ?? USUAL_TIES) };
}

function equalShares(options: RuleOptions): CountRule {
  const completion = oneOf(Completion, 'completion', options.completion);
  const shares = {
    kind: 'EQUAL_SHARES',
    utility: oneOf(Utility, 'utility', options.utility),
    completion,
    comparison: oneOf(Comparison, 'comparison', options.comparison),
  } as const;
  if (!raises(completion)) return shares;
  const start = oneOf(ShareStart, 'start', options.start);
  return {
    ...shares,
    start,
    ...(start === 'FLOOR' && { floorCents: centsOf('floor', options.floor) }),
    unitCents: centsOf('unit', options.unit),
    stop: oneOf(ShareStop, 'stop', options.stop),
  };
}

/** `votes,cost,id`: what decides ties, first to last; `votes,cost,drawn` with a seed. */
function tiesOf(told: string, seed: string | undefined): TieOrder {
  const words = told.split(',');
  const steps = { votes: 'MOST_VOTES', cost: 'LEAST_COST' } as const;
  const { success, data } = TieOrder.safeParse({
    steps: words.slice(0, -1).map((word) => steps[word as keyof typeof steps]),
    end: words.at(-1)!.toUpperCase(),
    ...(seed !== undefined && { seed }),
  });
  if (!success) throw new Error(`This is no order of ties: ${told}. It is such as votes,cost,id, or votes,cost,drawn with --seed`);
  return data;
}

function oneOf<T extends Record<string, string>>(all: T, name: string, told = ''): keyof T {
  const value = told.toUpperCase().replaceAll('-', '_');
  if (value in all) return value;
  throw new Error(
    `--${name} is one of ${Object.keys(all)
      .map((one) => one.toLowerCase().replaceAll('_', '-'))
      .join(', ')}`,
  );
}

function centsOf(name: string, told = ''): number {
  const decimals = decimalsOf(told);
  if (decimals === null || decimals > 2) throw new Error(`--${name} is an amount of money with at most two decimals, such as 1 or 0.01`);
  return unitsOf(told, 2);
}

function least({ 'least-votes': told }: RuleOptions): number | null {
  if (told === undefined) return null;
  if (!/^\d{1,7}$/.test(told)) throw new Error('--least-votes is a whole number');
  return Number(told);
}
