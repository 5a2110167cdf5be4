import { randomUUID } from 'node:crypto';
import { rowsOf } from '../server/tools/postgres.ts';
import type { Torilla } from './torilla.ts';

/** A round of participatory budgeting for which ideas are taken. @returns its id */
export async function aRound(torilla: Torilla): Promise<string> {
  const id = randomUUID();
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const areas = ['Keskusta', 'Muut kaupunginosat'].map((fi) => ({ id: randomUUID(), name: { fi }, budgetCents: 2_500_000, districts: [] }));
  const rules = { proofs: ['STRONG', 'CODE', 'STAFF'], ballot: { kind: 'BASKET', most: 5, changeable: true }, count: { kind: 'GREEDY', leastVotes: 20 } };
  const input = {
    ...rules,
    id,
    unit: 'green-services',
    year: 2027,
    title: { fi: 'Haminan budjetti 2027' },
    about: { fi: 'Asukkaat päättävät 50 000 eurosta.' },
    measureIds: [],
    areas,
    categories: [{ id: randomUUID(), name: { fi: 'Puistot' } }],
    leastAge: 8,
    tieSteps: ['MOST_VOTES'],
    days: [{ phase: 'IDEAS', from: '2026-11-01', to: '2026-12-31' }],
    votingOpensAt: '2027-04-01T06:00:00Z',
    votingClosesAt: '2027-04-30T21:00:00Z',
  };
  await torilla.ask('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input }, cookie);
  await torilla.ask('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { id } }', { input: { id, basedOn: 1, to: 'IDEAS' } }, cookie);
  return id;
}

/** Ideas that everybody reads, as if residents had proposed them. */
export async function someIdeas(torilla: Torilla, roundId: string, ...titles: string[]): Promise<void> {
  for (const title of titles)
    await rowsOf(
      torilla.ownerUrl(),
      `insert into budget_idea (id, revision, round_id, title, words, language, way, state, received_at)
      values ('${randomUUID()}', 1, '${roundId}', '${title}', 'Kävelijät tarvitsevat paikan levätä.', 'fi', 'SELF', 'SHOWN', now())`,
    );
}

/** What is voted on, in euros; the first came of an idea. */
const PROJECTS = [
  { fi: 'Kaksi penkkiä rantaraitille', euros: 3200 },
  { fi: 'Valot pulkkamäkeen', euros: 23_000 },
  { fi: 'Marjapensaita puistoon', euros: 1500 },
];

/** A round whose ballot is published, with projects of its first area. @returns it and its first project */
export async function aBallot(torilla: Torilla): Promise<{ roundId: string; projectId: string }> {
  const roundId = await aRound(torilla);
  await someIdeas(torilla, roundId, 'Penkkejä rantaraitille');
  const cookie = await torilla.signIn('hallinta@torilla.example');
  const { budgetRound, budgetIdeas } = await torilla.ask<{ budgetRound: { areas: { id: string }[] }; budgetIdeas: { nodes: { id: string }[] } }>(
    'query ($id: ID!) { budgetRound(id: $id) { areas(first: 1) { id } } budgetIdeas(roundId: $id) { nodes { id } } }',
    { id: roundId },
  );
  const move = (basedOn: number, to: string) =>
    torilla.ask('mutation ($input: MoveRoundInput!) { moveBudgetRound(input: $input) { id } }', { input: { id: roundId, basedOn, to } }, cookie);
  await move(2, 'SCREENING');
  await move(3, 'COSTING');
  const ids = PROJECTS.map(() => randomUUID());
  for (const [at, { fi, euros }] of PROJECTS.entries()) {
    const input = {
      id: ids[at],
      roundId,
      areaId: budgetRound.areas[0]!.id,
      title: { fi },
      about: { fi: 'Asukkaat ovat toivoneet tätä pitkään.' },
      place: 'Saunan luona',
      costCents: euros * 100,
      ideaIds: at ? [] : budgetIdeas.nodes.map(({ id }) => id),
    };
    await torilla.ask('mutation ($input: SaveProjectInput!) { saveBudgetProject(input: $input) { id } }', { input }, cookie);
  }
  await move(4, 'BALLOT');
  return { roundId, projectId: ids[0]! };
}

/** Lets voting begin an hour ago and end in one. */
export async function openVoting(torilla: Torilla, roundId: string): Promise<void> {
  await rowsOf(
    torilla.ownerUrl(),
    `update budget_round set phase = 'VOTING', voting_opens_at = now() - interval '1 hour', voting_closes_at = now() + interval '1 hour' where id = '${roundId}'`,
  );
}
