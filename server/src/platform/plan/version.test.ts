import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';

const city = await aCity();
const DRAFT = 'mutation ($input: DraftPlanInput!) { draftPlan(input: $input) { id state title { fi } } }';
const REVISE = 'mutation ($input: ReviseMeasureInput!) { reviseMeasure(input: $input) { id } }';
const ADOPT = 'mutation ($input: AdoptPlanInput!) { adoptPlan(input: $input) { state decidedOn section minutesUrl replaces { fi } } }';
const DISCARD = 'mutation ($id: ID!) { discardDraft(id: $id) }';
const WHOLE = `id state title { fi } measures(first: 20) { id number key revision title { fi } purpose { fi }
  actions(first: 12) { id key text { fi } schedule { kind due } responsible(first: 12) { key } budgets(first: 5) { year } } }`;

interface Whole {
  id: string;
  measures: { id: string; number: number; key: string; revision: number; title: object; purpose: object; actions: ActionOf[] }[];
}
interface ActionOf {
  id: string;
  key: string;
  text: object;
  schedule: { kind: string; due: string | null };
  responsible: { key: string }[];
  budgets: object[];
}
const next = (more: object = {}) => ({ id: newId(), title: { fi: 'Osallisuussuunnitelma 2027–2029' }, from: 2027, to: 2029, ...more });
const decision = (id: string, more: object = {}) => ({ id, decidedOn: '2026-12-10', section: '§ 12', minutesUrl: 'https://hamina.example/p', ...more });
const aDraft = async (): Promise<string> => (await (await city.as('hallinta'))(DRAFT, { input: next() })).data!.draftPlan.id;
const draftOf = async (id: string): Promise<Whole> =>
  (await (await city.as('hallinta'))(`query ($id: ID!) { planDraft(id: $id) { ${WHOLE} } }`, { id })).data!.planDraft;
const inForce = async (): Promise<Whole> => (await city.ask(`{ plan { ${WHOLE} } }`)).data!.plan;
/** What is sent of an action that is kept as it is. */
const kept = ({ id, text, schedule: { kind, due }, responsible }: ActionOf) => ({
  id,
  text,
  schedule: { kind, ...(due && { due }) },
  responsible: responsible.map(({ key }) => key),
});

beforeEach(() => city.clock.set('2026-12-15T10:00:00Z'));

test('a draft is a copy of the plan in force that only administrators see', async () => {
  const old = await inForce();
  const input = next();
  const ask = await city.as('hallinta');
  expect((await ask(DRAFT, { input })).data!.draftPlan).toMatchObject({ id: input.id, state: 'DRAFT' });
  expect((await ask(DRAFT, { input })).errors).toEqual([]);
  const draft = await draftOf(input.id);
  const said = ({ measures }: Whole) =>
    measures.map(({ number, key, title, actions }) => [number, key, title, actions.map((one) => [one.key, one.text, one.schedule, one.responsible])]);
  expect(said(draft)).toEqual(said(old));
  // money of years that are over is not promised again
  expect(draft.measures.flatMap(({ actions }) => actions.flatMap(({ budgets }) => budgets))).toEqual([]);
  expect((await inForce()).id).toBe(old.id);
  const open = `query ($id: ID!) { planVersion(id: $id) { id } planVersions { id } measure(number: 5) { id } }`;
  expect((await city.ask(open, { id: input.id })).data).toEqual({
    planVersion: null,
    planVersions: [{ id: old.id }],
    measure: { id: old.measures[4]!.id },
  });
  expect((await (await city.as('antti'))('{ planDrafts { id } }')).codes).toEqual(['forbidden']);
  expect((await ask('{ planDrafts { id } }')).data!.planDrafts).toEqual([{ id: input.id }]);
});

test("a draft's measure is changed with its actions; a colleague's change in between is told, not overwritten", async () => {
  const id = await aDraft();
  const measure = (await draftOf(id)).measures[0]!;
  const [first, ...others] = measure.actions.map(kept);
  const fresh = { id: newId(), text: { fi: 'Uusi teko' }, schedule: { kind: 'DUE', due: '2028-12-31' }, responsible: ['education', 'ict'] };
  const input = { id: measure.id, basedOn: 0, title: { fi: 'Uusi nimi' }, purpose: measure.purpose, actions: [...others, fresh] };
  const ask = await city.as('hallinta');
  expect((await ask(REVISE, { input })).errors).toEqual([]);
  const changed = (await draftOf(id)).measures[0]!;
  expect(changed).toMatchObject({ revision: 1, title: { fi: 'Uusi nimi' }, key: measure.key });
  expect(changed.actions.map((action) => action.id)).toEqual([...others.map((other) => other.id), fresh.id]);
  expect(changed.actions.at(-1)).toMatchObject({ schedule: { due: '2028-12-31' }, responsible: [{ key: 'education' }, { key: 'ict' }] });
  expect(changed.actions.some((action) => action.id === first!.id)).toBe(false);
  expect((await ask(REVISE, { input })).codes).toEqual(['newer-revision']);
  expect((await ask(REVISE, { input: { ...input, basedOn: 1, actions: [{ ...fresh, responsible: ['nobody'] }] } })).codes).toEqual(['unknown-unit']);
  expect((await ask(REVISE, { input: { ...input, id: newId() } })).codes).toEqual(['not-found']);
  expect((await ask(REVISE, { input: { ...input, id: (await inForce()).measures[0]!.id } })).codes).toEqual(['already-adopted']);
});

test('adopted, a draft is the plan, the one before it is replaced and stays to be read, and what was said of it stays with it', async () => {
  const old = await inForce();
  const id = await aDraft();
  const ask = await city.as('hallinta');
  expect((await ask(ADOPT, { input: decision(id) })).data!.adoptPlan).toEqual({
    state: 'IN_FORCE',
    decidedOn: '2026-12-10',
    section: '§ 12',
    minutesUrl: 'https://hamina.example/p',
    replaces: { fi: 'Osallisuussuunnitelma 2023–2025' },
  });
  expect((await inForce()).id).toBe(id);
  expect((await city.ask('query ($id: ID!) { planVersion(id: $id) { state } planVersions { id } }', { id: old.id })).data).toEqual({
    planVersion: { state: 'REPLACED' },
    planVersions: [{ id }, { id: old.id }],
  });
  const lines = await sql(city.em(), "select subject_id from audit_line where action = 'plan.adopt'");
  expect(lines).toEqual([{ subject_id: id }]);
});

test('a plan is adopted once: the same decision sent twice is one, another is refused', async () => {
  const id = await aDraft();
  const ask = await city.as('hallinta');
  expect((await ask(ADOPT, { input: decision(id) })).errors).toEqual([]);
  expect((await ask(ADOPT, { input: decision(id) })).errors).toEqual([]);
  expect((await ask(ADOPT, { input: decision(id, { section: '§ 13' }) })).codes).toEqual(['already-adopted']);
  expect((await ask(DISCARD, { id })).codes).toEqual(['already-adopted']);
});

test('a draft that was begun before another came into force is not adopted over it', async () => {
  const [one, other] = [await aDraft(), await aDraft()];
  const ask = await city.as('hallinta');
  expect((await ask(ADOPT, { input: decision(one) })).errors).toEqual([]);
  expect((await ask(ADOPT, { input: decision(other, { section: '§ 14' }) })).codes).toEqual(['newer-revision']);
  expect((await inForce()).id).toBe(one);
});

test('what cannot be is refused: a decision to come, minutes that are no address, years that run backwards, no draft', async () => {
  const id = await aDraft();
  const ask = await city.as('hallinta');
  expect((await ask(ADOPT, { input: decision(id, { decidedOn: '2026-12-16' }) })).codes).toEqual(['bad-input']);
  expect((await ask(ADOPT, { input: decision(id, { minutesUrl: 'javascript:alert(1)' }) })).codes).toEqual(['bad-input']);
  expect((await ask(ADOPT, { input: decision(newId()) })).codes).toEqual(['not-found']);
  expect((await ask(DRAFT, { input: next({ from: 2030, to: 2029 }) })).codes).toEqual(['bad-input']);
  expect((await (await city.as('antti'))(ADOPT, { input: decision(id) })).codes).toEqual(['forbidden']);
});

test('a draft is laid aside with all that is in it; twice is once', async () => {
  const id = await aDraft();
  const ask = await city.as('hallinta');
  expect((await ask(DISCARD, { id })).data).toEqual({ discardDraft: id });
  expect((await ask(DISCARD, { id })).errors).toEqual([]);
  expect(await sql(city.em(), 'select from measure where plan_id = $1', [id])).toEqual([]);
});
