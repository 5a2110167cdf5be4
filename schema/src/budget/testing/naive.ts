// The rules once more, by the letter and with a fraction for every purse and load: slow, and with nothing in common with the count but its input.
import { listOf, type Election } from '../count/election.ts';
import { gcd, type Fraction } from '../count/fraction.ts';

const fraction = (numerator: bigint, denominator = 1n): Fraction => {
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator) || 1n;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};
const add = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
const less = (a: Fraction, b: Fraction): Fraction => add(a, { ...b, numerator: -b.numerator });
const compare = (a: Fraction, b: Fraction): number => Number(a.numerator * b.denominator - b.numerator * a.denominator);
const divided = (a: Fraction, by: number): Fraction => fraction(a.numerator, a.denominator * BigInt(by));
const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, fraction(0n));
const units = (amount: number): Fraction => fraction(BigInt(amount));

const supportersOf = (election: Election, p: number): number[] => [...listOf(election.supporters, p)];
const withVotes = (election: Election): number[] => election.ids.map((_, p) => p).filter((p) => supportersOf(election, p).length > 0);

/** The smallest of all, by value and then by rank; undefined where there are none. */
function smallest(found: readonly { p: number; value: Fraction }[], ranks: Int32Array): { p: number; value: Fraction } | undefined {
  return [...found].sort((a, b) => compare(a.value, b.value) || ranks[a.p]! - ranks[b.p]!)[0];
}

/** Equal shares: the projects funded, in order, and what each voter has left. */
export function naiveShares(election: Election, ranks: Int32Array, utility: 'COST' | 'CARDINALITY', share: Fraction): { taken: number[]; purses: Fraction[] } {
  const purses = Array.from({ length: election.voters }, () => share);
  const taken: number[] = [];
  for (;;) {
    const found = withVotes(election)
      .filter((p) => !taken.includes(p))
      .flatMap((p) => {
        const price = naivePrice(
          supportersOf(election, p).map((voter) => purses[voter]!),
          election.costs[p]!,
        );
        return price ? [{ p, price, value: utility === 'COST' && election.costs[p]! > 0 ? divided(price, election.costs[p]!) : price }] : [];
      });
    const best = smallest(found, ranks);
    if (!best) return { taken, purses };
    const { price } = found.find(({ p }) => p === best.p)!;
    for (const voter of supportersOf(election, best.p)) purses[voter] = compare(purses[voter]!, price) < 0 ? fraction(0n) : less(purses[voter]!, price);
    taken.push(best.p);
  }
}

function naivePrice(purses: readonly Fraction[], cost: number): Fraction | null {
  const sorted = [...purses].sort(compare);
  if (compare(sum(sorted), units(cost)) < 0) return null;
  let open = units(cost);
  for (const [paid, purse] of sorted.entries()) {
    const price = divided(open, sorted.length - paid);
    if (compare(purse, price) >= 0) return price;
    open = less(open, purse);
  }
  return null;
}

/** Equal shares, raised by a cent each time: the last result that costs no more than there is, and how often the share was raised for it. */
export function naiveAddOne(election: Election, ranks: Int32Array, stop: 'EXHAUSTIVE' | 'UNTIL_INFEASIBLE'): { taken: number[]; times: number } {
  const { budget, costs, voters } = election;
  const first = divided(units(budget), Math.max(voters, 1));
  const costOf = (taken: readonly number[]) => taken.reduce((total, p) => total + costs[p]!, 0);
  const at = (times: number) => naiveShares(election, ranks, 'COST', add(first, units(times))).taken;
  for (let times = 0; ; times++) {
    const taken = at(times);
    const others = withVotes(election).filter((p) => !taken.includes(p));
    const nothingFits = others.every((p) => costOf(taken) + costs[p]! > budget);
    if (!others.length || (stop === 'EXHAUSTIVE' && nothingFits) || costOf(at(times + 1)) > budget) return { taken, times };
  }
}

/** Phragmén's method. */
export function naivePhragmen(election: Election, ranks: Int32Array): number[] {
  const { budget, costs } = election;
  const loads = Array.from({ length: election.voters }, () => fraction(0n));
  const taken: number[] = [];
  let left = budget;
  for (;;) {
    const found = withVotes(election)
      .filter((p) => !taken.includes(p) && costs[p]! <= budget)
      .map((p) => {
        const supporters = supportersOf(election, p);
        return { p, value: divided(sum([units(costs[p]!), ...supporters.map((voter) => loads[voter]!)]), supporters.length) };
      });
    const best = smallest(found, ranks);
    if (!best || found.some(({ p, value }) => compare(value, best.value) === 0 && costs[p]! > left)) return taken;
    for (const voter of supportersOf(election, best.p)) loads[voter] = best.value;
    taken.push(best.p);
    left -= costs[best.p]!;
  }
}
