import type { Utility } from '../rules.ts';
import { supportOf, type Election } from './election.ts';
import { estimate, exactPrice, type Estimate, type Price } from './price.ts';
import { Purses } from './purses.ts';
import { byRank } from './ties.ts';
import type { Fraction } from './fraction.ts';

interface Contender extends Estimate {
  project: number;
}

/** One count with equal shares: the projects funded, in order, and their cost. */
export interface Shared {
  taken: number[];
  cost: number;
}

/**
 * The method of equal shares: everybody gets the same share of the money, and supporters together buy the project that costs them least for what it is worth to
 * them, each paying the same or all that they have left, until nobody can buy. Counts as often as it is asked, each time with another share.
 */
export class EqualShares {
  readonly #election: Election;
  readonly #ranks: Int32Array;
  readonly #utility: Utility;
  readonly #purses: Purses;
  /** For each project a price that it has at least; it never falls while money is spent. */
  readonly #least: Float64Array;

  constructor(election: Election, ranks: Int32Array, utility: Utility) {
    this.#election = election;
    this.#ranks = ranks;
    this.#utility = utility;
    this.#purses = new Purses(election);
    this.#least = new Float64Array(election.ids.length);
  }

  /** Counts with a share for each, in units. @returns null as soon as the projects cost more than `most` */
  count(share: Fraction, most = Infinity): Shared | null {
    const { costs, ids } = this.#election;
    this.#purses.fill(share);
    const supported = ids.map((_, p) => p).filter((p) => supportOf(this.#election, p) > 0);
    // what is free costs nobody anything, whatever it is worth
    const taken = byRank(
      supported.filter((p) => costs[p] === 0),
      this.#ranks,
    );
    let open = supported.filter((p) => costs[p]! > 0);
    for (const p of open) this.#least[p] = (costs[p]! / supportOf(this.#election, p)) * (1 - 2 ** -50);
    let cost = 0;
    for (;;) {
      const { contenders, affordable } = this.#contend(open);
      if (!contenders.length) return { taken, cost };
      const { project, price } = this.#cheapest(contenders);
      this.#purses.pay(project, price.numerator, price.payers);
      open = affordable.filter((p) => p !== project);
      taken.push(project);
      cost += costs[project]!;
      if (cost > most) return null;
    }
  }

  /** Which projects may be the cheapest for what they are worth; what cannot be bought now cannot be bought later. */
  #contend(open: readonly number[]): { contenders: Contender[]; affordable: number[] } {
    const sorted = [...open].sort((a, b) => this.#least[a]! / this.#worth(a) - this.#least[b]! / this.#worth(b));
    const tooExpensive = new Set<number>();
    let contenders: Contender[] = [];
    let bound = Infinity;
    for (const project of sorted) {
      const worth = this.#worth(project);
      if (this.#least[project]! / worth > bound) break;
      const found = estimate(this.#election, this.#purses, project, this.#least[project]!);
      if (!found) tooExpensive.add(project);
      else {
        this.#least[project] = Math.max(this.#least[project]!, found.price - found.error);
        bound = Math.min(bound, (found.price + found.error) / worth);
        contenders.push({ project, ...found });
      }
    }
    contenders = contenders.filter(({ project }) => this.#least[project]! / this.#worth(project) <= bound);
    return { contenders, affordable: open.filter((p) => !tooExpensive.has(p)) };
  }

  #cheapest(contenders: readonly Contender[]): { project: number; price: Price } {
    return contenders
      .map((contender) => ({ project: contender.project, price: exactPrice(this.#election, this.#purses, contender.project, contender) }))
      .reduce((best, other) => (this.#isBefore(other, best) ? other : best));
  }

  #isBefore(a: { project: number; price: Price }, b: { project: number; price: Price }): boolean {
    const difference =
      a.price.numerator * b.price.payers * BigInt(this.#worth(b.project)) - b.price.numerator * a.price.payers * BigInt(this.#worth(a.project));
    return difference ? difference < 0n : this.#ranks[a.project]! < this.#ranks[b.project]!;
  }

  #worth(project: number): number {
    return this.#utility === 'COST' ? this.#election.costs[project]! : 1;
  }

  /** After a count: what the supporters of a project have left together. */
  behind(project: number): Fraction {
    const { from, items } = this.#election.supporters;
    return { numerator: this.#purses.sumOf(items.subarray(from[project], from[project + 1])), denominator: this.#purses.denominator };
  }

  /** After a count: what everybody paid for a project who could; the others paid less. */
  paid(project: number): Fraction {
    return this.#purses.paymentFor(project);
  }
}
