import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { checkFolder } from './check-folder.ts';
import { tallyCommand } from './tally.cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = `META
key;value
num_projects;3
num_votes;4
budget;1000.5
vote_type;approval
min_project_score_threshold;2
PROJECTS
project_id;cost;name
park;400;Park
pier;700.5;Pier
10;100;Bench
VOTES
voter_id;vote
1;park,pier
2;pier
3;park,10
4;
`;

function aFile(name = 'round.pb', content: string | Uint8Array = text): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function printed(...args: string[]): Promise<Record<string, unknown>> {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  try {
    await tallyCommand(...args);
    return JSON.parse(log.mock.calls.join('')) as Record<string, unknown>;
  } finally {
    log.mockRestore();
  }
}

test('a file is counted, and the result says by what', async () => {
  expect(await printed(aFile(), '--rule', 'greedy')).toEqual({
    file: 'round.pb',
    sha256: createHash('sha256').update(text).digest('hex'),
    voters: 4,
    budget: 1000.5,
    rule: { kind: 'GREEDY', leastVotes: null },
    ties: { steps: ['MOST_VOTES', 'LEAST_COST'], end: 'ID' },
    winners: ['10', 'park'],
    order: ['park', '10'],
    cost: 500,
  });
});

test('rules by name and options, by the key of an expected result, and by the JSON that was printed', async () => {
  const file = aFile();
  expect((await printed(file, '--rule', 'greedy-threshold'))['order']).toEqual(['park']);
  expect((await printed(file, '--rule', 'greedy-no-skip', '--least-votes', '1'))['rule']).toEqual({ kind: 'GREEDY', leastVotes: 1, stopsAtTooExpensive: true });
  expect((await printed(file, '--rule', 'phragmen'))['order']).toEqual(['10', 'park']);
  const raised = await printed(file, '--rule', 'equal-shares', '--completion', 'add-one', '--unit', '0.01', '--start', 'floor', '--stop', 'until-infeasible');
  expect(raised).toMatchObject({ order: ['park', '10'], rule: { unitCents: 1, floorCents: 100, start: 'FLOOR', stop: 'UNTIL_INFEASIBLE', utility: 'COST' } });
  const key = await printed(file, '--rule', 'mes_card/add1u(start=floor(B/n),until_infeasible,inc=10)');
  expect(key['rule']).toMatchObject({ unitCents: 1000, completion: 'ADD_ONE_UTILITARIAN', utility: 'CARDINALITY' });
  expect(await printed(file, '--rule', JSON.stringify(key['rule']))).toEqual(key);
});

test('ties fall as they are told to, by lot too', async () => {
  const file = aFile();
  expect((await printed(file, '--rule', 'greedy', '--ties', 'cost,votes,id'))['ties']).toEqual({ steps: ['LEAST_COST', 'MOST_VOTES'], end: 'ID' });
  expect((await printed(file, '--rule', 'greedy', '--ties', 'drawn', '--seed', 'b'))['ties']).toEqual({ steps: [], end: 'DRAWN', seed: 'b' });
  expect((await printed(file, '--rule', 'mes_cost/none/lexico'))['ties']).toEqual({ steps: [], end: 'ID' });
});

test('each project is explained where that is asked', async () => {
  const { unit, projects } = await printed(aFile(), '--rule', 'greedy', '--explain');
  expect(unit).toBe(0.01);
  expect(projects).toContainEqual({
    id: 'pier',
    cost: 70_050,
    votes: 2,
    place: null,
    finding: { code: 'TOO_EXPENSIVE', left: 60_050 },
    enough: { votes: 3, cost: 60_050 },
  });
});

test('what is wrong is one sentence, with the line', async () => {
  const refusal = (content: string | Uint8Array, rule = 'greedy') =>
    tallyCommand(aFile('bad.pb', content), '--rule', rule).catch((error: Error) => error.message);
  expect(await refusal(text.replace('3;park,10', '3;park,park'))).toBe('bad.pb, line 17: the ballot chooses the project park twice.');
  expect(await refusal(text.replace('num_votes;4', 'num_votes;5'))).toBe('bad.pb, line 4: num_votes is 5, but there are 4.');
  expect(await refusal(text.replace('VOTES', 'BALLOTS'))).toBe('bad.pb: the section VOTES is missing.');
  expect(await refusal(new Uint8Array(40_000_000))).toBe('bad.pb: the file has 40000000 bytes, and files of 40000000 or more are not read.');
  expect(await refusal(text.replace('approval', 'ordinal'))).toBe('bad.pb: the ballots are rankings, which no rule here counts.');
  expect(await refusal(text, 'lottery')).toMatch(/^No rule is called lottery\. There are: greedy,/);
  expect(await tallyCommand('/nowhere.pb', '--rule', 'greedy').catch((error: Error) => error.message)).toBe('/nowhere.pb cannot be read: ENOENT.');
  await expect(tallyCommand()).rejects.toThrow('What is to be counted?');
  await expect(tallyCommand(aFile())).rejects.toThrow('Which rule?');
  await expect(tallyCommand(aFile(), '--rule', 'equal-shares', '--utility', 'joy')).rejects.toThrow('--utility is one of cost, cardinality');
  await expect(tallyCommand(aFile(), '--rule', 'equal-shares', '--completion', 'add-one', '--unit', '0.001')).rejects.toThrow('--unit is an amount');
  await expect(tallyCommand(aFile(), '--rule', 'greedy', '--ties', 'luck')).rejects.toThrow('This is no order of ties: luck');
});

test('a folder is counted anew, and what differs is told', async () => {
  aFile();
  const rules = { greedy_by_votes: { winners: ['10', 'park'], order: ['park', '10'], cost: 500 }, greedy_threshold: { winners: ['park'], cost: 400 } };
  aFile('expected.json', JSON.stringify({ 'round.pb': { rules } }));
  expect(await checkFolder(folder)).toEqual({ files: 1, results: 2, differences: [] });
  const wrong = { lottery: { winners: [], cost: 0 }, greedy_by_votes: { winners: ['10', 'park'], order: ['10', 'park'], cost: 500 } };
  aFile('expected.json', JSON.stringify({ 'round.pb': { rules: wrong }, 'gone.pb': { rules: {} } }));
  expect((await checkFolder(folder)).differences).toEqual([
    'round.pb: no rule is called lottery.',
    'round.pb, greedy_by_votes: park, 10 for 500, not 10, park for 500.',
    `${path.join(folder, 'gone.pb')} cannot be read: ENOENT.`,
  ]);
  await expect(tallyCommand('--check', folder)).rejects.toThrow('3 of 2 results');
  aFile('expected.json', '[]');
  await expect(checkFolder(folder)).rejects.toThrow('is no list of expected results');
});
