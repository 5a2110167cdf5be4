import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aRound } from './testing.ts';

const city = await aCity();
const round = aRound({ unit: 'green-services' });
let phone: TestDevice;
const phase = (to: string) => sql(city.em(), `update budget_round set phase = $2, tie_seed = null where id = $1`, [round.id, to]);
beforeEach(async () => {
  await (
    await city.as('hallinta')
  )('mutation ($input: SaveRoundInput!) { saveBudgetRound(input: $input) { id } }', { input: round });
  await phase('IDEAS');
  phone = await TestDevice.public(city);
});

const idea = (more: object = {}) => ({
  roundId: round.id,
  title: 'Penkkejä rantaraitille',
  words: 'Vanhemmat ihmiset eivät jaksa kävellä koko matkaa.',
  ...more,
});
const propose = async (input: object = {}, more: object = {}, device = phone) => {
  const item = await device.seal({ operation: 'budget.propose', input: idea(input), ...more });
  return { id: item.id, result: (await device.push(item)).results[0]! };
};
const IDEAS = `query ($roundId: ID!, $state: IdeaState) { budgetIdeas(roundId: $roundId, state: $state, first: 50) { totalCount nodes {
  id revision title words state heldFor category { name { fi } } district { key } way coveredAt } } }`;
const seenBy = async (ask: typeof city.ask, state: string | null = null) => (await ask(IDEAS, { roundId: round.id, state })).data!['budgetIdeas'].nodes;
const judge = async (id: string, verdict: string, who: 'hallinta' | 'antti' | 'mirja' = 'hallinta') =>
  (await city.as(who))('mutation ($input: JudgeIdeaInput!) { judgeIdea(input: $input) { state words title } }', { input: { id, verdict } });

test('an idea is everybody’s to read at once, with what it is about; sent twice it is one', async () => {
  const input = { categoryId: round.categories[0]!.id, district: 'keskusta', place: 'Saunan luona', way: 'TALKED' };
  const { id, result } = await propose(input);
  expect(result).toMatchObject({ code: 'ACCEPTED' });
  await propose(input, { id, sequence: 1 });
  expect(await seenBy(city.ask)).toEqual([
    expect.objectContaining({
      id,
      title: 'Penkkejä rantaraitille',
      state: 'SHOWN',
      category: { name: { fi: 'Puistot' } },
      district: { key: 'keskusta' },
      way: 'TALKED',
    }),
  ]);
});

test('whoever proposed it changes it; an older version that comes later changes nothing', async () => {
  const { id } = await propose();
  await propose({ title: 'Kaksi penkkiä rantaraitille' }, { id, revision: 2 });
  expect(await seenBy(city.ask)).toMatchObject([{ revision: 2, title: 'Kaksi penkkiä rantaraitille' }]);
});

test('what tells who somebody is, or may offend, waits for a person; covered, it is kept nowhere', async () => {
  const { id } = await propose({ words: 'Soittakaa minulle 040 123 4567, kerron lisää.' });
  await propose({ title: 'Vittu mitä penkkejä' });
  expect(await seenBy(city.ask)).toEqual([]);
  const officer = await city.as('hallinta');
  expect((await seenBy(officer, 'HELD')).map(({ heldFor }: { heldFor: string }) => heldFor).sort()).toEqual(['PERSONAL', 'RUDE']);
  const { errors, data } = await judge(id, 'COVER');
  expect(errors).toEqual([]);
  expect(data!['judgeIdea'].state).toBe('SHOWN');
  expect(data!['judgeIdea'].words).not.toContain('4567');
  expect(await sql(city.em(), 'select sealed from inbox_item where capture_id = $1', [id])).toEqual([{ sealed: '' }]);
  expect(await seenBy(city.ask)).toHaveLength(1);
});

test('what was hidden and is written anew is looked at again', async () => {
  const { id } = await propose();
  await judge(id, 'HIDE');
  expect(await seenBy(city.ask)).toEqual([]);
  await propose({ title: 'Penkkejä torille' }, { id, revision: 2 });
  expect(await seenBy(city.ask)).toEqual([]);
  expect(await seenBy(await city.as('hallinta'), 'HELD')).toHaveLength(1);
});

test('an idea that comes when none are taken is not lost: a person says what becomes of it', async () => {
  await phase('SCREENING');
  expect((await propose()).result).toMatchObject({ code: 'ACCEPTED' });
  expect(await seenBy(city.ask)).toEqual([]);
  expect(await seenBy(await city.as('hallinta'))).toMatchObject([{ heldFor: 'LATE' }]);
});

test('for a round that nobody could read, or that is not there, it waits in the inbox', async () => {
  await phase('DRAFT');
  expect((await propose()).result).toMatchObject({ code: 'HELD', reason: 'unknown-round' });
  expect((await propose({ roundId: newId() })).result).toMatchObject({ code: 'HELD', reason: 'unknown-round' });
});

test('a category of another round is left out, and an unknown district waits for a person', async () => {
  expect((await propose({ categoryId: newId() })).result).toMatchObject({ code: 'ACCEPTED' });
  expect(await seenBy(city.ask)).toMatchObject([{ category: null }]);
  expect((await propose({ district: 'ei-ole' })).result).toMatchObject({ code: 'HELD', reason: 'unknown-district' });
});

test('empty, too long or of another kind: refused where it was written', async () => {
  for (const wrong of [{ title: ' ' }, { words: '' }, { title: 'x'.repeat(121) }, { words: 'x'.repeat(3001) }, { place: 'x'.repeat(201) }, { way: 'SHOUTED' }])
    expect((await propose(wrong)).result.code, JSON.stringify(wrong).slice(0, 40)).toBe('HELD');
  expect(await seenBy(await city.as('hallinta'))).toEqual([]);
});

test('only an officer of its unit judges', async () => {
  const { id } = await propose();
  expect((await judge(id, 'HIDE', 'mirja')).codes).toEqual(['forbidden']);
  expect((await city.ask('mutation ($input: JudgeIdeaInput!) { judgeIdea(input: $input) { id } }', { input: { id, verdict: 'HIDE' } })).codes).toHaveLength(1);
  expect((await judge(newId(), 'HIDE')).codes).toEqual(['not-found']);
  expect(await seenBy(city.ask)).toHaveLength(1);
});

test('what is written finds ideas that look like it, mistyped too; and none that are hidden', async () => {
  const { id } = await propose();
  await propose({ title: 'Skeittiramppi kouluille' });
  const hidden = await propose({ title: 'Penkkejä rantaraitin varteen' });
  await judge(hidden.id, 'HIDE');
  const alike = async (title: string) =>
    (await city.ask('query ($roundId: ID!, $title: String!) { alikeIdeas(roundId: $roundId, title: $title) { id } }', { roundId: round.id, title })).data![
      'alikeIdeas'
    ];
  expect(await alike('Penkeja rantaraitile')).toEqual([{ id }]);
  expect(await alike('Uimaranta')).toEqual([]);
  expect(await alike('  ')).toEqual([]);
  expect(await alike('x'.repeat(20_000))).toEqual([]);
  expect(await alike('%')).toEqual([]);
});

test('somebody else, who knows the id as everybody does, does not change it: that waits for a person, and the idea stands', async () => {
  const { id } = await propose();
  const other = await TestDevice.public(city);
  const { result } = await propose({ title: 'Töherrys' }, { id, revision: 2 }, other);
  expect(result).toMatchObject({ code: 'HELD', reason: 'capture-anothers' });
  expect(await seenBy(city.ask)).toMatchObject([{ revision: 1, title: 'Penkkejä rantaraitille' }]);
  // whoever proposed it changes it all the same
  await propose({ title: 'Kolme penkkiä' }, { id, revision: 3 });
  expect(await seenBy(city.ask)).toMatchObject([{ revision: 3, title: 'Kolme penkkiä' }]);
});
