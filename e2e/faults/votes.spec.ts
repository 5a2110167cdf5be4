import { expect, test } from '@playwright/test';
import { createHash, randomUUID } from 'node:crypto';
import { newVoterCode, voterCodeHash } from '../../schema/src/budget/code.ts';
import { newBallotReceipt } from '../../schema/src/budget/receipt.ts';
import { rowsOf } from '../../server/tools/postgres.ts';
import { aBallot, openVoting } from '../rounds.ts';
import { startTorilla, type Torilla } from '../torilla.ts';
import { createRandom } from './random.ts';

const VOTERS = 80;
const KILLS = 6;
const RESTARTS = 1;
let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla({ alone: true })));
test.afterAll(() => torilla.stop());

const CAST = 'mutation ($input: CastBallotByCodeInput!) { castBallotByCode(input: $input) { voted } }';
const random = createRandom(20_261_128);

/** How many requests it took. */
let sent = 0;

/** Sends a ballot until the city says that it has it. Now and then the answer is not waited for, though the city may have taken it. */
async function castUntilHeard(input: object): Promise<void> {
  for (;;) {
    sent++;
    const impatient = random.chance(0.3);
    const answer = await fetch(`${torilla.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
      body: JSON.stringify({ query: CAST, variables: { input } }),
      signal: AbortSignal.timeout(impatient ? 1 + random.below(40) : 10_000),
    })
      .then((response) => response.json() as Promise<{ errors?: { extensions: { code: string } }[] }>)
      .catch(() => null);
    const code = answer?.errors?.[0]?.extensions.code;
    if (answer && !code) return;
    // what the city refuses for good is a fault of the test
    if (code && !['internal', 'unavailable'].includes(code)) throw new Error(code);
    await new Promise((resolve) => setTimeout(resolve, 100 + random.below(200)));
  }
}

test('while the server is killed and its database restarted, nobody who votes is lost or counted twice, and whoever changes their mind is counted as they last said', async () => {
  const { roundId } = await aBallot(torilla);
  await openVoting(torilla, roundId);
  const [area] = await rowsOf<{ id: string }>(torilla.ownerUrl(), `select area_id as id from budget_project where round_id = '${roundId}' limit 1`);
  const projects = (await rowsOf<{ id: string }>(torilla.ownerUrl(), `select id from budget_project where round_id = '${roundId}' order by id`)).map(
    ({ id }) => id,
  );
  const codes = Array.from({ length: VOTERS }, newVoterCode);
  const hashes = await Promise.all(codes.map((code) => voterCodeHash(roundId, code)));
  await torilla.ask(
    'mutation ($input: MakeCodesInput!) { makeVoterCodes(input: $input) { id } }',
    { input: { id: randomUUID(), roundId, place: 'Tori', hashes } },
    await torilla.signIn('hallinta@torilla.example'),
  );

  const meant = new Map<string, string>();
  const vote = async (code: string, n: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, random.below(6000)));
    const first = newBallotReceipt();
    const choose = (at: number) => [{ id: projects[at % projects.length]! }];
    await castUntilHeard({ roundId, areaId: area!.id, choices: choose(n), receipt: first, code });
    if (n % 3) return void meant.set(first, projects[n % projects.length]!);
    const second = newBallotReceipt();
    await castUntilHeard({ roundId, areaId: area!.id, choices: choose(n + 1), receipt: second, replaces: first, code });
    meant.set(second, projects[(n + 1) % projects.length]!);
  };
  const voting = Promise.all(codes.map(vote));
  for (let kill = 0; kill < KILLS; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 300 + random.below(400)));
    await torilla.kill();
    await torilla.start();
  }
  for (let restart = 0; restart < RESTARTS; restart++) await torilla.restartPostgres();
  await voting;

  const hashOf = (receipt: string) => createHash('sha256').update(['receipt', roundId, receipt].join('\n')).digest('hex');
  const ballots = await rowsOf<{ hash: string; id: string }>(torilla.ownerUrl(), `select receipt_hash as hash, choices->0->>'id' as id from budget_ballot`);
  expect(new Map(ballots.map(({ hash, id }) => [hash, id]))).toEqual(new Map([...meant].map(([receipt, id]) => [hashOf(receipt), id])));
  expect(ballots).toHaveLength(VOTERS);
  const used = await rowsOf<{ person: string }>(torilla.ownerUrl(), 'select person from budget_voter');
  expect(used.map(({ person }) => person).toSorted()).toEqual(hashes.toSorted());
  // the weather was bad enough to say something
  expect(sent).toBeGreaterThan(VOTERS * 1.5);
});
