import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const SAVE = 'mutation ($input: SaveAnswerTemplateInput!) { saveAnswerTemplate(input: $input) { id title unit { key } words { fi sv en } } }';
const ALL = '{ answerTemplates { title } }';
const officerOf = (unit: string) => city.askAs({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit }] } as Actor);
const template = (more: object = {}) => ({ input: { id: newId(), title: 'Penkit', words: { fi: 'Kiitos', sv: 'Tack' }, ...more } });

test('a template is for everybody who answers, or for a unit, whose officers alone change it', async () => {
  const [hanna, parks, culture] = [await city.as('hallinta'), officerOf('green-services'), officerOf('culture')];
  const seeded = (await hanna(ALL)).data!.answerTemplates.length;
  const own = template({ unit: 'green-services' });
  expect((await parks(SAVE, own)).data!.saveAnswerTemplate).toEqual({
    id: own.input.id,
    title: 'Penkit',
    unit: { key: 'green-services' },
    words: { fi: 'Kiitos', sv: 'Tack', en: null },
  });
  await hanna(SAVE, template({ title: 'Kaikille' }));
  const titles = async (ask: typeof parks) => (await ask(ALL)).data!.answerTemplates.map(({ title }: { title: string }) => title);
  expect(await titles(parks)).toEqual(expect.arrayContaining(['Kaikille', 'Penkit']));
  expect(await titles(culture)).not.toContain('Penkit');
  expect(await titles(hanna)).toHaveLength(seeded + 2);
  // neither another unit's, nor everybody's, nor their own made everybody's
  expect((await culture(SAVE, own)).codes).toEqual(['forbidden']);
  expect((await parks(SAVE, template())).codes).toEqual(['forbidden']);
  expect((await parks(SAVE, { input: { ...own.input, unit: null } })).codes).toEqual(['forbidden']);
  const REMOVE = 'mutation ($id: ID!) { removeAnswerTemplate(id: $id) }';
  expect((await culture(REMOVE, { id: own.input.id })).codes).toEqual(['forbidden']);
  expect((await parks(REMOVE, { id: own.input.id })).codes).toEqual([]);
  expect((await parks(REMOVE, { id: own.input.id })).codes).toEqual(['not-found']);
});

test('without words or a name, and for a unit that is not there, it is refused', async () => {
  const hanna = await city.as('hallinta');
  for (const more of [{ title: ' ' }, { words: { fi: ' ' } }, { words: { fi: 'x'.repeat(4001) } }])
    expect((await hanna(SAVE, template(more))).codes).toEqual(['bad-input']);
  expect((await hanna(SAVE, template({ unit: 'nowhere' }))).codes).toEqual(['unknown-unit']);
  expect((await (await city.as('mirja'))(SAVE, template())).codes).toEqual(['forbidden']);
});
