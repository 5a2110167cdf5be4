import { beforeEach, expect, test } from 'vitest';
import type { RoundPhase } from '@torilla/schema/budget/phases';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { aRound } from './testing.ts';

const city = await aCity();
const round = aRound();
const idea = newId();
type Ask = typeof city.ask;
let aino: Ask;
let eino: Ask;

const phase = (to: RoundPhase) => sql(city.em(), 'update budget_round set phase = $2, tie_seed = null where id = $1', [round.id, to]);
async function resident(): Promise<Ask> {
  const id = newId();
  await sql(city.em(), `insert into resident (id, locale, created_at, last_sign_in_at) values ($1, 'fi', now(), now())`, [id]);
  return city.askAs({ kind: 'resident', id, roles: [] });
}
beforeEach(async () => {
  await (
    await city.as('hallinta')
  )('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('IDEAS');
  await sql(
    city.em(),
    `insert into budget_idea (id, revision, round_id, title, words, language, way, state, received_at)
    values ($1, 1, $2, 'Penkkejä rantaraitille', 'Vanhemmat eivät jaksa.', 'fi', 'SELF', 'SHOWN', now())`,
    [idea, round.id],
  );
  [aino, eino] = [await resident(), await resident()];
});

const comment = (given: object = {}) => ({ id: newId(), ideaId: idea, words: 'Hyvä ajatus, varjoon myös.', ...given });
const write = (ask: Ask, input: object) =>
  ask('mutation ($input: WriteCommentInput!) { commentOnIdea(input: $input) { commentCount comments(first: 5) { words state } } }', { input });
const seen = async (ask: Ask) =>
  (await ask('query ($id: ID!) { budgetIdea(id: $id) { commentCount comments(first: 5) { id words state } } }', { id: idea })).data!['budgetIdea'];
const held = async (ask: Ask) =>
  (await ask('query ($id: ID!) { budgetComments(roundId: $id, state: HELD) { nodes { id heldFor } } }', { id: round.id })).data!['budgetComments'].nodes;
const judge = async (id: string, verdict: string, who: 'hallinta' | 'mirja' = 'hallinta') =>
  (await city.as(who))('mutation ($input: JudgeCommentInput!) { judgeComment(input: $input) { state words } }', { input: { id, verdict } });

test('what a resident says of an idea everybody reads at once, without whose it is; sent twice it is one', async () => {
  const input = comment();
  expect((await write(aino, input)).data!['commentOnIdea']).toEqual({ commentCount: 1, comments: [{ words: input.words, state: 'SHOWN' }] });
  expect((await write(aino, input)).errors).toEqual([]);
  expect((await write(aino, { ...input, words: 'Jotain muuta' })).codes).toEqual(['already-exists']);
  expect((await write(eino, input)).codes).toEqual(['already-exists']);
  expect(await seen(city.ask)).toEqual({ commentCount: 1, comments: [{ id: input.id, words: input.words, state: 'SHOWN' }] });
});

test('what tells who somebody is, or may offend, waits for a person; its writer sees it, and nobody else', async () => {
  const input = comment({ words: 'Soittakaa minulle 040 123 4567' });
  await write(aino, input);
  await write(eino, comment({ words: 'Vittu mitä penkkejä' }));
  expect((await seen(city.ask)).commentCount).toBe(0);
  expect((await seen(aino)).comments).toMatchObject([{ id: input.id, state: 'HELD' }]);
  const officer = await city.as('hallinta');
  expect((await held(officer)).map(({ heldFor }: { heldFor: string }) => heldFor).sort()).toEqual(['PERSONAL', 'RUDE']);
  expect(await held(city.ask)).toEqual([]);
  expect((await judge(input.id, 'SHOW', 'mirja')).codes).toEqual(['forbidden']);
  expect((await judge(input.id, 'COVER')).data!['judgeComment']).toMatchObject({ state: 'SHOWN', words: expect.not.stringContaining('4567') });
  expect((await seen(city.ask)).commentCount).toBe(1);
  await judge(input.id, 'HIDE');
  expect((await seen(city.ask)).commentCount).toBe(0);
});

test('a writer takes their own back for good, and nobody another’s', async () => {
  const input = comment();
  await write(aino, input);
  const withdraw = (ask: Ask) => ask('mutation ($id: ID!) { withdrawComment(id: $id) { commentCount } }', { id: input.id });
  expect((await withdraw(eino)).codes).toEqual(['not-found']);
  expect((await withdraw(aino)).data!['withdrawComment']).toEqual({ commentCount: 0 });
  expect((await withdraw(aino)).codes).toEqual(['not-found']);
});

test('nothing is said of what is hidden, empty, too long, too late, or without an account', async () => {
  expect((await write(aino, comment({ words: '  ' }))).codes).toEqual(['bad-input']);
  expect((await write(aino, comment({ words: 'a'.repeat(1001) }))).codes).toEqual(['bad-input']);
  expect((await write(city.ask, comment())).codes).toEqual(['unauthenticated']);
  expect((await write(await city.as('hallinta'), comment())).codes).toEqual(['forbidden']);
  await phase('COSTING');
  expect((await write(aino, comment())).codes).toEqual(['wrong-phase']);
  await phase('IDEAS');
  await write(aino, comment());
  await sql(city.em(), `update budget_idea set state = 'HIDDEN' where id = $1`, [idea]);
  expect((await write(aino, comment())).codes).toEqual(['not-found']);
  const all = await city.ask('query ($id: ID!) { budgetComments(roundId: $id) { totalCount } }', { id: round.id });
  expect(all.data!['budgetComments'].totalCount).toBe(0);
});

test.each([
  ['STAY', 1],
  ['GO', 0],
])('whoever has their account erased leaves what everybody read, or nothing: words %s', async (words, left) => {
  await write(aino, comment());
  await write(aino, comment({ words: 'Soittakaa minulle 040 123 4567' }));
  const held = (await aino('{ myData { class records } }')).data!['myData'].find((one: { class: string }) => one.class === 'budget-comment');
  expect(held.records).toHaveLength(2);
  const fates = await aino('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class goes stays } }', { input: { words, dryRun: false } });
  expect(fates.data!['eraseAccount']).toContainEqual({ class: 'budget-comment', goes: 2 - left, stays: left });
  expect((await seen(city.ask)).commentCount).toBe(left);
});

test('officers write notes about an idea, and read those of other units; nobody else sees that there are any', async () => {
  const NOTE = 'mutation ($input: WriteRemarkInput!) { noteOnIdea(input: $input) { remarks(first: 5) { words by { displayName } } } }';
  const input = { id: newId(), ideaId: idea, words: 'Ranta on suojeltu, kysytty liitolta.' };
  const officer = await city.as('hallinta');
  expect((await officer(NOTE, { input })).data!['noteOnIdea'].remarks).toMatchObject([{ words: input.words, by: { displayName: 'Hanna P.' } }]);
  expect((await officer(NOTE, { input })).errors).toEqual([]);
  expect((await officer(NOTE, { input: { ...input, words: 'Muuta' } })).codes).toEqual(['already-exists']);
  const remarks = async (ask: Ask) =>
    (await ask('query ($id: ID!) { budgetIdea(id: $id) { remarks(first: 5) { words } } }', { id: idea })).data!['budgetIdea'].remarks;
  expect(await remarks(officer)).toHaveLength(1);
  for (const ask of [city.ask, aino, await city.as('mirja')]) expect(await remarks(ask)).toEqual([]);
  expect((await (await city.as('mirja'))(NOTE, { input: { ...input, id: newId() } })).codes).toEqual(['forbidden']);
  expect((await officer(NOTE, { input: { ...input, id: newId(), ideaId: newId() } })).codes).toEqual(['not-found']);
});
