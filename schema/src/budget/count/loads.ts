import { supportOf, type Election } from './election.ts';
import { gcd, toNumber } from './fraction.ts';

/**
 * The voters' loads while Phragmén's method counts. Everybody carries the load of the last funded project of their ballot, so what the supporters of a project carry
 * is a sum of few numbers, each taken so many times. They are whole numbers over one denominator; beside each stands a float, for a first look.
 */
export class Loads {
  readonly #election: Election;
  readonly #loads: bigint[] = [];
  readonly #floats: number[] = [];
  /** For each funded project in turn, how many supporters of each project carry its load. */
  readonly #carriers: Int32Array[] = [];
  /** Which load each voter carries; −1 for none. */
  readonly #carried: Int32Array;
  #denominator = 1n;

  constructor(election: Election) {
    this.#election = election;
    this.#carried = new Int32Array(election.voters).fill(-1);
  }

  /** What each supporter of a project would carry if it were funded, but for a few units in the last place per load. */
  nearly(project: number): number {
    let sum = this.#election.costs[project]!;
    for (let n = 0; n < this.#floats.length; n++) sum += this.#carriers[n]![project]! * this.#floats[n]!;
    return sum / supportOf(this.#election, project);
  }

  /** By how many units in the last place that may be off, relatively. */
  get roundings(): number {
    return 4 * (this.#loads.length + 2);
  }

  /** The same exactly, for all supporters together, times the denominator. */
  #together(project: number): bigint {
    return this.#loads.reduce((sum, load, n) => sum + BigInt(this.#carriers[n]![project]!) * load, BigInt(this.#election.costs[project]!) * this.#denominator);
  }

  /** Whether each supporter of one would carry less than each of the other: negative; more: positive. */
  compare(a: number, b: number): number {
    return Number(this.#together(a) * BigInt(supportOf(this.#election, b)) - this.#together(b) * BigInt(supportOf(this.#election, a)));
  }

  /** Funds a project. */
  carry(project: number): void {
    const { supporters, ballots, ids } = this.#election;
    const [together, sharing] = [this.#together(project), BigInt(supportOf(this.#election, project))];
    const factor = sharing / gcd(together, sharing);
    this.#denominator *= factor;
    for (const n of this.#loads.keys()) this.#loads[n]! *= factor;
    const load = (together * factor) / sharing;
    const carriers = new Int32Array(ids.length);
    this.#carriers.push(carriers);
    this.#floats.push(toNumber({ numerator: load, denominator: this.#denominator }));
    const turn = this.#loads.push(load) - 1;
    for (let at = supporters.from[project]!; at < supporters.from[project + 1]!; at++) {
      const voter = supporters.items[at]!;
      const before = this.#carriers[this.#carried[voter]!];
      this.#carried[voter] = turn;
      for (let n = ballots.from[voter]!; n < ballots.from[voter + 1]!; n++) {
        carriers[ballots.items[n]!]!++;
        if (before) before[ballots.items[n]!]!--;
      }
    }
  }
}
