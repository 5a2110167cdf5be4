import type { BallotRule, Choice } from '../ballot.ts';
import { amountOf } from '../pb/amount.ts';
import { readPb } from '../pb/read.ts';
import { writePb } from '../pb/write.ts';
import type { CountRule, TieOrder } from '../rules.ts';
import { tally, type Tally } from './tally.ts';

/** What was voted on in one area of a round, and the ballots. */
export interface Votes {
  city: string;
  year: number;
  area: string;
  budgetCents: number;
  ballot: BallotRule;
  projects: readonly { id: string; name: string; costCents: number; place?: string | null }[];
  ballots: readonly (readonly Choice[])[];
}

const VOTE_TYPES = { APPROVAL: 'approval', BASKET: 'approval', ONE: 'choose-1', POINTS: 'cumulative', RANKING: 'cumulative' } as const;

/**
 * The ballots of an area as a file that anybody can count (https://pabulib.org/format). Of voters it says nothing: they are numbered in the order of what they want,
 * so that the same ballots are the same file. Where projects are put in order, the first gets as many points as there are projects, and each that follows one less
 * (Borda's count).
 */
export function pbOf({ city, year, area, budgetCents, ballot, projects, ballots }: Votes): string {
  const hasPoints = ballot.kind === 'POINTS' || ballot.kind === 'RANKING';
  const votes = ballots
    .map((choices) => {
      const ids = choices.map(({ id }) => id);
      const points = choices.map((choice, at) => choice.points ?? projects.length - at);
      return hasPoints ? [ids.join(','), points.join(',')] : [[...ids].sort().join(',')];
    })
    .sort((a, b) => (a.join(';') < b.join(';') ? -1 : 1));
  const places = projects.some(({ place }) => place);
  return writePb({
    meta: new Map([
      ['description', `${city} ${year}, ${area}`],
      ['country', 'Finland'],
      ['unit', city],
      ['subunit', area],
      ['instance', String(year)],
      ['num_projects', String(projects.length)],
      ['num_votes', String(votes.length)],
      ['budget', amountOf(budgetCents, 2)],
      ['vote_type', VOTE_TYPES[ballot.kind]],
      ['currency', 'EUR'],
    ]),
    projects: {
      columns: ['project_id', 'cost', 'name', ...(places ? ['place'] : [])],
      rows: [...projects]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, costCents, name, place }) => [id, amountOf(costCents, 2), name, ...(places ? [place ?? ''] : [])]),
    },
    votes: { columns: ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])], rows: votes.map((vote, n) => [String(n + 1), ...vote]) },
  });
}

/** Counts the ballots of a file: the city once, and anybody again. @throws BadInput as `readPb` and `tally` */
export const recount = (file: Uint8Array, rule: CountRule, ties: TieOrder): Promise<Tally> => tally(readPb(file).election, rule, ties);
