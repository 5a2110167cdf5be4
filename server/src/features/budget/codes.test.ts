import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newVoterCode, shownCode, voterCodeHash } from '@torilla/schema/budget/code';
import type { MakeCodes } from '@torilla/schema/budget/codes';
import { newBallotReceipt as receipt } from '@torilla/schema/budget/receipt';
import type { CastBallotByCode } from '@torilla/schema/budget/vote';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity, type Answer } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

// real transactions: many vote at once
const city = await aCity({ rolledBack: false });
const times = { votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' };
const [round, other] = [aRound(times), aRound(times)];
const area = round.areas[0]!;
const projects = Array.from({ length: 4 }, (_, n) => aProject(round, { title: { fi: `Hanke ${n}` }, costCents: 1_000_000 }));
beforeAll(async () => {
  const officer = await city.as('hallinta');
  for (const input of [round, other]) await officer('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input });
  await sql(city.em(), `update budget_round set phase = 'COSTING'`);
  for (const input of projects) await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input });
});
beforeEach(async () => {
  city.clock.set('2027-04-10T10:00:00Z');
  for (const table of ['budget_voter', 'budget_ballot', 'budget_code', 'budget_code_batch']) await sql(city.em(), `delete from ${table}`);
  await sql(city.em(), `update budget_round set phase = 'VOTING', tie_seed = 'abc', proofs = '["CODE"]'`);
});

const BATCH = '{ id place made used madeAt voidedAt }';
const factsOf = ({ errors }: Answer) => errors[0]!.extensions!['facts'];
/** Codes as an officer makes and prints them. */
async function codes(count: number, given: Partial<MakeCodes> = {}) {
  const all = Array.from({ length: count }, newVoterCode);
  const roundId = given.roundId ?? round.id;
  const hashes = await Promise.all(all.map((code) => voterCodeHash(roundId, code)));
  const input: MakeCodes = { id: newId(), roundId, place: 'Kirjasto', hashes, ...given };
  return { all, input, answer: await make(input) };
}
const make = async (input: MakeCodes, who: 'hallinta' | 'mirja' = 'hallinta') =>
  (await city.as(who))(`mutation ($input: MakeCodesInput!) { makeVoterCodes(input: $input) ${BATCH} }`, { input });
const batches = async () =>
  (await (await city.as('hallinta'))(`query ($id: ID!) { budgetCodeBatches(roundId: $id) ${BATCH} }`, { id: round.id })).data!['budgetCodeBatches'];
const right = (code: string) => city.ask('query ($id: ID!, $code: String!) { codeVote(roundId: $id, code: $code) { open bar voted } }', { id: round.id, code });
const cast = (code: string, given: Partial<CastBallotByCode> = {}) =>
  city.ask('mutation ($input: CastBallotByCodeInput!) { castBallotByCode(input: $input) { bar voted } }', {
    input: { roundId: round.id, areaId: area.id, choices: [{ id: projects[0]!.id }], receipt: receipt(), code, ...given },
  });
const count = async (table: 'budget_voter' | 'budget_ballot') => (await sql<{ n: number }>(city.em(), `select count(*)::int as n from ${table}`))[0]!.n;

test('whoever holds a code votes once, without signing in, however they type it', async () => {
  const { all, answer } = await codes(3);
  expect(answer.data!['makeVoterCodes']).toMatchObject([{ place: 'Kirjasto', made: 3, used: 0, voidedAt: null }]);
  const typed = ` ${shownCode(all[0]!).toLowerCase()} `;
  expect((await right(typed)).data!['codeVote']).toEqual({ open: true, bar: null, voted: false });
  const kept = receipt();
  expect((await cast(typed, { receipt: kept })).data!['castBallotByCode']).toEqual({ bar: null, voted: true });
  // sent again after a lost answer it is one; another is refused
  expect((await cast(all[0]!, { receipt: kept })).errors).toEqual([]);
  expect((await cast(all[0]!)).codes).toEqual(['already-voted']);
  expect((await right(all[0]!)).data!['codeVote']).toMatchObject({ voted: true });
  expect([await count('budget_voter'), await count('budget_ballot')]).toEqual([1, 1]);
  expect(await batches()).toMatchObject([{ made: 3, used: 1 }]);
  // who changes it names its receipt
  expect((await cast(all[0]!, { choices: [{ id: projects[2]!.id }], replaces: kept })).errors).toEqual([]);
  expect(await sql(city.em(), 'select choices from budget_ballot')).toEqual([{ choices: [{ id: projects[2]!.id }] }]);
});

test('a code that 64 people try at once is one ballot', async () => {
  const { all } = await codes(1);
  const answers = await Promise.all(Array.from({ length: 64 }, () => cast(all[0]!)));
  expect(answers.filter(({ errors }) => !errors.length)).toHaveLength(1);
  expect([await count('budget_voter'), await count('budget_ballot')]).toEqual([1, 1]);
});

test('a code that is mistyped, made up, from another round, or of a bundle that was lost, lets nobody vote and says which it is', async () => {
  const { all, input } = await codes(2);
  const swapped = all[0]!.slice(0, -1) + (all[0]!.endsWith('A') ? 'B' : 'A');
  expect((await right(swapped)).codes).toEqual(['bad-input']);
  expect(factsOf(await cast(swapped))).toEqual({ fields: ['code: code-mistyped'] });
  const elsewhere = await codes(1, { roundId: other.id });
  for (const wrong of [newVoterCode(), elsewhere.all[0]!]) {
    expect((await right(wrong)).data!['codeVote']).toMatchObject({ bar: 'NO_SUCH_CODE' });
    expect(factsOf(await cast(wrong))).toEqual({ why: 'NO_SUCH_CODE' });
  }
  await cast(all[0]!);
  const voided = await (await city.as('hallinta'))(`mutation ($id: ID!) { voidVoterCodes(id: $id) ${BATCH} }`, { id: input.id });
  expect(voided.data!['voidVoterCodes']).toMatchObject([{ made: 2, used: 1, voidedAt: new Date('2027-04-10T10:00:00.000Z') }]);
  expect(factsOf(await cast(all[1]!))).toEqual({ why: 'CODE_VOID' });
  expect(await count('budget_ballot')).toBe(1);
  await sql(city.em(), `update budget_round set proofs = '["STRONG"]'`);
  expect(factsOf(await cast(all[1]!))).toEqual({ why: 'OTHER_WAY' });
});

test('a batch that is sent twice is one, and its id says nothing else; a code is in one batch', async () => {
  const { input } = await codes(3);
  expect((await make(input)).data!['makeVoterCodes']).toHaveLength(1);
  expect((await make({ ...input, place: 'Uimahalli' })).codes).toEqual(['already-exists']);
  expect((await make({ ...input, hashes: input.hashes.slice(1) })).codes).toEqual(['already-exists']);
  expect((await make({ ...input, id: newId() })).codes).toEqual(['already-exists']);
  expect(await batches()).toHaveLength(1);
});

test('codes are made by the unit’s officers, from when the ballot is published until voting is over', async () => {
  const { input } = await codes(1);
  expect((await make({ ...input, id: newId() }, 'mirja')).codes).toEqual(['forbidden']);
  for (const phase of ['COSTING', 'COUNTING', 'CLOSED']) {
    await sql(city.em(), `update budget_round set phase = $1, tie_seed = case $1 when 'COSTING' then null else 'abc' end`, [phase]);
    expect((await codes(1)).answer.codes, phase).toEqual(['wrong-phase']);
  }
  await sql(city.em(), `update budget_round set phase = 'BALLOT'`);
  expect((await codes(1)).answer.errors).toEqual([]);
  await sql(city.em(), `update budget_round set proofs = '["STRONG"]'`);
  expect(factsOf((await codes(1)).answer)).toEqual({ fields: ['roundId: takes-no-codes'] });
});

test('neither a code nor its hash stands where the ballots are, or in the audit log', async () => {
  const { all, input } = await codes(1);
  await cast(all[0]!);
  const [{ text } = { text: '' }] = await sql<{ text: string }>(
    city.em(),
    `select concat((select json_agg(b) from budget_ballot b), (select json_agg(l) from audit_line l where action like 'budget.%')) as text`,
  );
  expect(text).toContain(round.id);
  for (const secret of [all[0]!, input.hashes[0]!]) expect(text).not.toContain(secret);
});
