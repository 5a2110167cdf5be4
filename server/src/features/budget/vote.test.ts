import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { BallotRule } from '@torilla/schema/budget/ballot';
import { recount } from '@torilla/schema/budget/count/record';
import type { RoundPhase } from '@torilla/schema/budget/phases';
import { newBallotReceipt as receipt } from '@torilla/schema/budget/receipt';
import type { CastBallot } from '@torilla/schema/budget/vote';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

const OPENS = '2027-04-01T06:00:00Z';
const CLOSES = '2027-04-30T21:00:00Z';
// real transactions: many vote at once
const city = await aCity({ rolledBack: false });
const round = aRound({ votingOpensAt: OPENS, votingClosesAt: CLOSES });
const area = round.areas[0]!;
const projects = Array.from({ length: 8 }, (_, n) => aProject(round, { title: { fi: `Hanke ${n}` }, costCents: 1_000_000 }));
beforeAll(async () => {
  const officer = await city.as('hallinta');
  await officer('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('COSTING');
  for (const input of projects) await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input });
});
beforeEach(async () => {
  city.clock.set('2027-04-10T10:00:00Z');
  await sql(city.em(), 'delete from budget_voter');
  await sql(city.em(), 'delete from budget_ballot');
  await phase('VOTING');
  await rule({ kind: 'BASKET', changeable: true });
});

const phase = (to: RoundPhase) =>
  sql(city.em(), `update budget_round set phase = $2, tie_seed = case $2 when 'COSTING' then null else 'abc' end where id = $1`, [round.id, to]);
const rule = (ballot: BallotRule) => sql(city.em(), 'update budget_round set ballot = $2 where id = $1', [round.id, JSON.stringify(ballot)]);

interface Shown {
  born?: string;
  home?: string | null;
  identified?: boolean;
}
/** Somebody with an account who has shown who they are. @returns how they ask */
async function voter({ born = '1990-05-01', home = '075', identified = true }: Shown = {}) {
  const id = newId();
  await sql(city.em(), `insert into resident (id, locale, created_at, last_sign_in_at) values ($1, 'fi', now(), now())`, [id]);
  if (identified)
    await sql(
      city.em(),
      `insert into identity (id, resident_id, person_hash, name, birth_date, home_municipality, verified_at) values ($1, $2, $3, 'Aino Asukas', $4, $5, now())`,
      [newId(), id, `hash of ${id}`, born, home],
    );
  return city.askAs({ kind: 'resident', id, roles: [] });
}
type Ask = Awaited<ReturnType<typeof voter>>;
const ballot = (given: Partial<CastBallot> = {}): CastBallot => ({
  roundId: round.id,
  areaId: area.id,
  choices: [{ id: projects[0]!.id }, { id: projects[1]!.id }],
  receipt: receipt(),
  ...given,
});
const cast = (ask: Ask, given: Partial<CastBallot> = {}) =>
  ask('mutation ($input: CastBallotInput!) { castBallot(input: $input) { bar voted } }', { input: ballot(given) });
const mine = async (ask: Ask) => (await ask('query ($id: ID!) { myVote(roundId: $id) { open bar voted } }', { id: round.id })).data!['myVote'];
const received = async (one: string) =>
  (await city.ask('query ($id: ID!, $receipt: String!) { ballotReceived(roundId: $id, receipt: $receipt) }', { id: round.id, receipt: one })).data![
    'ballotReceived'
  ];
const count = async (table: 'budget_voter' | 'budget_ballot') => (await sql<{ n: number }>(city.em(), `select count(*)::int as n from ${table}`))[0]!.n;
const choices = async () =>
  (await sql<{ choices: { id: string }[] }>(city.em(), 'select choices from budget_ballot')).map((row) =>
    row.choices.map(({ id }) => projects.findIndex((one) => one.id === id)),
  );
const factsOf = ({ errors }: Answer) => errors[0]!.extensions!['facts'];

test('a resident who has shown who they are votes once; what they keep shows that the city has it, and not what it says', async () => {
  const aino = await voter();
  expect(await mine(aino)).toEqual({ open: true, bar: null, voted: false });
  const kept = receipt();
  expect(await received(kept)).toBe(false);
  expect((await cast(aino, { receipt: kept })).data!['castBallot']).toEqual({ bar: null, voted: true });
  expect(await mine(aino)).toEqual({ open: true, bar: null, voted: true });
  expect(await received(kept)).toBe(true);
  expect(await choices()).toEqual([[0, 1]]);
  // the answer was lost, and it is sent again
  expect((await cast(aino, { receipt: kept })).errors).toEqual([]);
  expect((await cast(aino)).codes).toEqual(['already-voted']);
  expect([await count('budget_voter'), await count('budget_ballot')]).toEqual([1, 1]);
});

test('whose answer was lost, and who thinks again before they send it once more, has voted as they sent it last', async () => {
  const aino = await voter();
  const kept = receipt();
  const sent = { receipt: kept, choices: [{ id: projects[3]!.id }] };
  await cast(aino, sent);
  expect((await cast(aino, { ...sent, choices: [{ id: projects[4]!.id }] })).errors).toEqual([]);
  expect(await choices()).toEqual([[4]]);
  // where a ballot is not changed, it is said that the first one stands
  await rule({ kind: 'BASKET', changeable: false });
  expect((await cast(aino, sent)).codes).toEqual(['already-voted']);
  expect(await choices()).toEqual([[4]]);
});

test('one right that is used 64 times at once is one ballot', async () => {
  const aino = await voter();
  const all = await Promise.all(Array.from({ length: 64 }, () => cast(aino)));
  expect(all.filter(({ errors }) => !errors.length)).toHaveLength(1);
  expect(new Set(all.flatMap(({ codes }) => codes))).toEqual(new Set(['already-voted']));
  expect([await count('budget_voter'), await count('budget_ballot')]).toEqual([1, 1]);
});

test('a voter changes their ballot by its receipt alone, where the round lets them', async () => {
  const [aino, eino] = [await voter(), await voter()];
  const [first, second] = [receipt(), receipt()];
  await cast(aino, { receipt: first });
  await cast(eino, { choices: [{ id: projects[5]!.id }] });
  expect((await cast(aino, { replaces: receipt() })).codes).toEqual(['already-voted']);
  expect((await cast(aino, { choices: [{ id: projects[2]!.id }], receipt: second, replaces: first })).errors).toEqual([]);
  expect((await choices()).sort()).toEqual([[2], [5]]);
  expect([await received(first), await received(second)]).toEqual([false, true]);
  await rule({ kind: 'BASKET', changeable: false });
  expect((await cast(aino, { replaces: second })).codes).toEqual(['already-voted']);
  expect(await count('budget_ballot')).toBe(2);
});

test('a change of mind that is sent twice at once is one ballot, and nobody is told that it was refused', async () => {
  const aino = await voter();
  const [first, second] = [receipt(), receipt()];
  await cast(aino, { receipt: first });
  const again = { choices: [{ id: projects[2]!.id }], receipt: second, replaces: first };
  // both have found that there is none of that receipt yet before either takes the former out
  const holder = city.em();
  await holder.begin();
  await sql(holder, 'select 1 from budget_ballot for update');
  const both = Promise.all([cast(aino, again), cast(aino, again)]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await holder.rollback();
  expect((await both).flatMap(({ codes }) => codes)).toEqual([]);
  expect(await choices()).toEqual([[2]]);
});

test('while many vote others change theirs, and none is lost or doubled', async () => {
  const early = await Promise.all(Array.from({ length: 12 }, async () => ({ ask: await voter(), kept: receipt() })));
  for (const { ask, kept } of early) await cast(ask, { receipt: kept });
  const late = await Promise.all(Array.from({ length: 24 }, () => voter()));
  const answers = await Promise.all([
    ...early.map(({ ask, kept }) => cast(ask, { choices: [{ id: projects[7]!.id }], replaces: kept })),
    ...late.map((ask) => cast(ask, { choices: [{ id: projects[6]!.id }] })),
  ]);
  expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
  const all = (await choices()).flat();
  expect([all.filter((p) => p === 7).length, all.filter((p) => p === 6).length, all.length]).toEqual([12, 24, 36]);
  expect(await count('budget_voter')).toBe(36);
});

test.each([
  ['who they are is not known', { identified: false }, 'UNIDENTIFIED'],
  ['they live elsewhere', { home: '091' }, 'ELSEWHERE'],
  ['the register does not tell where they live', { home: null }, 'ELSEWHERE'],
  ['they turn eight on the second day of voting', { born: '2019-04-02' }, 'TOO_YOUNG'],
])('nobody votes where %s', async (_name, shown, why) => {
  const ask = await voter(shown);
  expect(await mine(ask)).toEqual({ open: true, bar: why, voted: false });
  const refused = await cast(ask);
  expect([refused.codes, factsOf(refused)]).toEqual([['not-entitled'], { why }]);
  expect([await count('budget_voter'), await count('budget_ballot')]).toEqual([0, 0]);
});

test('whoever turns eight on the first day of voting votes', async () => {
  expect((await cast(await voter({ born: '2019-04-01' }))).errors).toEqual([]);
});

test('votes are taken from the first second of voting to the last, by the city’s clock', async () => {
  const ask = await voter();
  for (const at of ['2027-04-01T05:59:59.999Z', CLOSES]) {
    city.clock.set(at);
    expect((await cast(ask)).codes, at).toEqual(['voting-closed']);
    expect((await mine(ask)).open, at).toBe(false);
  }
  city.clock.set('2027-04-30T20:59:59.999Z');
  await phase('BALLOT');
  expect((await cast(ask)).codes).toEqual(['voting-closed']);
  await phase('VOTING');
  expect((await cast(ask)).errors).toEqual([]);
});

test.each([
  ['over the money', { choices: projects.slice(0, 6).map(({ id }) => ({ id })) }, 'choices: over-budget'],
  ['empty', { choices: [] }, 'choices: too-few'],
  ['with a project that nobody knows', { choices: [{ id: newId() }] }, 'choices: unknown-project'],
  ['with a project twice', { choices: [0, 0].map((n) => ({ id: projects[n]!.id })) }, 'choices: project-twice'],
  ['with points that nobody deals', { choices: [{ id: projects[0]!.id, points: 2 }] }, 'choices: points-wrong'],
  ['for another area', { areaId: newId() }, 'areaId: unknown'],
])('a ballot %s is refused, and the right is not used', async (_name, given, field) => {
  expect(factsOf(await cast(await voter(), given))).toEqual({ fields: [field] });
  expect([await count('budget_voter'), await count('budget_ballot')]).toEqual([0, 0]);
});

test('a withdrawn project is on no ballot any more', async () => {
  await sql(city.em(), `update budget_project set withdrawn_at = now() where id = $1`, [projects[0]!.id]);
  expect(factsOf(await cast(await voter()))).toEqual({ fields: ['choices: unknown-project'] });
  await sql(city.em(), `update budget_project set withdrawn_at = null where id = $1`, [projects[0]!.id]);
});

test('who is not signed in, or is of the staff, does not vote', async () => {
  expect((await cast(city.ask)).codes).toEqual(['unauthenticated']);
  expect((await cast(await city.as('hallinta'))).codes).toEqual(['forbidden']);
});

test('a receipt that is none is bad input', async () => {
  for (const wrong of ['', 'ABC', receipt().toLowerCase().replace(/\d/g, 'a')])
    expect((await cast(await voter(), { receipt: wrong })).codes).toEqual(['bad-input']);
});

const move = async (to: RoundPhase) => {
  const [{ revision } = { revision: 0 }] = await sql<{ revision: number }>(city.em(), 'select revision from budget_round where id = $1', [round.id]);
  return (await city.as('hallinta'))('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { phase } }', {
    input: { id: round.id, basedOn: revision, to },
  });
};
const COUNT = `mutation ($id: ID!) { countBudgetRound(id: $id) { area { id } file sha256 voters winners costCents accounts } }`;
const COUNTS = `query ($id: ID!) { budgetCounts(roundId: $id) { file sha256 voters winners costCents accounts } }`;

test('votes are counted once voting is over, from a file that anybody counts again to the same; residents read it once it is confirmed', async () => {
  for (const set of [[0, 1], [0], [2]]) await cast(await voter(), { choices: set.map((n) => ({ id: projects[n]!.id })) });
  const officer = await city.as('hallinta');
  expect((await officer(COUNT, { id: round.id })).codes).toEqual(['wrong-phase']);
  city.clock.set(CLOSES);
  await move('COUNTING');
  expect((await move('CONFIRMED')).codes).toEqual(['not-counted']);
  expect((await (await city.as('mirja'))(COUNT, { id: round.id })).codes).toEqual(['forbidden']);
  const { data, errors } = await officer(COUNT, { id: round.id });
  expect(errors).toEqual([]);
  const [counted] = data!['countBudgetRound'];
  expect(counted).toMatchObject({ area: { id: area.id }, voters: 3 });
  // five of a million cents each fit, by votes; what nobody wanted comes in the order that was drawn
  expect([counted.winners.length, counted.costCents, counted.winners[0]]).toEqual([5, 5_000_000, projects[0]!.id]);
  expect(counted.accounts[0]).toMatchObject({ id: projects[0]!.id, votes: 2, place: 1, finding: { code: 'FUNDED_BY_VOTES' } });
  expect(counted.sha256).toBe(createHash('sha256').update(counted.file).digest('hex'));
  // counted again it is the same; so it is for whoever has the file
  expect((await officer(COUNT, { id: round.id })).data!['countBudgetRound'][0]).toEqual(counted);
  const again = await recount(new TextEncoder().encode(counted.file), { kind: 'GREEDY' }, { steps: ['MOST_VOTES'], end: 'DRAWN', seed: 'abc' });
  expect([again.winners, again.projects]).toEqual([counted.winners, counted.accounts]);
  // the file says nothing of voters
  expect(counted.file.split('VOTES\n')[1]).toMatch(/^voter_id;vote\n(\d+;[0-9a-f,-]+\n){3}$/);

  const seen = async () => (await city.ask(COUNTS, { id: round.id })).data!['budgetCounts'];
  expect(await seen()).toEqual([]);
  expect((await move('CONFIRMED')).data!['moveBudgetRound'].phase).toBe('CONFIRMED');
  expect(await seen()).toMatchObject([{ sha256: counted.sha256, winners: counted.winners }]);
  expect((await officer(COUNT, { id: round.id })).codes).toEqual(['wrong-phase']);
  await sql(city.em(), 'delete from budget_count');
});

test('what was withdrawn after somebody had voted for it is counted for nobody, and the rest of their ballot stands', async () => {
  await cast(await voter());
  await sql(city.em(), 'update budget_project set withdrawn_at = now() where id = $1', [projects[0]!.id]);
  city.clock.set(CLOSES);
  await move('COUNTING');
  const [counted] = (await (await city.as('hallinta'))(COUNT, { id: round.id })).data!['countBudgetRound'];
  expect(counted.file).not.toContain(projects[0]!.id);
  expect(counted.accounts[0]).toMatchObject({ id: projects[1]!.id, votes: 1 });
  await sql(city.em(), 'update budget_project set withdrawn_at = null where id = $1', [projects[0]!.id]);
  await sql(city.em(), 'delete from budget_count');
});

/** Every row of every table as text, with where it stands and which transaction wrote it. */
async function everything() {
  const tables = await sql<{ table_name: string }>(
    city.em(),
    `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const rows: { table: string; text: string }[] = [];
  for (const { table_name: table } of tables)
    for (const { text } of await sql<{ text: string }>(city.em(), `select to_jsonb(t)::text as text from "${table}" t`)) rows.push({ table, text });
  return rows;
}

test('nothing in the database joins a voter to a ballot: no id, no value, no time, no place and no transaction', async () => {
  // each votes for something that tells the test who it was
  const VOTERS = 60;
  const sets = Array.from({ length: VOTERS }, (_, n) => projects.filter((_project, bit) => (n + 1) & (1 << bit)).slice(0, 5));
  const kept: string[] = [];
  const persons: string[] = [];
  for (const set of sets) {
    const before = new Set((await sql<{ person: string }>(city.em(), 'select person from budget_voter')).map(({ person }) => person));
    kept.push(receipt());
    expect((await cast(await voter(), { choices: set.map(({ id }) => ({ id })), receipt: kept.at(-1)! })).errors).toEqual([]);
    persons.push((await sql<{ person: string }>(city.em(), 'select person from budget_voter')).find(({ person }) => !before.has(person))!.person);
  }
  const voters = await sql<{ id: string; person: string; tx: string }>(city.em(), 'select id, person, xmin::text as tx from budget_voter order by ctid');
  const ballots = async () =>
    sql<{ id: string; hash: string; tx: string; set: string }>(
      city.em(),
      `select id, receipt_hash as hash, xmin::text as tx, choices::text as set from budget_ballot order by ctid`,
    );
  const now = await ballots();
  expect([voters.length, now.length]).toEqual([VOTERS, VOTERS]);
  const numberOf = (set: string) => sets.findIndex((one) => one.length === JSON.parse(set).length && one.every(({ id }) => set.includes(id)));

  // no column of a time, and no value of one table in the other
  const columns = await sql<{ table_name: string; column_name: string; data_type: string }>(
    city.em(),
    `select table_name, column_name, data_type from information_schema.columns where table_name in ('budget_voter', 'budget_ballot') order by 1, 2`,
  );
  expect(columns.map((one) => `${one.table_name}.${one.column_name} ${one.data_type}`)).toEqual([
    'budget_ballot.area_id uuid',
    'budget_ballot.choices jsonb',
    'budget_ballot.id uuid',
    'budget_ballot.receipt_hash text',
    'budget_ballot.round_id uuid',
    'budget_voter.channel text',
    'budget_voter.id uuid',
    'budget_voter.person text',
    'budget_voter.round_id uuid',
  ]);

  // what is one voter's or one ballot's stands in its own table alone, the receipt nowhere
  for (const { table, text } of await everything()) {
    if (table !== 'budget_voter') for (const { id, person } of voters) expect(text.includes(id) || text.includes(person), table).toBe(false);
    if (table !== 'budget_ballot') for (const { id, hash } of now) expect(text.includes(id) || text.includes(hash), table).toBe(false);
    for (const one of kept) expect(text.includes(one), table).toBe(false);
  }
  const lines = await sql<{ subject: string; subject_id: string }>(city.em(), `select subject, subject_id from audit_line where action = 'budget.vote'`);
  expect(new Set(lines.map(({ subject, subject_id }) => `${subject} ${subject_id}`))).toEqual(new Set([`BudgetRound ${round.id}`]));

  // whoever guesses by place, by id or by transaction guesses no better than by chance: one in thirty or so
  const rightly = (guess: (voter: (typeof voters)[number], n: number) => (typeof now)[number] | undefined) =>
    voters.filter((one, n) => {
      const guessed = guess(one, n);
      return guessed && numberOf(guessed.set) === persons.indexOf(one.person);
    }).length;
  const byId = now.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const votersById = voters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sameTx = ({ tx }: { tx: string }) => now.filter((one) => one.tx === tx);
  const ALONE = 0.2 * VOTERS;
  expect(rightly((_one, n) => now[n])).toBeLessThan(ALONE);
  expect(rightly((_one, n) => now[VOTERS - 1 - n])).toBeLessThan(ALONE);
  expect(rightly((one) => byId[votersById.indexOf(one)])).toBeLessThan(ALONE);
  expect(rightly((one) => sameTx(one).at(0))).toBeLessThan(ALONE);
  expect(rightly((one) => sameTx(one).at(-1))).toBeLessThan(ALONE);
  // the last transaction wrote a score of ballots besides its own
  expect(sameTx(voters.toSorted((a, b) => Number(a.tx) - Number(b.tx)).at(-1)!).length).toBeGreaterThan(25);

  // once voting is over nothing of when a ballot came is left
  city.clock.set(CLOSES);
  await move('COUNTING');
  const after = await ballots();
  expect(new Set(after.map(({ tx }) => tx)).size).toBe(1);
  expect(after.map(({ set }) => numberOf(set)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: VOTERS }, (_, n) => n));
  expect(after.filter(({ set }, n) => numberOf(set) === n).length).toBeLessThan(ALONE);
}, 60_000);
