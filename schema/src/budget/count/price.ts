import { listOf, type Election } from './election.ts';
import type { Purses } from './purses.ts';

const ULP = 2 ** -52;

/** What the richest supporter of a project would pay for it, within `error`. */
export interface Estimate {
  price: number;
  error: number;
}

/** The same exactly: the numerator over the denominator of the purses and the number of those who pay that much. */
export interface Price {
  numerator: bigint;
  payers: bigint;
}

/**
 * What the supporters of a project would pay for it at most, if each pays the same or all that they have. It is found from below: whoever has less than the price
 * pays all, which raises the price for the rest, until it holds. `from` is a price that it has at least.
 * @returns null where they have too little together
 */
export function estimate(election: Election, purses: Purses, project: number, from: number): Estimate | null {
  const cost = election.costs[project]!;
  const supporters = listOf(election.supporters, project);
  const { left } = purses;
  const all = supporters.length;
  // the purses' errors, and those of adding and dividing; with one payer left all of it falls on the price
  const error = 2 * ((all + 1) * purses.error + (all + 8) * ULP * cost);
  let price = Math.max(from, cost / all);
  for (;;) {
    let [poor, theirs, least, most] = [0, 0, Infinity, 0];
    for (let n = 0; n < all; n++) {
      const purse = left[supporters[n]!]!;
      if (purse < price) {
        poor++;
        theirs += purse;
        if (purse > most) most = purse;
      } else if (purse < least) least = purse;
    }
    if (poor === all) {
      const short = cost - theirs;
      const can = Math.abs(short) > error ? short < 0 : purses.sumOf(supporters) >= BigInt(cost) * purses.denominator;
      return can ? { price: most, error } : null;
    }
    price = Math.max(price, (cost - theirs) / (all - poor));
    if (price <= least) return { price, error };
  }
}

/** The exact price, from its estimate. */
export function exactPrice(election: Election, purses: Purses, project: number, { price, error }: Estimate): Price {
  const margin = 2 * (error + purses.error);
  const poor: number[] = [];
  const near: bigint[] = [];
  let payers = 0;
  for (const voter of listOf(election.supporters, project)) {
    const purse = purses.left[voter]!;
    if (purse < price - margin) poor.push(voter);
    else {
      payers++;
      if (purse <= price + margin) near.push(purses.exactly(voter));
    }
  }
  near.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  let numerator = BigInt(election.costs[project]!) * purses.denominator - purses.sumOf(poor);
  for (const purse of near) {
    if (purse * BigInt(payers) >= numerator) break;
    numerator -= purse;
    payers--;
  }
  return { numerator, payers: BigInt(payers) };
}
