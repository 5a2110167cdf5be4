import { expect, test } from 'vitest';
import { electionOf, listOf, supportOf, type CastBallot } from './election.ts';

const projects = [
  { id: 'a', cost: 10 },
  { id: 'b', cost: 0 },
];
const faultIn = (more: Partial<Parameters<typeof electionOf>[0]>) => () => electionOf({ budget: 100, projects, ballots: [], ...more });
const ballots = (...all: CastBallot[]) => all;

test('projects and voters by number', () => {
  const election = electionOf({ budget: 100, projects, ballots: ballots({ choices: ['b', 'a'] }, { choices: [] }, { choices: ['b'] }) });
  expect(election).toMatchObject({ voters: 3, votes: [1, 2], ids: ['a', 'b'], costs: [10, 0], unitsPerCent: 1 });
  expect([...listOf(election.supporters, 1)]).toEqual([0, 2]);
  expect([...listOf(election.ballots, 0)]).toEqual([1, 0]);
  expect(supportOf(election, 0)).toBe(1);
});

test('points are summed, and who does not name a project gives it what is agreed', () => {
  const dealt = ballots({ choices: ['a', 'b'], points: [3, -1] }, { choices: [] });
  expect(electionOf({ budget: 100, kind: 'POINTS', projects, ballots: dealt }).votes).toEqual([3, -1]);
  expect(electionOf({ budget: 100, kind: 'POINTS', unlisted: 2, projects, ballots: dealt }).votes).toEqual([5, 1]);
});

test.each<[string, () => unknown, object]>([
  ['amount-wrong', faultIn({ budget: -1 }), { what: 'budget' }],
  ['amount-wrong', faultIn({ budget: 0.5 }), { what: 'budget' }],
  ['amount-wrong', faultIn({ projects: [{ id: 'a', cost: NaN }] }), { what: 'cost', project: 0 }],
  ['too-large', faultIn({ budget: Number.MAX_SAFE_INTEGER }), {}],
  ['id-missing', faultIn({ projects: [{ id: '', cost: 1 }] }), { project: 0 }],
  ['project-twice', faultIn({ projects: [...projects, projects[0]!] }), { project: 2, id: 'a' }],
  ['unknown-project', faultIn({ ballots: ballots({ choices: ['a'] }, { choices: ['x'] }) }), { ballot: 1, id: 'x' }],
  ['choice-twice', faultIn({ ballots: ballots({ choices: ['a', 'b', 'a'] }) }), { ballot: 0, id: 'a' }],
  ['points-wrong', faultIn({ ballots: ballots({ choices: ['a'], points: [1] }) }), { ballot: 0 }],
  ['points-wrong', faultIn({ kind: 'POINTS', ballots: ballots({ choices: ['a'], points: [1, 2] }) }), { ballot: 0 }],
  ['points-wrong', faultIn({ kind: 'POINTS', ballots: ballots({ choices: ['a'], points: [0.5] }) }), { ballot: 0 }],
])('%s', (code, work, facts) => {
  expect(work).toThrow(expect.objectContaining({ code, facts }));
});
