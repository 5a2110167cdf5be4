import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../../kernel/actor.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const officerOf = (unit: string) => city.askAs({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit }] } as Actor);
const [parks, culture] = [officerOf('green-services'), officerOf('culture')];
const FIELDS = `id state revision unit { key } title { fi } changes { fi } outcome { fi } publishedAt endedAt measures { number } steps { id startsOn endsOn words { fi } event { id } }`;
const SAVE = `mutation ($input: SaveParticipationInput!) { saveParticipation(input: $input) { ${FIELDS} } }`;
const PUBLISH = `mutation ($input: MoveParticipationInput!) { publishParticipation(input: $input) { ${FIELDS} } }`;
const END = `mutation ($input: MoveParticipationInput!) { endParticipation(input: $input) { ${FIELDS} } }`;
const DISCARD = 'mutation ($id: ID!) { discardParticipation(id: $id) }';
const ONE = `query ($id: ID!) { participation(id: $id) { ${FIELDS} } }`;
const text = (fi: string) => ({ fi });

interface Draft {
  id: string;
  [part: string]: unknown;
}
const draft = (more: object = {}): Draft => ({
  id: newId(),
  unit: 'green-services',
  title: text('Rantaraitin kunnostus'),
  changes: text('Raitti päällystetään'),
  affected: text('Raitilla kulkevat'),
  answers: text('Viherpalvelut'),
  measureIds: [],
  steps: [{ id: newId(), from: '2027-01-10', to: '2027-01-20', words: text('Kysytään') }],
  ...more,
});
const save = (input: object, ask = parks) => ask(SAVE, { input });
const move = (verb: string, id: string, basedOn: number, ask = parks) => ask(verb, { input: { id, basedOn } });
const seen = async (id: string, ask = city.ask) => (await ask(ONE, { id })).data!.participation;

test('a plan goes from draft to published to over; everybody reads it once it is published', async () => {
  const plan = draft();
  expect((await save(plan)).data!.saveParticipation).toMatchObject({ state: 'DRAFT', revision: 1, unit: { key: 'green-services' } });
  expect(await seen(plan.id)).toBeNull();
  expect(await seen(plan.id, culture)).toBeNull();
  expect(await seen(plan.id, parks)).not.toBeNull();
  expect((await move(PUBLISH, plan.id, 1)).data!.publishParticipation).toMatchObject({ state: 'PUBLISHED', revision: 2 });
  expect(await seen(plan.id)).toMatchObject({ state: 'PUBLISHED', title: { fi: 'Rantaraitin kunnostus' }, steps: [{ words: { fi: 'Kysytään' } }] });
  // twice changes nothing
  expect((await move(PUBLISH, plan.id, 2)).data!.publishParticipation).toMatchObject({ revision: 2 });
  expect((await move(END, plan.id, 2)).errors[0]!.extensions).toMatchObject({ code: 'bad-input', facts: { fields: ['outcome: missing'] } });
  expect((await save({ ...plan, basedOn: 2, outcome: text('Penkit tulivat') })).data!.saveParticipation).toMatchObject({ revision: 3 });
  expect((await move(END, plan.id, 3)).data!.endParticipation).toMatchObject({ state: 'ENDED', revision: 4, outcome: { fi: 'Penkit tulivat' } });
  expect((await move(END, plan.id, 4)).data!.endParticipation).toMatchObject({ revision: 4 });
  expect((await save({ ...plan, basedOn: 4 })).codes).toEqual(['participation-ended']);
  expect((await move(PUBLISH, plan.id, 4)).codes).toEqual(['participation-ended']);
});

test('who is not an officer of the unit may not, and does not take over what another unit began', async () => {
  const plan = draft();
  await save(plan);
  for (const ask of [culture, await city.as('mirja')]) {
    expect((await save(draft(), ask)).codes).toEqual(['forbidden']);
    expect((await move(PUBLISH, plan.id, 1, ask)).codes).toEqual(['forbidden']);
    expect((await move(END, plan.id, 1, ask)).codes).toEqual(['forbidden']);
    expect((await ask(DISCARD, { id: plan.id })).codes).toEqual(['forbidden']);
  }
  expect((await save({ ...plan, basedOn: 1, unit: 'culture' }, culture)).codes).toEqual(['forbidden']);
  expect((await city.ask(SAVE, { input: draft() })).codes).toEqual(['unauthenticated']);
  expect((await save(draft(), await city.as('hallinta'))).codes).toEqual([]);
});

test('what a colleague changed meanwhile is not written over; what is sent twice is one plan', async () => {
  const plan = draft();
  for (let twice = 0; twice < 2; twice++) expect((await save(plan)).data!.saveParticipation).toMatchObject({ revision: 1 });
  expect((await save({ ...plan, basedOn: 1, title: text('Yksi') })).data!.saveParticipation).toMatchObject({ revision: 2, title: { fi: 'Yksi' } });
  expect((await save({ ...plan, basedOn: 1, title: text('Toinen') })).codes).toEqual(['newer-revision']);
  for (const verb of [PUBLISH, END]) expect((await move(verb, plan.id, 1)).codes).toEqual(['newer-revision']);
});

test('steps keep their order, are changed, added and left out, and lead to an event', async () => {
  const plan = draft();
  await save(plan);
  const [first] = plan['steps'] as { id: string }[];
  const event = (await city.ask('{ events(first: 1) { nodes { id } } }')).data!.events.nodes[0].id;
  const added = { id: newId(), from: '2027-02-01', words: text('Kerrotaan'), eventId: event };
  const steps = async (list: object[], basedOn: number) => (await save({ ...plan, basedOn, steps: list })).data!.saveParticipation.steps;
  expect(await steps([added, { ...first, from: '2027-01-11', words: text('Kysytään uudelleen') }], 1)).toMatchObject([
    { id: added.id, words: { fi: 'Kerrotaan' }, event: { id: event }, endsOn: null },
    { id: first!.id, words: { fi: 'Kysytään uudelleen' }, event: null },
  ]);
  expect(await steps([added], 2)).toMatchObject([{ id: added.id }]);
  expect((await save({ ...plan, basedOn: 3, steps: [{ ...added, eventId: newId() }] })).codes).toEqual(['unknown-event']);
  // another plan's step is not taken over
  expect((await save(draft({ steps: [added] }))).codes).toEqual(['already-exists']);
});

test('a draft may be unfinished; it is not published so, and a published one does not become so', async () => {
  const plan = draft({ changes: null, steps: [{ id: newId(), words: text('Joskus') }] });
  await save(plan);
  expect((await move(PUBLISH, plan.id, 1)).errors[0]!.extensions).toMatchObject({
    code: 'bad-input',
    facts: { fields: ['changes: missing', 'steps: missing'] },
  });
  expect((await move(END, plan.id, 1)).errors[0]!.extensions).toMatchObject({ facts: { fields: ['state: not-published'] } });
  const whole = draft();
  await save(whole);
  await move(PUBLISH, whole.id, 1);
  expect((await save({ ...whole, basedOn: 2, affected: null })).codes).toEqual(['bad-input']);
  expect((await parks(DISCARD, { id: whole.id })).codes).toEqual(['still-in-use']);
  expect((await parks(DISCARD, { id: plan.id })).codes).toEqual([]);
  expect((await parks(DISCARD, { id: plan.id })).codes).toEqual(['not-found']);
});

test('what is too long, backwards, too many, or names what is not there, is refused in a sentence', async () => {
  const step = (more: object) => ({ steps: [{ id: newId(), from: '2027-01-10', words: text('Kysytään'), ...more }] });
  const many = { steps: Array.from({ length: 21 }, () => ({ id: newId(), words: text('Kysytään') })) };
  for (const more of [{ title: text(' ') }, { changes: text('x'.repeat(2001)) }, step({ to: '2027-01-09' }), step({ from: null, to: '2027-01-09' }), many])
    expect((await save(draft(more))).codes).toEqual(['bad-input']);
  expect((await save(draft({ measureIds: [newId()] }))).codes).toEqual(['unknown-measure']);
  expect((await save(draft({ unit: 'nowhere' }), await city.as('hallinta'))).codes).toEqual(['unknown-unit']);
  for (const verb of [PUBLISH, END]) expect((await move(verb, newId(), 1)).codes).toEqual(['not-found']);
});

test('a published plan is counted on the pages of its measures', async () => {
  const measure = (await city.ask('{ measure(number: 9) { id } }')).data!.measure.id;
  const plan = draft({ measureIds: [measure] });
  const counted = async () =>
    (await city.ask('{ measureFigures(numbers: [9]) { key value } }')).data!.measureFigures.find(({ key }: { key: string }) => key === 'participation.plans')
      ?.value;
  await save(plan);
  expect(await counted()).toBeUndefined();
  await move(PUBLISH, plan.id, 1);
  expect(await counted()).toBe(1);
  expect(await seen(plan.id)).toMatchObject({ measures: [{ number: 9 }] });
});
