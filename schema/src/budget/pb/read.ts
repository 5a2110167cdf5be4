import { BadInput } from '../badInput.ts';
import { electionOf, type BallotsKind, type Candidate, type CastBallot, type Election } from '../count/election.ts';
import { decimalsOf, unitsOf } from './amount.ts';
import { tablesOf, type PbTables, type ReadTables, type Table } from './tables.ts';

/** The kinds of votes that Pabulib knows. */
const kinds: Readonly<Record<string, BallotsKind>> = {
  approval: 'APPROVALS',
  'choose-1': 'APPROVALS',
  cumulative: 'POINTS',
  scoring: 'POINTS',
  ordinal: 'RANKINGS',
};

/** A file that was read whole and found right. */
export interface Pb extends PbTables {
  election: Election;
  /** How many decimal places of the currency a unit of the election has: two, unless an amount has more. */
  decimals: number;
  /** The fewest votes with which a project is funded, where the file tells; null where not. */
  leastVotes: number | null;
}

/**
 * Reads a file. Every fault is told with its line, as far as it has one.
 * @throws BadInput those of tablesOf and electionOf, `key-missing`, `number-wrong`, `count-differs`, `vote-type-unknown`, `voter-twice`, `one-choice-only`
 */
export function readPb(file: Uint8Array): Pb {
  const tables = tablesOf(file);
  const meta = metaReader(tables);
  const voteType = meta.text('vote_type');
  const kind = kinds[voteType];
  if (!kind) throw new BadInput('vote-type-unknown', { line: meta.line('vote_type'), type: voteType });
  meta.expect('num_projects', tables.projects.rows.length);
  meta.expect('num_votes', tables.votes.rows.length);
  const costs = columnOf(tables.projects, 'cost');
  const decimals = decimalsIn(tables, meta, costs);
  const election = placed(tables, () =>
    electionOf({
      budget: unitsOf(meta.text('budget'), decimals),
      unitsPerCent: 10 ** (decimals - 2),
      kind,
      unlisted: voteType === 'scoring' ? (meta.number('default_score') ?? 0) : 0,
      projects: projectsOf(tables, costs, decimals),
      ballots: ballotsOf(tables, voteType, kind),
    }),
  );
  return { ...tables, election, decimals, leastVotes: meta.number('min_project_score_threshold') };
}

const WHOLE = /^-?\d{1,15}$/;

/** Reads the values of META, and says on which line one is wrong. */
function metaReader({ meta, lines }: ReadTables) {
  const line = (key: string): number => lines.meta[[...meta.keys()].indexOf(key)]!;
  const number = (key: string): number | null => {
    const text = meta.get(key) ?? '';
    if (text && !WHOLE.test(text)) throw new BadInput('number-wrong', { line: line(key), what: key });
    return text ? Number(text) : null;
  };
  const text = (key: string): string => {
    const value = meta.get(key);
    if (!value) throw new BadInput('key-missing', { key });
    return value;
  };
  const expect = (key: string, found: number): void => {
    text(key);
    const told = number(key)!;
    if (told !== found) throw new BadInput('count-differs', { line: line(key), what: key, told, found });
  };
  return { line, number, text, expect };
}

/** The values of a column; empty ones where the table has no such column. */
function columnOf({ columns, rows }: Table, column: string): string[] {
  const at = columns.indexOf(column);
  return rows.map((row) => row[at] ?? '');
}

function decimalsIn({ lines }: ReadTables, meta: ReturnType<typeof metaReader>, costs: readonly string[]): number {
  const budget = decimalsOf(meta.text('budget'));
  if (budget === null) throw new BadInput('amount-wrong', { line: meta.line('budget'), what: 'budget' });
  return costs.reduce(
    (most, cost, at) => {
      const decimals = decimalsOf(cost);
      if (decimals === null) throw new BadInput('amount-wrong', { line: lines.projects[at]!, what: 'cost' });
      return Math.max(most, decimals);
    },
    Math.max(2, budget),
  );
}

// Pabulib has no word for projects that exclude each other: a column of ours has one
function projectsOf({ projects }: ReadTables, costs: readonly string[], decimals: number): Candidate[] {
  const places = columnOf(projects, 'place');
  return columnOf(projects, 'project_id').map((id, at) => ({ id, cost: unitsOf(costs[at]!, decimals), place: places[at] || null }));
}

function* ballotsOf({ votes, lines }: ReadTables, voteType: string, kind: BallotsKind): Generator<CastBallot> {
  if (kind === 'POINTS' && !votes.columns.includes('points')) throw new BadInput('column-missing', { column: 'points' });
  const [voters, points] = [columnOf(votes, 'voter_id'), columnOf(votes, 'points')];
  const seen = new Set<string>();
  for (const [at, vote] of columnOf(votes, 'vote').entries()) {
    const [line, voter] = [lines.votes[at]!, voters[at]!];
    if (!voter) throw new BadInput('id-missing', { line });
    if (seen.has(voter)) throw new BadInput('voter-twice', { line, voter });
    seen.add(voter);
    const choices = partsOf(vote);
    if (voteType === 'choose-1' && choices.length > 1) throw new BadInput('one-choice-only', { line });
    yield kind === 'POINTS' ? { choices, points: partsOf(points[at]!).map((text) => (WHOLE.test(text) ? Number(text) : NaN)) } : { choices };
  }
}

const partsOf = (list: string): string[] => (list ? list.split(',').map((part) => part.trim()) : []);

/** Tells the line of what is wrong with a project or a ballot. */
function placed<T>({ lines }: ReadTables, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const { project, ballot, ...facts } = error.facts;
    const line = project === undefined ? (ballot === undefined ? undefined : lines.votes[Number(ballot)]) : lines.projects[Number(project)];
    throw line === undefined ? error : new BadInput(error.code, { line, ...facts });
  }
}
