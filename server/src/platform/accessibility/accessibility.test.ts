import { expect, test } from 'vitest';
import type { Assessment } from '@torilla/schema/accessibility/accessibility';
import { newId } from '@torilla/schema/kernel/id';
import { anonymous, system } from '../../kernel/actor.ts';
import { aCity } from '../../testing/city.ts';
import { purgeDue } from '../retention/retention.commands.ts';

const city = await aCity();
const REPORT = 'mutation ($input: ReportBarrierInput!) { reportBarrier(input: $input) { id dueOn } }';
const ANSWER = 'mutation ($input: AnswerBarrierInput!) { answerBarrier(input: $input) { answer answeredAt answeredBy { displayName } } }';
const LIST = 'query ($answered: Boolean!) { barriers(answered: $answered) { nodes { id words email dueOn } totalCount } }';
const report = (more: object = {}) => ({ id: newId(), words: 'Kartta ei toimi ruudunlukijalla', language: 'fi', ...more });
const given = async (input: object) => (await city.ask(REPORT, { input })).data!.reportBarrier as { id: string; dueOn: string };
const list = async (answered = false) => (await (await city.as('hallinta'))(LIST, { answered })).data!.barriers.nodes;

test.each([
  ['2027-05-18T09:00:00Z', '2027-06-01'],
  ['2027-05-18T20:59:00Z', '2027-06-01'],
  ['2027-05-18T21:30:00Z', '2027-06-02'],
])("what comes at %s is due on %s, by the city's calendar", async (now, due) => {
  city.clock.set(now);
  expect((await given(report())).dueOn).toBe(due);
});

test('anybody may tell of a barrier, without a name; twice is once', async () => {
  const input = report();
  const first = await given(input);
  city.clock.pass(3 * 86_400_000);
  expect(await given({ ...input, words: 'Toiset sanat' })).toEqual(first);
  expect(await list()).toEqual([{ id: input.id, words: 'Kartta ei toimi ruudunlukijalla', email: null, dueOn: first.dueOn }]);
});

test('what must be answered soonest stands first; an answer is mailed in the language that was asked for, and given once', async () => {
  const late = await given(report());
  city.clock.pass(2 * 86_400_000);
  const soon = await given(report({ words: 'Hinder', email: 'eino@example.fi', language: 'sv' }));
  expect((await list()).map(({ id }: { id: string }) => id)).toEqual([late.id, soon.id]);
  const ask = await city.as('hallinta');
  expect((await ask(ANSWER, { input: { id: soon.id, answer: 'Hindret är borta.' } })).data!.answerBarrier).toMatchObject({
    answer: 'Hindret är borta.',
    answeredBy: { displayName: 'Hanna P.' },
  });
  expect(city.mails[0]).toMatchObject({ to: 'eino@example.fi', subject: 'Svar på din respons om tillgänglighet' });
  for (const part of ['Hindret är borta.', 'Hinder', 'Transport- och kommunikationsverket Traficom', 'tillganglighetskrav.fi'])
    expect(city.mails[0]!.text).toContain(part);
  expect((await ask(ANSWER, { input: { id: soon.id, answer: 'En gång till' } })).codes).toEqual(['not-held']);
  expect((await ask(ANSWER, { input: { id: newId(), answer: 'Nobody' } })).codes).toEqual(['not-found']);
  const mails = city.mails.length;
  await ask(ANSWER, { input: { id: late.id, answer: 'Korjattu.' } });
  expect(city.mails).toHaveLength(mails);
  expect(await list()).toEqual([]);
  expect((await list(true)).map(({ id }: { id: string }) => id)).toEqual([soon.id, late.id]);
});

test('nothing, too much and too often are refused', async () => {
  for (const more of [{ words: '   ' }, { words: 'x'.repeat(4001) }, { email: 'not an address' }, { language: 'ru' }])
    expect((await city.ask(REPORT, { input: report(more) })).codes, JSON.stringify(more).slice(0, 40)).toEqual(['bad-input']);
  const from = (address: string) => city.askAs(anonymous, { address });
  for (let n = 0; n < 10; n++) expect((await from('192.0.2.77')(REPORT, { input: report() })).codes).toEqual([]);
  expect((await from('192.0.2.77')(REPORT, { input: report() })).codes).toEqual(['too-many-requests']);
  expect((await from('192.0.2.78')(REPORT, { input: report() })).codes).toEqual([]);
});

test('only administrators read and answer them; who supervises everybody may read', async () => {
  for (const [ask, code] of [
    [city.ask, 'unauthenticated'],
    [await city.as('antti'), 'forbidden'],
  ] as const) {
    expect((await ask(LIST, { answered: false })).codes).toEqual([code]);
    expect((await ask(ANSWER, { input: { id: newId(), answer: 'x' } })).codes).toEqual([code]);
  }
  expect((await city.ask('{ supervisor { name { fi } email phone website { sv } } }')).data!.supervisor).toMatchObject({ email: 'saavutettavuus@traficom.fi' });
});

test('an administrator says who supervises; an address that is no https is refused', async () => {
  const SET = 'mutation ($input: SetSupervisorInput!) { setSupervisor(input: $input) { name { fi } website { fi } phone } }';
  const input = { name: { fi: 'Virasto' }, website: { fi: 'https://virasto.example' }, email: 'a@virasto.example', phone: '0295 000 000' };
  const ask = await city.as('hallinta');
  expect((await ask(SET, { input })).data!.setSupervisor).toEqual({
    name: { fi: 'Virasto' },
    website: { fi: 'https://virasto.example' },
    phone: '0295 000 000',
  });
  expect((await ask(SET, { input: { ...input, website: { fi: 'javascript:alert(1)' } } })).codes).toEqual(['bad-input']);
  expect((await (await city.as('mirja'))(SET, { input })).codes).toEqual(['forbidden']);
});

test('what was answered is kept for a year, what waits is kept', async () => {
  const answered = await given(report({ email: 'aino@example.fi' }));
  await given(report());
  await (
    await city.as('hallinta')
  )(ANSWER, { input: { id: answered.id, answer: 'Kiitos' } });
  city.clock.pass(364 * 86_400_000);
  await purgeDue(city.context(system));
  expect(await list(true)).toHaveLength(1);
  city.clock.pass(2 * 86_400_000);
  await purgeDue(city.context(system));
  expect(await list(true)).toEqual([]);
  expect(await list()).toHaveLength(1);
});

test('an assessment is told as the tests wrote it; without one nothing is claimed', async () => {
  const QUESTION = '{ accessibilityAssessment { assessedAt rules pages languages themes violations { rule page elements } } }';
  expect((await city.ask(QUESTION)).data).toEqual({ accessibilityAssessment: null });
  const assessment: Assessment = {
    assessedAt: '2027-05-18T09:00:00.000Z',
    tool: 'axe-core',
    rules: 96,
    pages: ['/', '/palaute'],
    languages: ['fi'],
    themes: ['light'],
    violations: [{ rule: 'color-contrast', impact: 'serious', page: '/', language: 'fi', theme: 'light', elements: 2 }],
  };
  const answer = await city.askAs(anonymous, { services: { ...city.app.services, assessment } })(QUESTION);
  expect(answer.data!.accessibilityAssessment).toMatchObject({ rules: 96, violations: [{ rule: 'color-contrast', page: '/', elements: 2 }] });
});
