import { beforeAll, beforeEach, expect, test } from 'vitest';
import { pupilsCode, seatCode, seatCodes } from '@torilla/schema/budget/classCode';
import { isVoterCode, newVoterCode, shownCode, voterCodeHash } from '@torilla/schema/budget/code';
import { newBallotReceipt as receipt } from '@torilla/schema/budget/receipt';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { aProject, aRound } from './testing.ts';

const city = await aCity({ rolledBack: false });
const round = aRound({ votingOpensAt: '2027-04-01T06:00:00Z', votingClosesAt: '2027-04-30T21:00:00Z' });
const project = aProject(round, { costCents: 1_000_000 });
const SEATS = 3;
const teachers = newVoterCode();
const batch = newId();
let pupils: string;
const phase = (to: string) =>
  sql(city.em(), `update budget_round set phase = $2, tie_seed = case $2 when 'COSTING' then null else 'abc' end where id = $1`, [round.id, to]);
beforeAll(async () => {
  const officer = await city.as('hallinta');
  await officer('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('COSTING');
  await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input: project });
  await phase('VOTING');
  pupils = await pupilsCode(teachers);
  const hash = (code: string) => voterCodeHash(round.id, code);
  const input = {
    id: batch,
    roundId: round.id,
    place: 'Koulu 5 B',
    hashes: await Promise.all((await seatCodes(teachers, SEATS)).map(hash)),
    class: { teacherHash: await hash(teachers), pupilsHash: await hash(pupils) },
  };
  await officer('mutation ($input: MakeCodesInput!) { makeVoterCodes(input: $input) { id } }', { input });
});
beforeEach(async () => {
  city.clock.set('2027-04-10T10:00:00Z');
  for (const table of ['budget_voter', 'budget_ballot']) await sql(city.em(), `delete from ${table}`);
  await sql(city.em(), 'update budget_code_batch set open_until = null, voided_at = null');
});

const open = async (code: string, on = true) =>
  city.ask('mutation ($input: OpenClassInput!) { openVotingClass(input: $input) { place seats used openUntil } }', { input: { roundId: round.id, code, on } });
const asked = async (code: string) =>
  (await city.ask('query ($id: ID!, $code: String!) { votingClass(roundId: $id, code: $code) { seats used openUntil } }', { id: round.id, code })).data![
    'votingClass'
  ];
const vote = async (code: string) =>
  city.ask('mutation ($input: CastBallotByCodeInput!) { castBallotByCode(input: $input) { voted } }', {
    input: { roundId: round.id, areaId: round.areas[0]!.id, choices: [{ id: project.id }], receipt: receipt(), code },
  });
const whyOf = ({ errors }: Awaited<ReturnType<typeof vote>>) => (errors[0]?.extensions!['facts'] as { why?: string } | undefined)?.why;

test('the codes of a class are made of its teacher’s, each as any other code, and lead to none', async () => {
  const seats = await seatCodes(teachers, 500);
  expect([pupils, ...seats].every(isVoterCode)).toBe(true);
  expect(new Set([teachers, pupils, ...seats]).size).toBe(502);
  expect(await seatCode(pupils, 7)).toBe(seats[7]);
});

test('a class votes once its teacher has begun, each seat once and for twenty minutes; it counts as votes of a class', async () => {
  const [first, second] = (await seatCodes(teachers, SEATS)) as [string, string];
  expect(whyOf(await vote(first))).toBe('CLASS_CLOSED');
  expect((await open(shownCode(teachers).toLowerCase())).data!['openVotingClass']).toEqual({
    place: 'Koulu 5 B',
    seats: SEATS,
    used: 0,
    openUntil: new Date('2027-04-10T10:20:00Z'),
  });
  expect((await vote(first)).errors).toEqual([]);
  expect((await vote(first)).codes).toEqual(['already-voted']);
  expect(await asked(pupils)).toEqual({ seats: SEATS, used: 1, openUntil: new Date('2027-04-10T10:20:00Z') });
  city.clock.set('2027-04-10T10:20:00Z');
  expect(whyOf(await vote(second))).toBe('CLASS_CLOSED');
  // those who came late
  await open(teachers);
  expect((await vote(second)).errors).toEqual([]);
  expect(await sql(city.em(), 'select distinct channel from budget_voter')).toEqual([{ channel: 'CLASS' }]);
});

test('a teacher ends it, an officer makes it good for nothing; the pupils’ code begins nothing', async () => {
  const [first] = (await seatCodes(teachers, SEATS)) as [string];
  expect((await open(pupils)).codes).toEqual(['not-found']);
  expect((await open(newVoterCode())).codes).toEqual(['not-found']);
  expect((await open('ABC')).codes).toEqual(['bad-input']);
  await open(teachers);
  await open(teachers, false);
  expect(whyOf(await vote(first))).toBe('CLASS_CLOSED');
  await (
    await city.as('hallinta')
  )('mutation ($id: ID!) { voidVoterCodes(id: $id) { id } }', { id: batch });
  expect(whyOf(await vote(first))).toBe('CODE_VOID');
  expect([await asked(teachers), (await open(teachers)).codes]).toEqual([null, ['not-found']]);
});

test('nobody begins outside of the times of voting, and the city has none of the codes', async () => {
  city.clock.set('2027-04-30T21:00:00Z');
  expect((await open(teachers)).codes).toEqual(['voting-closed']);
  const kept = JSON.stringify(await sql(city.em(), 'select * from budget_code_batch b join budget_code c on c.batch_id = b.id'));
  for (const code of [teachers, pupils, ...(await seatCodes(teachers, SEATS))]) expect(kept).not.toContain(code);
});
