import { expect, test, vi } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { featureList } from '../../app/features.ts';
import { sql } from '../../kernel/command.ts';
import type { Feature } from '../../kernel/feature.ts';
import { PreparedClient } from '../../kernel/read/index.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

/** A noun that nobody has heard of: its manifest is all that there is of it. */
const choirs: Feature = {
  entities: [],
  resolvers: [],
  policy: {},
  serves: [
    {
      key: 'choirs.singers',
      name: { fi: 'laulajaa kuoroissa', sv: 'sångare i körer', en: 'singers in choirs' },
      measures: [3, 10],
      count: ({ em }, { measures }) => sql(em, 'select m as measure, 12 as value from unnest($1::uuid[]) m', [measures.slice(0, 1)]),
    },
  ],
};
const city = await aCity({ features: [...featureList, choirs] });
const FIGURES = 'query ($numbers: [Int!], $year: Int) { measureFigures(numbers: $numbers, year: $year) { measure key name { fi sv en } value metric } }';

interface Shown {
  measure: number;
  key: string;
  value: number;
  metric: string | null;
}
const figures = async (variables: object = {}): Promise<Shown[]> => (await city.ask(FIGURES, { ...variables })).data!.measureFigures;
const valueOf = async (key: string, measure: number, variables: object = {}) =>
  (await figures(variables)).find((figure) => figure.key === key && figure.measure === measure)?.value;

test("a new noun's figures are on its measures' pages by its manifest alone, at nothing too", async () => {
  expect((await city.ask(FIGURES, { numbers: [3, 4, 10] })).data!.measureFigures.filter(({ key }: Shown) => key === 'choirs.singers')).toEqual([
    { measure: 3, key: 'choirs.singers', name: { fi: 'laulajaa kuoroissa', sv: 'sångare i körer', en: 'singers in choirs' }, value: 12, metric: null },
    { measure: 10, key: 'choirs.singers', name: { fi: 'laulajaa kuoroissa', sv: 'sångare i körer', en: 'singers in choirs' }, value: 0, metric: null },
  ]);
});

test('what residents said about a measure is counted, what was answered of it, and of one year alone', async () => {
  const device = await TestDevice.tablet(city);
  const measureId = (await city.ask('{ measure(number: 8) { id } }')).data!.measure.id as string;
  expect(await valueOf('feedback.received', 8)).toBe(0);
  const ids = [newId(), newId()];
  for (const id of ids) await device.push(await device.seal({ id, input: { channel: 'TALKED', words: 'Talkoot!', measureId } }));
  expect(await valueOf('feedback.received', 8)).toBe(2);
  expect(await valueOf('feedback.answered', 8)).toBeUndefined();
  const answer = 'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { id } }';
  await (
    await city.as('hallinta')
  )(answer, { input: { id: newId(), feedbackId: ids[0], words: 'Tulemme.', language: 'fi' } });
  expect(await valueOf('feedback.answered', 8)).toBe(1);
  const year = city.clock.now().getFullYear();
  expect(await valueOf('feedback.received', 8, { year })).toBe(2);
  expect(await valueOf('feedback.received', 8, { year: year - 1 })).toBe(0);
});

test("events are held once they are over; residents' browsers are counted towards the target of the app", async () => {
  expect(await valueOf('events.ahead', 5)).toBe(4);
  expect(await valueOf('events.held', 5)).toBeUndefined();
  city.clock.pass(5 * 86_400_000);
  expect(await valueOf('events.ahead', 5)).toBe(2);
  expect(await valueOf('events.held', 5)).toBe(2);
  await TestDevice.public(city);
  expect((await figures({ numbers: [11] })).find(({ key }) => key === 'devices.residents')).toMatchObject({ value: 1, metric: 'RESIDENTS' });
});

test('one statement for each figure, and one, however many measures are asked about', async () => {
  const sent = vi.spyOn(PreparedClient.prototype, 'query');
  const statements = async (variables: object): Promise<number> => {
    const before = sent.mock.calls.length;
    await figures(variables);
    return sent.mock.calls.slice(before).filter(([text]) => /\b(measure|event|feedback|device|unnest)\b/.test(JSON.stringify(text))).length;
  };
  const few = await statements({ numbers: [3, 11, 15] });
  expect(await statements({})).toBe(few);
  sent.mockRestore();
});

test('what is no year and no measure is refused in a sentence; none is asked about by its number', async () => {
  expect((await city.ask(FIGURES, { year: 12 })).codes).toEqual(['bad-input']);
  expect((await city.ask(FIGURES, { numbers: Array.from({ length: 101 }, () => 1) })).codes).toEqual(['bad-input']);
  expect(await figures({ numbers: [99] })).toEqual([]);
});
