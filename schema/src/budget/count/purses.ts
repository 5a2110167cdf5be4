import { gcd, toNumber, type Fraction } from './fraction.ts';
import { listOf, type Election } from './election.ts';

const ULP = 2 ** -52;

/**
 * The voters' money while equal shares are counted. Nobody's purse is kept exactly, and every decision is exact all the same: whoever is not broke has paid for
 * each funded project of their ballot what everybody paid who could. Those payments are kept as whole numbers over one denominator. Beside them stands each purse
 * as a float with a bound of its error; where that leaves a decision open, the exact sums are taken.
 */
export class Purses {
  readonly #election: Election;
  /** What is left of each share, within `error`. */
  readonly left: Float64Array;
  /** Whether nothing is left. */
  readonly broke: Uint8Array;
  /** How far a purse may be off its float. */
  error = 0;
  /** Whether somebody paid for a project. */
  readonly #bought: Uint8Array;
  /** The payments over the denominator, by project. */
  readonly #payments: bigint[];
  readonly #payers: Int32Array;
  #order: number[] = [];
  #share = 0n;
  #denominator = 1n;
  #most = 0;

  constructor(election: Election) {
    this.#election = election;
    this.left = new Float64Array(election.voters);
    this.broke = new Uint8Array(election.voters);
    this.#bought = new Uint8Array(election.ids.length);
    this.#payers = new Int32Array(election.ids.length);
    this.#payments = election.ids.map(() => 0n);
  }

  /** Over what sums and payments stand. */
  get denominator(): bigint {
    return this.#denominator;
  }

  /** Gives everybody the same share. */
  fill({ numerator, denominator }: Fraction): void {
    this.#share = numerator;
    this.#denominator = denominator;
    this.#most = toNumber({ numerator, denominator });
    this.#order = [];
    this.#bought.fill(0);
    this.left.fill(this.#most);
    this.broke.fill(numerator === 0n ? 1 : 0);
    this.#widen();
  }

  // each payment rounds once, and the payment itself is off by a few units in the last place
  #widen(): void {
    this.error = this.#most * ULP * 8 * (this.#order.length + 1);
  }

  /** What some voters have left together, times the denominator. */
  sumOf(voters: ArrayLike<number>): bigint {
    const { from, items } = this.#election.ballots;
    this.#payers.fill(0);
    let solvent = 0;
    for (let n = 0; n < voters.length; n++) {
      const voter = voters[n]!;
      if (this.broke[voter]) continue;
      solvent++;
      for (let at = from[voter]!; at < from[voter + 1]!; at++) this.#payers[items[at]!]!++;
    }
    let sum = BigInt(solvent) * this.#share;
    for (const p of this.#order) sum -= BigInt(this.#payers[p]!) * this.#payments[p]!;
    return sum;
  }

  /** What one voter has left, times the denominator. */
  exactly(voter: number): bigint {
    if (this.broke[voter]) return 0n;
    let purse = this.#share;
    for (const p of listOf(this.#election.ballots, voter)) if (this.#bought[p]) purse -= this.#payments[p]!;
    return purse;
  }

  /** Everybody who chose a project pays for it `numerator` over the denominator and `payers`, or what they have if that is less. */
  pay(project: number, numerator: bigint, payers: bigint): void {
    const factor = payers / gcd(numerator, payers);
    this.#denominator *= factor;
    this.#share *= factor;
    for (const p of this.#order) this.#payments[p]! *= factor;
    const exact = (numerator * factor) / payers;
    const payment = toNumber({ numerator: exact, denominator: this.#denominator });
    for (const voter of listOf(this.#election.supporters, project)) {
      if (this.broke[voter]) continue;
      let rest = this.left[voter]! - payment;
      if (Math.abs(rest) <= 2 * this.error) {
        const owned = this.exactly(voter);
        rest = owned > exact ? toNumber({ numerator: owned - exact, denominator: this.#denominator }) : -1;
      }
      if (rest < 0) this.broke[voter] = 1;
      this.left[voter] = Math.max(0, rest);
    }
    this.#payments[project] = exact;
    this.#bought[project] = 1;
    this.#order.push(project);
    this.#widen();
  }

  /** What everybody paid for a project who could. */
  paymentFor(project: number): Fraction {
    return { numerator: this.#payments[project]!, denominator: this.#denominator };
  }
}
