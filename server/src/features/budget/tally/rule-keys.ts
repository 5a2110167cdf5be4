import type { Pb } from '@torilla/schema/budget/pb/read';
import type { CountRule, TieOrder, TieStep } from '@torilla/schema/budget/rules';

/** The orders of ties by the names that lists of expected results have for them. */
const orders: Readonly<Record<string, readonly TieStep[]>> = {
  maxVotes_minCost_lexico: ['MOST_VOTES', 'LEAST_COST'],
  minCost_maxVotes_lexico: ['LEAST_COST', 'MOST_VOTES'],
  lexico: [],
};

const completions = { none: 'NONE', u: 'UTILITARIAN', add1: 'ADD_ONE', add1u: 'ADD_ONE_UTILITARIAN' } as const;
const CENTS = 100;

const byVotes: Readonly<Record<string, (pb: Pb) => CountRule>> = {
  greedy_by_votes: () => ({ kind: 'GREEDY' }),
  greedy_no_skip: () => ({ kind: 'GREEDY', stopsAtTooExpensive: true }),
  greedy_threshold: ({ leastVotes }) => ({ kind: 'GREEDY', leastVotes }),
  greedy_exclusive: () => ({ kind: 'GREEDY', onePerPlace: true }),
  sequential_phragmen: () => ({ kind: 'PHRAGMEN' }),
};

const KEY =
  /^mes_(?<utility>cost|card)\/(?:(?<plain>none|u)|(?<raised>add1u?)\(start=(?<start>B\/n|floor\(B\/n\)),(?<stop>stop_exhaustive|until_infeasible),inc=(?<inc>\d{1,6})\))$/;

/**
 * A rule by its key in a list of expected results, with the order of its ties where the key ends with one: `mes_cost/add1(start=B/n,stop_exhaustive,inc=1)`. Its
 * sums are whole units of the currency. Null for what is no such key.
 */
export function ruleOfKey(key: string, pb: Pb): { rule: CountRule; ties: TieOrder } | null {
  const end = Object.keys(orders).find((name) => key.endsWith(`/${name}`));
  const name = end ? key.slice(0, -end.length - 1) : key;
  const rule = byVotes[name]?.(pb) ?? sharesOf(name);
  return rule && { rule, ties: { steps: [...orders[end ?? 'maxVotes_minCost_lexico']!], end: 'ID' } };
}

function sharesOf(name: string): CountRule | null {
  const parts = KEY.exec(name)?.groups;
  if (!parts) return null;
  const shares = {
    kind: 'EQUAL_SHARES',
    utility: parts['utility'] === 'cost' ? 'COST' : 'CARDINALITY',
    completion: completions[(parts['plain'] ?? parts['raised']) as keyof typeof completions],
    comparison: 'NONE',
  } as const;
  if (!parts['raised']) return shares;
  const start = parts['start'] === 'B/n' ? 'EXACT' : 'FLOOR';
  return {
    ...shares,
    start,
    ...(start === 'FLOOR' && { floorCents: CENTS }),
    unitCents: Number(parts['inc']) * CENTS,
    stop: parts['stop'] === 'until_infeasible' ? 'UNTIL_INFEASIBLE' : 'EXHAUSTIVE',
  };
}
