import { beforeAll, beforeEach, expect, test } from 'vitest';
import { voterCodeHash, newVoterCode } from '@torilla/schema/budget/code';
import { newBallotReceipt as receipt } from '@torilla/schema/budget/receipt';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { hashOfNumber } from '../../platform/residents/person-hash.ts';
import { aCity, IDENTITY_KEY } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aProject, aRound } from './testing.ts';

const OPENS = '2027-04-01T06:00:00Z';
const CLOSES = '2027-04-30T21:00:00Z';
const AINO = '010390-903D';
const city = await aCity({ rolledBack: false });
const round = aRound({ votingOpensAt: OPENS, votingClosesAt: CLOSES, graceHours: 24 });
const projects = Array.from({ length: 4 }, (_, n) => aProject(round, { title: { fi: `Hanke ${n}` }, costCents: 1_000_000 }));
const codes = Array.from({ length: 4 }, newVoterCode);
const [voided] = codes.slice(-1);
let tablet: TestDevice;
let mirja: string;
beforeAll(async () => {
  const officer = await city.as('hallinta');
  await officer('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('COSTING');
  for (const input of projects) await officer('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input });
  await phase('VOTING');
  const hashes = await Promise.all(codes.map((code) => voterCodeHash(round.id, code)));
  for (const [n, some] of [hashes.slice(0, -1), hashes.slice(-1)].entries()) {
    const input = { id: newId(), roundId: round.id, place: `Tori ${n}`, hashes: some };
    await officer('mutation ($input: MakeCodesInput!) { makeVoterCodes(input: $input) { id } }', { input });
    if (n) await officer('mutation ($id: ID!) { voidVoterCodes(id: $id) { id } }', { id: input.id });
  }
  [{ id: mirja }] = (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'mirja@torilla.example'`)) as [{ id: string }];
});
beforeEach(async () => {
  city.clock.set('2027-04-10T10:00:00Z');
  tablet = await TestDevice.tablet(city);
  for (const table of ['budget_voter', 'budget_ballot', 'budget_turned_away']) await sql(city.em(), `delete from ${table}`);
  await phase('VOTING');
});

const phase = (to: string) =>
  sql(city.em(), `update budget_round set phase = $2, tie_seed = case $2 when 'COSTING' then null else 'abc' end where id = $1`, [round.id, to]);
interface Given {
  code?: string;
  number?: string;
  choices?: number[];
  at?: string;
  kept?: string;
  by?: TestDevice;
  workerId?: string | null;
}
const sealed = ({ code, number, choices = [0, 1], at = '2027-04-10T09:00:00Z', kept = receipt(), by = tablet, workerId = mirja }: Given) =>
  by.seal({
    operation: 'budget.vote.tablet',
    input: { roundId: round.id, areaId: round.areas[0]!.id, choices: choices.map((n) => ({ id: projects[n]!.id })), receipt: kept, code, number },
    capturedAt: new Date(at).toISOString(),
    clockOffsetMs: 0,
    workerId,
  });
async function vote(given: Given) {
  const item = await sealed(given);
  const { results } = await (given.by ?? tablet).push(item);
  return { id: item.id, code: results[0]!.code };
}
const urn = async () =>
  (await sql<{ choices: { id: string }[] }>(city.em(), 'select choices from budget_ballot'))
    .map((row) => row.choices.map(({ id }) => projects.findIndex((one) => one.id === id)).join())
    .sort();
const used = async () => sql(city.em(), 'select person, channel from budget_voter order by person');
const away = async () =>
  (await (await city.as('hallinta'))('query ($id: ID!) { budgetTurnedAway(roundId: $id) { why ballots } }', { id: round.id })).data!['budgetTurnedAway'];

test('whoever has a code, or shows their card, votes at the square; it reaches the city later, and is in the urn', async () => {
  expect((await vote({ code: codes[0]! })).code).toBe('ACCEPTED');
  expect((await vote({ number: AINO, choices: [2] })).code).toBe('ACCEPTED');
  expect(await urn()).toEqual(['0,1', '2']);
  expect((await used()).map(({ channel }) => channel)).toEqual(['TABLET', 'TABLET']);
  expect(await away()).toEqual([]);
});

test('nothing that came says how somebody voted once it is in the urn: the sealed text is gone, and nothing brings it back', async () => {
  const item = await sealed({ code: codes[0]! });
  await tablet.push(item);
  const rows = () => sql(city.em(), 'select state, sealed from inbox_item where capture_id = $1', [item.id]);
  expect(await rows()).toEqual([{ state: 'ACCEPTED', sealed: '' }]);
  // the answer was lost, and it is sent again; then something else under its name
  expect((await tablet.push(item)).results[0]!.code).toBe('DUPLICATE');
  const other = await tablet.seal({ id: item.id, sequence: item.sequence, operation: 'budget.vote.tablet', input: { roundId: round.id } });
  expect((await tablet.push(other)).results[0]!.code).toBe('CONFLICT');
  expect(await rows()).toEqual([{ state: 'ACCEPTED', sealed: '' }]);
  expect(await sql(city.em(), 'select sealed from inbox_conflict where capture_id = $1', [item.id])).toEqual([{ sealed: '' }]);
  expect(await urn()).toEqual(['0,1']);
});

test('no table has the number of a card, a code or a receipt, and what a ballot says stands in the urn alone', async () => {
  const kept = [receipt(), receipt()];
  await vote({ code: codes[0]!, choices: [3], kept: kept[0]! });
  await vote({ number: AINO, choices: [2, 3], kept: kept[1]! });
  const tables = await sql<{ name: string }>(
    city.em(),
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const persons = (await sql<{ person: string }>(city.em(), 'select person from budget_voter')).map(({ person }) => person);
  const ballots = (await sql<{ id: string; hash: string }>(city.em(), 'select id, receipt_hash as hash from budget_ballot')).flatMap(({ id, hash }) => [
    id,
    hash,
  ]);
  const codeHash = await voterCodeHash(round.id, codes[0]!);
  for (const { name } of tables) {
    const text = (await sql<{ text: string }>(city.em(), `select t::text as text from "${name}" t`)).map((row) => row.text).join('\n');
    for (const secret of [AINO, codes[0]!, ...kept]) expect(text, name).not.toContain(secret);
    // the hash of a code stands among the codes that were handed out as well
    if (name !== 'budget_voter') for (const person of persons) expect(person !== codeHash && text.includes(person), name).toBe(false);
    if (name !== 'budget_ballot') for (const one of ballots) expect(text, name).not.toContain(one);
  }
});

test('of two ballots for one right one counts, on whichever tablet and by whichever way they were cast, and the other is reported', async () => {
  const other = await TestDevice.tablet(city, 'Tabletti 2');
  await vote({ code: codes[0]!, choices: [0] });
  expect((await vote({ code: codes[0]!, choices: [1], by: other })).code).toBe('ACCEPTED');
  await vote({ number: AINO, choices: [2] });
  await vote({ number: AINO.toLowerCase(), choices: [3], by: other });
  expect(await urn()).toEqual(['0', '2']);
  expect(await away()).toEqual([{ why: 'SECOND', ballots: 2 }]);
});

test('whoever voted at home by strong identification is the same person at the square', async () => {
  const id = newId();
  await sql(city.em(), `insert into resident (id, locale, created_at, last_sign_in_at) values ($1, 'fi', now(), now())`, [id]);
  await sql(
    city.em(),
    `insert into identity (id, resident_id, person_hash, name, birth_date, home_municipality, verified_at) values ($1, $2, $3, 'Aino', '1990-03-01', '075', now())`,
    [newId(), id, hashOfNumber(IDENTITY_KEY, AINO)],
  );
  const input = { roundId: round.id, areaId: round.areas[0]!.id, choices: [{ id: projects[3]!.id }], receipt: receipt() };
  const { errors } = await city.askAs({ kind: 'resident', id, roles: [] })('mutation ($input: CastBallotInput!) { castBallot(input: $input) { voted } }', {
    input,
  });
  expect(errors).toEqual([]);
  await vote({ number: AINO, choices: [2] });
  expect(await urn()).toEqual(['3']);
  expect(await away()).toEqual([{ why: 'SECOND', ballots: 1 }]);
});

test.each([
  ['a code that nobody handed out', () => ({ code: newVoterCode() }), 'NO_SUCH_CODE'],
  ['a code of a bundle that was lost', () => ({ code: voided! }), 'CODE_VOID'],
  ['somebody who is too young', () => ({ number: '020419A900E' }), 'TOO_YOUNG'],
  ['what was cast before voting opened', () => ({ code: codes[1]!, at: '2027-04-01T05:59:59Z' }), 'OUT_OF_TIME'],
  ['an empty ballot', () => ({ code: codes[1]!, choices: [] }), 'NOT_WHOLE'],
  ['a card that nobody of the staff looked at', () => ({ number: AINO, workerId: null }), 'OTHER_WAY'],
  ['a card that a stranger says to have looked at', () => ({ number: AINO, workerId: newId() }), 'OTHER_WAY'],
])('%s counts for nothing and uses no right; it is with the city, is reported, and no word of it is kept', async (_name, given, why) => {
  const { id, code } = await vote(given());
  expect(code).toBe('ACCEPTED');
  expect([await urn(), await used(), await away()]).toEqual([[], [], [{ why, ballots: 1 }]]);
  expect(await sql(city.em(), 'select sealed from inbox_item where capture_id = $1', [id])).toEqual([{ sealed: '' }]);
});

test('a browser that is no tablet of the city casts no ballot, whatever numbers it makes up', async () => {
  const phone = await TestDevice.public(city);
  await vote({ number: AINO, by: phone });
  await vote({ code: codes[0]!, by: phone });
  expect([await urn(), await away()]).toEqual([[], [{ why: 'OTHER_WAY', ballots: 2 }]]);
});

test('what was cast in time counts as long as tablets are waited for, and counting waits as long', async () => {
  const officer = await city.as('hallinta');
  const count = async () => {
    const [{ revision }] = (await sql<{ revision: number }>(city.em(), 'select revision from budget_round where id = $1', [round.id])) as [
      { revision: number },
    ];
    const input = { id: round.id, basedOn: revision, to: 'COUNTING' };
    return (await officer('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { phase } }', { input })).codes;
  };
  const at = '2027-04-30T20:59:59Z';
  city.clock.set('2027-05-01T20:59:59Z');
  expect(await count()).toEqual(['wrong-phase']);
  await vote({ code: codes[0]!, at });
  // by the tablet's own clock, corrected by the city's: what was cast after the close is late
  await vote({ code: codes[1]!, at: '2027-04-30T21:00:00Z' });
  city.clock.set('2027-05-01T21:00:00Z');
  await vote({ code: codes[2]!, at });
  expect([await urn(), await away()]).toEqual([['0,1'], [{ why: 'OUT_OF_TIME', ballots: 2 }]]);
  expect(await count()).toEqual([]);
});

test('a project that was withdrawn while the tablet knew nothing of it takes no vote with it', async () => {
  await sql(city.em(), 'update budget_project set withdrawn_at = now() where id = $1', [projects[0]!.id]);
  await vote({ code: codes[0]! });
  await sql(city.em(), 'update budget_project set withdrawn_at = null where id = $1', [projects[0]!.id]);
  expect(await urn()).toEqual(['0,1']);
});

test('a ballot that waits for a person is opened by nobody, mended by nobody, and runs as it came; set aside it is gone', async () => {
  const held = async (given: Given) => {
    const by = await TestDevice.tablet(city);
    await sql(city.em(), 'update device set revoked_at = now() where id = $1', [by.id]);
    const { id, code } = await vote({ ...given, by });
    expect(code).toBe('HELD');
    return (await sql<{ id: string }>(city.em(), 'select id from inbox_item where capture_id = $1', [id]))[0]!.id;
  };
  const admin = await city.as('hallinta');
  const first = await held({ code: codes[0]! });
  expect((await admin('mutation ($id: ID!) { openHeld(id: $id) }', { id: first })).codes).toEqual(['capture-secret']);
  expect((await admin('mutation ($input: RetryHeldInput!) { retryHeld(input: $input) { id } }', { input: { id: first, input: '{}' } })).codes).toEqual([
    'capture-secret',
  ]);
  expect((await admin('mutation ($input: RetryHeldInput!) { retryHeld(input: $input) { id } }', { input: { id: first } })).codes).toEqual([]);
  expect(await urn()).toEqual(['0,1']);
  const second = await held({ code: codes[1]! });
  expect(
    (await admin('mutation ($input: DismissHeldInput!) { dismissHeld(input: $input) { id } }', { input: { id: second, reason: 'Vieras laite' } })).codes,
  ).toEqual([]);
  expect(await sql(city.em(), 'select state, sealed from inbox_item where id = any($1::uuid[])', [[first, second]])).toEqual(
    expect.arrayContaining([
      { state: 'ACCEPTED', sealed: '' },
      { state: 'DISMISSED', sealed: '' },
    ]),
  );
  expect(await urn()).toEqual(['0,1']);
});

test('how many counted for nothing officers of the unit read, and nobody else', async () => {
  const ask = 'query ($id: ID!) { budgetTurnedAway(roundId: $id) { why } }';
  expect((await city.ask(ask, { id: round.id })).codes).toEqual(['unauthenticated']);
  expect((await (await city.as('mirja'))(ask, { id: round.id })).codes).toEqual(['forbidden']);
});
