import { BadInput } from '../badInput.ts';

/** A project on the ballot. */
export interface Candidate {
  id: string;
  /** In units of the election. */
  cost: number;
  /** Where it would stand, if only one project can: those of the same place exclude each other. */
  place?: string | null;
}

/** What one voter chose; nothing is a ballot too, for the voter counts. Where voters deal points, as many as choices, else none. */
export interface CastBallot {
  choices: readonly string[];
  points?: readonly number[];
}

/** Lists of numbers, one after another: that of n is `items` from `from[n]` up to `from[n + 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/** What voters wrote: the projects that they want; points for each; or projects in an order, which no rule here counts. */
export type BallotsKind = 'APPROVALS' | 'POINTS' | 'RANKINGS';

/** What is counted: projects and voters by number, money in whole units. */
export interface Election {
  readonly budget: number;
  /** How many of its units make a cent: one, unless a file has fractions of cents. */
  readonly unitsPerCent: number;
  readonly ids: readonly string[];
  readonly costs: readonly number[];
  readonly places: readonly (string | null)[];
  readonly voters: number;
  readonly kind: BallotsKind;
  /** Of each project, how many voters chose it; with points, their sum. */
  readonly votes: readonly number[];
  /** The projects of each voter. */
  readonly ballots: Lists;
  /** The voters of each project. */
  readonly supporters: Lists;
}

/**
 * Makes an election of projects and ballots. Money is in whole units, cents unless told otherwise.
 * @throws BadInput `amount-wrong`, `id-missing`, `project-twice`, `unknown-project`, `choice-twice`, `points-wrong`, `too-large`, with the place in the list
 */
export function electionOf(told: {
  budget: number;
  unitsPerCent?: number;
  kind?: BallotsKind;
  /** The points of a voter for each project that is not on the ballot. */
  unlisted?: number;
  projects: readonly Candidate[];
  ballots: Iterable<CastBallot>;
}): Election {
  const { budget, unitsPerCent = 1, kind = 'APPROVALS', unlisted = 0, projects } = told;
  const hasPoints = kind === 'POINTS';
  const numbers = numbered(projects);
  checkMoney(budget, projects);
  const [from, items] = [[0], [] as number[]];
  const votes = projects.map(() => 0);
  const supported = projects.map(() => 0);
  const last = projects.map(() => -1);
  let ballot = 0;
  for (const { choices, points = [] } of told.ballots) {
    if (points.length !== (hasPoints ? choices.length : 0)) throw new BadInput('points-wrong', { ballot });
    for (const [at, id] of choices.entries()) {
      const p = numbers.get(id);
      if (p === undefined) throw new BadInput('unknown-project', { ballot, id });
      if (last[p] === ballot) throw new BadInput('choice-twice', { ballot, id });
      const given = hasPoints ? points[at]! : 1;
      if (!Number.isSafeInteger(given)) throw new BadInput('points-wrong', { ballot });
      last[p] = ballot;
      supported[p]!++;
      votes[p]! += given;
      items.push(p);
    }
    from.push(items.length);
    ballot++;
  }
  for (const p of votes.keys()) votes[p]! += unlisted * (ballot - supported[p]!);
  if (!votes.every(Number.isSafeInteger)) throw new BadInput('too-large');
  const ballots = { from: Int32Array.from(from), items: Int32Array.from(items) };
  return {
    budget,
    unitsPerCent,
    ids: projects.map(({ id }) => id),
    costs: projects.map(({ cost }) => cost),
    places: projects.map(({ place }) => place ?? null),
    voters: ballot,
    kind,
    votes,
    ballots,
    supporters: turned(ballots, supported),
  };
}

function numbered(projects: readonly Candidate[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [project, { id }] of projects.entries()) {
    if (!id) throw new BadInput('id-missing', { project });
    if (numbers.has(id)) throw new BadInput('project-twice', { project, id });
    numbers.set(id, project);
  }
  return numbers;
}

// sums of costs stay exact
function checkMoney(budget: number, projects: readonly Candidate[]): void {
  const isAmount = (amount: number) => Number.isInteger(amount) && amount >= 0;
  if (!isAmount(budget)) throw new BadInput('amount-wrong', { what: 'budget' });
  const wrong = projects.findIndex(({ cost }) => !isAmount(cost));
  if (wrong >= 0) throw new BadInput('amount-wrong', { what: 'cost', project: wrong });
  if (!Number.isSafeInteger(projects.reduce((sum, { cost }) => sum + cost, budget))) throw new BadInput('too-large');
}

/** From the projects of each voter, the voters of each project. */
function turned({ from, items }: Lists, lengths: readonly number[]): Lists {
  const turnedFrom = new Int32Array(lengths.length + 1);
  for (const [p, length] of lengths.entries()) turnedFrom[p + 1] = turnedFrom[p]! + length;
  const next = turnedFrom.slice();
  const turnedItems = new Int32Array(items.length);
  for (let voter = 0; voter + 1 < from.length; voter++) for (let at = from[voter]!; at < from[voter + 1]!; at++) turnedItems[next[items[at]!]!++] = voter;
  return { from: turnedFrom, items: turnedItems };
}

/** One of the lists. */
export const listOf = ({ from, items }: Lists, n: number): Int32Array => items.subarray(from[n], from[n + 1]);

/** How many voters chose a project. */
export const supportOf = ({ supporters: { from } }: Election, p: number): number => from[p + 1]! - from[p]!;
