import { expect, test } from 'vitest';
import { tally } from '../count/tally.ts';
import { listOf } from '../count/election.ts';
import { byId } from '../testing/elections.ts';
import { bytes, changed } from '../testing/files.ts';
import { readPb } from './read.ts';
import { PB_BYTES_LIMIT } from './rows.ts';

const read = (text: string) => readPb(bytes(text));

test('a file, in cents', async () => {
  const { election, meta, projects, decimals, leastVotes } = read(changed());
  expect(election).toMatchObject({ budget: 100_000, costs: [40_000, 70_000, 0], ids: ['P1', '12/2020', 'P3'], voters: 4, votes: [2, 2, 1], kind: 'APPROVALS' });
  expect(meta.get('description')).toBe('A park or a pier');
  expect(projects.rows[1]).toEqual(['12/2020', '700', '2', 'Pier; with a bench, and a "view"']);
  expect([decimals, leastVotes]).toEqual([2, null]);
  // an empty ballot is a voter
  expect([...listOf(election.ballots, 1)]).toEqual([]);
  expect((await tally(election, { kind: 'GREEDY' }, byId)).winners).toEqual(['P1', 'P3']);
});

test('a mark at the start, line ends of any system, names in small letters, empty lines and what a spreadsheet fills up', () => {
  const plain = read(changed()).election;
  for (const text of [`\uFEFF${changed().replaceAll('\n', '\r\n')}\r\n`, changed().replaceAll('\n', '\r')]) expect(read(text).election).toEqual(plain);
  expect(read(changed({ META: 'meta;;', PROJECTS: '\nProjects;;;', VOTES: ' votes ', 'P1;': 'P1 ; 400;2;Park;;', 'v4;': 'v4; 12/2020 ' })).election).toEqual(
    plain,
  );
});

test('sections come in any order', () => {
  const [meta, projects, votes] = changed().split(/(?=PROJECTS|VOTES)/) as [string, string, string];
  expect(read([votes, '\n', projects, meta].join('')).election).toEqual(read(changed()).election);
});

test('decimals are exact, also finer than cents', () => {
  expect(read(changed({ 'P1;': 'P1;2332627.21;2;Park', budget: 'budget;2500000.5' })).election).toMatchObject({
    budget: 250_000_050,
    costs: [233_262_721, 70_000, 0],
    unitsPerCent: 1,
  });
  const fine = read(changed({ 'P1;': 'P1;0.0625;2;Park' }));
  expect(fine).toMatchObject({ decimals: 4, election: { costs: [625, 7_000_000, 0], unitsPerCent: 100 } });
});

test('points, one choice and an order', () => {
  const points = (type: string, more: Record<string, string> = {}) =>
    changed({
      vote_type: `vote_type;${type}`,
      voter_id: 'voter_id;vote;points',
      'v1;': 'v1;P1,12/2020;3,2',
      'v2;': 'v2;;',
      'v3;': 'v3;P1,P3;-1,5',
      'v4;': 'v4;P3;1',
      ...more,
    });
  expect(read(points('cumulative')).election).toMatchObject({ kind: 'POINTS', votes: [2, 2, 6] });
  expect(read(points('scoring', { rule: 'default_score;1' })).election.votes).toEqual([4, 5, 8]);
  expect(read(changed({ vote_type: 'vote_type;choose-1', 'v1;': 'v1;P1', 'v3;': 'v3;P3' })).election).toMatchObject({ kind: 'APPROVALS', votes: [1, 1, 1] });
  expect(read(changed({ vote_type: 'vote_type;ordinal' })).election.kind).toBe('RANKINGS');
});

test('a threshold and places are for the count by votes', async () => {
  const { election, leastVotes } = read(
    changed({
      rule: 'min_project_score_threshold;2',
      project_id: 'project_id;cost;place',
      'P1;': 'P1;400;square',
      '12/': '12/2020;300;square',
      'P3;': 'P3;0;',
    }),
  );
  expect((await tally(election, { kind: 'GREEDY', leastVotes, onePerPlace: true }, byId)).winners).toEqual(['12/2020']);
});

test.each<[string, Record<string, string | null>, object]>([
  ['section-missing', { VOTES: null }, { section: 'VOTES' }],
  [
    'section-missing',
    { META: null, key: 'PROJECTS', description: null, num_: null, budget: null, vote_type: null, rule: null, PROJECTS: null },
    { section: 'META' },
  ],
  ['section-twice', { rule: 'META' }, { line: 8, section: 'META' }],
  ['before-sections', { META: 'hello' }, { line: 1 }],
  ['header-missing', { VOTES: null, voter_id: null, 'v1;': null, 'v2;': null, 'v3;': null, 'v4;': 'VOTES' }, { section: 'VOTES' }],
  ['column-missing', { project_id: 'project_id;price' }, { line: 10, column: 'cost' }],
  ['column-missing', { vote_type: 'vote_type;cumulative' }, { column: 'points' }],
  ['column-twice', { voter_id: 'voter_id;vote;vote' }, { line: 15, column: 'vote' }],
  ['too-many-values', { 'P1;': 'P1;400;2;Park;green' }, { line: 11, values: 5, columns: 4 }],
  ['key-missing', { budget: null }, { key: 'budget' }],
  ['key-twice', { rule: 'budget;5' }, { line: 8, key: 'budget' }],
  ['number-wrong', { num_votes: 'num_votes;four' }, { line: 5, what: 'num_votes' }],
  ['number-wrong', { rule: 'min_project_score_threshold;1.5' }, { line: 8, what: 'min_project_score_threshold' }],
  ['count-differs', { num_votes: 'num_votes;5' }, { line: 5, what: 'num_votes', told: 5, found: 4 }],
  ['count-differs', { num_projects: 'num_projects;2' }, { line: 4, what: 'num_projects', told: 2, found: 3 }],
  ['amount-wrong', { budget: 'budget;1,000' }, { line: 6, what: 'budget' }],
  ['amount-wrong', { 'P3;': 'P3;-5;1;' }, { line: 13, what: 'cost' }],
  ['too-large', { budget: 'budget;99999999999999999999' }, {}],
  ['vote-type-unknown', { vote_type: 'vote_type;lottery' }, { line: 7, type: 'lottery' }],
  ['id-missing', { 'P3;': ';5;1;' }, { line: 13 }],
  ['id-missing', { 'v2;': ';P1;5' }, { line: 17 }],
  ['project-twice', { 'P3;': 'P1;5;1;' }, { line: 13, id: 'P1' }],
  ['voter-twice', { 'v4;': 'v1;P1' }, { line: 19, voter: 'v1' }],
  ['unknown-project', { 'v4;': 'v4;P1,P4' }, { line: 19, id: 'P4' }],
  ['unknown-project', { 'v4;': 'v4;P1,' }, { line: 19, id: '' }],
  ['choice-twice', { 'v4;': 'v4;P1,P3,P1' }, { line: 19, id: 'P1' }],
  ['one-choice-only', { vote_type: 'vote_type;choose-1' }, { line: 16 }],
  ['points-wrong', { vote_type: 'vote_type;cumulative', voter_id: 'voter_id;vote;points' }, { line: 16 }],
  ['quote-open', { 'v3;': 'v3;"P1,P3' }, { line: 18 }],
  ['quote-inside', { '12/': '12/2020;700;2;"Pier" with a bench' }, { line: 12 }],
])('%s: %o', (code, changes, facts) => {
  expect(() => read(changed(changes))).toThrow(expect.objectContaining({ code, facts }));
});

test('a line is told in spite of line breaks in a value', () => {
  expect(() => read(changed({ '12/': '12/2020;700;2;"Pier\nwith a\nbench"', 'v4;': 'v4;P9' }))).toThrow(
    expect.objectContaining({ code: 'unknown-project', facts: { line: 21, id: 'P9' } }),
  );
});

test('a file that is too large or no text is refused before it is read', () => {
  expect(() => readPb(new Uint8Array(PB_BYTES_LIMIT))).toThrow(expect.objectContaining({ code: 'file-too-large' }));
  expect(() => readPb(Uint8Array.from([0x4d, 0xff, 0xfe]))).toThrow(expect.objectContaining({ code: 'not-utf-8' }));
  expect(() => readPb(new Uint8Array())).toThrow(expect.objectContaining({ code: 'section-missing' }));
});
