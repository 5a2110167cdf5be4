import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aPoint, SAVE } from './testing.ts';

const city = await aCity();
let point: string;
beforeEach(async () => (point = await aPoint(city)));
const officerOf = (unit: string) => city.askAs({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit }] } as Actor);
const input = (more: object = {}) => ({ input: { id: newId(), unit: 'green-services', name: { fi: 'Portti' }, ...more } });
const CLOSE = 'mutation ($id: ID!) { closeTouchpoint(id: $id) { closedAt } }';
const REOPEN = 'mutation ($id: ID!) { reopenTouchpoint(id: $id) { closedAt } }';

test('a point is opened and named anew by officers of its unit; its code and its unit stay', async () => {
  const [hanna, parks, culture] = [await city.as('hallinta'), officerOf('green-services'), officerOf('culture')];
  const whole = input({ place: 'rinkeli', name: { fi: 'Portti', sv: 'Porten' } });
  const made = (await parks(SAVE, whole)).data!.saveTouchpoint;
  expect(made).toMatchObject({ unit: { key: 'green-services' }, place: { key: 'rinkeli' }, name: { fi: 'Portti', sv: 'Porten' }, closedAt: null });
  expect(made.code).toMatch(/^[2-9A-HJKMNP-Z]{5}$/);
  // sent twice it is one
  expect((await parks(SAVE, whole)).data!.saveTouchpoint).toEqual(made);
  expect((await parks(SAVE, { input: { ...whole.input, place: null, name: { fi: 'Uusi portti' } } })).data!.saveTouchpoint).toEqual({
    ...made,
    place: null,
    name: { fi: 'Uusi portti', sv: null },
  });
  expect((await culture(SAVE, whole)).codes).toEqual(['forbidden']);
  expect((await culture(SAVE, input())).codes).toEqual(['forbidden']);
  expect((await hanna(SAVE, { input: { ...whole.input, unit: 'education' } })).codes).toEqual(['still-in-use']);
  expect((await (await city.as('mirja'))(SAVE, input())).codes).toEqual(['forbidden']);
  expect((await city.ask(SAVE, input())).codes).toEqual(['unauthenticated']);
});

test('without a name, with one that is too long, for a unit or at a place that is not there, it is refused', async () => {
  const hanna = await city.as('hallinta');
  for (const name of [{ fi: ' ' }, { fi: 'x'.repeat(121) }, { fi: 'Portti', sv: 'x'.repeat(121) }])
    expect((await hanna(SAVE, input({ name }))).codes).toEqual(['bad-input']);
  expect((await hanna(SAVE, input({ unit: 'nowhere' }))).codes).toEqual(['unknown-unit']);
  expect((await hanna(SAVE, input({ place: 'nowhere' }))).codes).toEqual(['unknown-place']);
});

test('anybody finds a point by the code on its sheet, however it is typed, and sees that it is closed', async () => {
  const ONE = 'query ($code: String!) { touchpoint(code: $code) { id name { fi } closedAt } }';
  const [{ code }] = (await sql<{ code: string }>(city.em(), 'select code from touchpoint where id = $1', [point])) as [{ code: string }];
  expect((await city.ask(ONE, { code: code.toLowerCase() })).data!.touchpoint).toEqual({ id: point, name: { fi: 'Tiski' }, closedAt: null });
  expect((await city.ask(ONE, { code: '00000' })).data!.touchpoint).toBeNull();
  const parks = officerOf('green-services');
  expect((await officerOf('culture')(CLOSE, { id: point })).codes).toEqual(['forbidden']);
  const { closedAt } = (await parks(CLOSE, { id: point })).data!.closeTouchpoint;
  city.clock.pass(1000);
  // closed again it stays closed since the first time
  expect((await parks(CLOSE, { id: point })).data!.closeTouchpoint).toEqual({ closedAt });
  expect((await city.ask(ONE, { code })).data!.touchpoint.closedAt).toEqual(closedAt);
  expect((await officerOf('culture')(REOPEN, { id: point })).codes).toEqual(['forbidden']);
  for (let twice = 0; twice < 2; twice++) expect((await parks(REOPEN, { id: point })).data!.reopenTouchpoint).toEqual({ closedAt: null });
  for (const verb of [CLOSE, REOPEN]) expect((await parks(verb, { id: newId() })).codes).toEqual(['not-found']);
  expect((await city.ask('{ touchpoints { id } }')).codes).toEqual(['unauthenticated']);
  expect((await parks('{ touchpoints { id } }')).data!.touchpoints).toEqual([{ id: point }]);
});

test('words are read and judged by staff of the unit; what is covered is kept nowhere', async () => {
  const phone = await TestDevice.public(city);
  const [tap, words] = [await phone.seal({ operation: 'touchpoint.tap', input: { touchpointId: point, score: 2 } }), newId()];
  await phone.push(
    tap,
    await phone.seal({ id: words, operation: 'touchpoint.tell', input: { tapId: tap.id, touchpointId: point, words: 'Soita 040 123 4567, kiitos.' } }),
  );
  const ALL = '{ touchpointWords { totalCount nodes { id words state heldFor day } } }';
  const JUDGE = 'mutation ($input: JudgeTapWordsInput!) { judgeTapWords(input: $input) { words state coveredAt judgedAt } }';
  const judge = (verdict: string, ask = officerOf('green-services')) => ask(JUDGE, { input: { id: words, verdict } });
  const [parks, culture] = [officerOf('green-services'), officerOf('culture')];
  expect((await parks(ALL)).data!.touchpointWords.nodes).toMatchObject([{ id: words, state: 'HELD', heldFor: 'PERSONAL' }]);
  expect((await culture(ALL)).data!.touchpointWords).toEqual({ totalCount: 0, nodes: [] });
  expect((await (await city.as('mirja'))(ALL)).codes).toEqual(['forbidden']);
  expect((await city.ask(ALL)).codes).toEqual(['unauthenticated']);
  expect((await judge('COVER', culture)).codes).toEqual(['not-found']);
  expect((await judge('HIDE')).data!.judgeTapWords).toMatchObject({ words: 'Soita 040 123 4567, kiitos.', state: 'HIDDEN', coveredAt: null });
  expect((await judge('SHOW')).data!.judgeTapWords).toMatchObject({ state: 'SHOWN', coveredAt: null });
  for (let twice = 0; twice < 2; twice++)
    expect((await judge('COVER')).data!.judgeTapWords).toMatchObject({ words: 'Soita [puhelinnumero peitetty], kiitos.', state: 'SHOWN' });
  expect(await sql(city.em(), 'select sealed from inbox_item where capture_id = $1', [words])).toEqual([{ sealed: '' }]);
});

test('what was done is written by officers of the unit, read by everybody or by staff alone, mended and taken away', async () => {
  const DEED = 'mutation ($input: SaveServiceDeedInput!) { saveServiceDeed(input: $input) { id doneOn open words { fi } } }';
  const DEEDS = '{ serviceDeeds(unit: "green-services") { id open words { fi } } }';
  const REMOVE = 'mutation ($id: ID!) { removeServiceDeed(id: $id) }';
  const antti = (await sql<{ id: string }>(city.em(), "select id from staff_member where email like 'antti%'"))[0]!.id;
  const parks = city.askAs({ kind: 'staff', id: antti, roles: [], unitRoles: [{ role: 'OFFICER', unit: 'green-services' }] });
  const culture = officerOf('culture');
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(city.clock.now());
  const deed = (more: object = {}) => ({ input: { id: newId(), unit: 'green-services', doneOn: today, words: { fi: 'Portti korjattiin' }, ...more } });
  const [open, inner] = [deed(), deed({ open: false, words: { fi: 'Puhutaan palaverissa' } })];
  for (const one of [open, open, inner]) expect((await parks(DEED, one)).codes).toEqual([]);
  expect((await city.ask(DEEDS)).data!.serviceDeeds).toEqual([{ id: open.input.id, open: true, words: { fi: 'Portti korjattiin' } }]);
  expect((await parks(DEEDS)).data!.serviceDeeds).toHaveLength(2);
  expect((await parks(DEED, { input: { ...open.input, open: false } })).data!.saveServiceDeed.open).toBe(false);
  expect((await city.ask(DEEDS)).data!.serviceDeeds).toEqual([]);
  expect((await culture(DEED, open)).codes).toEqual(['forbidden']);
  expect((await culture(DEED, { input: { ...open.input, unit: 'culture' } })).codes).toEqual(['forbidden']);
  expect((await parks(DEED, deed({ doneOn: '2100-01-01' }))).codes).toEqual(['bad-input']);
  expect((await parks(DEED, deed({ words: { fi: 'x'.repeat(1001) } }))).codes).toEqual(['bad-input']);
  expect((await (await city.as('mirja'))(DEED, deed())).codes).toEqual(['forbidden']);
  expect((await culture(REMOVE, { id: open.input.id })).codes).toEqual(['forbidden']);
  expect((await parks(REMOVE, { id: open.input.id })).codes).toEqual([]);
  expect((await parks(REMOVE, { id: open.input.id })).codes).toEqual(['not-found']);
});
