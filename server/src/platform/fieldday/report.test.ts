import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();

const DRAFT =
  'fragment d on EventReportDraft { version words { done { fi sv } heard { fi } next { fi } } publishedAt publishedVersion figures { key counts { label { fi } value } } quotes { id words } }';
const READ = `query ($id: ID!) { eventReportDraft(eventId: $id) { ...d } } ${DRAFT}`;
const SAVE = `mutation ($input: SaveEventReportInput!) { saveEventReport(input: $input) { ...d } } ${DRAFT}`;
const PUBLISH = `mutation ($input: PublishEventReportInput!) { publishEventReport(input: $input) { ...d } } ${DRAFT}`;
const PUBLIC =
  'query ($id: ID!) { eventReport(eventId: $id) { words { done { fi } } publishedAt quotes { words } figures { key counts { label { fi } value } } } }';
const MARK = 'mutation ($input: MarkQuoteInput!) { markQuote(input: $input) { id fit } }';
const REVIEW = 'mutation ($input: ReviewQuoteInput!) { reviewQuote(input: $input) { id fit } }';
const words = { done: { fi: 'Oltiin torilla' }, heard: { fi: 'Penkeistä puhuttiin' }, next: { fi: 'Penkit tulevat' } };

/** Six residents spoke at the square, two of them of something else. */
async function aSpokenDay() {
  const id = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;
  const tablet = await TestDevice.tablet(city);
  const items = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      tablet.seal({ eventId: id, input: { channel: 'TALKED', words: `Penkki ${n} on rikki`, topics: [n < 6 ? 'parks' : 'schools'] } }),
    ),
  );
  await tablet.push(...items);
  return { id, tablet, said: items[0]!.id, antti: await city.as('antti') };
}

const quotesOf = (id: string) => sql(city.em(), 'select words from feedback_quote where feedback_id = $1', [id]);

test('the report is half written: from its figures, with nothing of fewer than five', async () => {
  const { id, antti } = await aSpokenDay();
  const draftNow = async () => (await antti(READ, { id })).data!['eventReportDraft'];
  const topicsIn = ({ figures }: Awaited<ReturnType<typeof draftNow>>) => figures.find(({ key }: { key: string }) => key === 'feedback.topics')?.counts;
  const draft = await draftNow();
  expect(draft).toMatchObject({ version: 0, publishedAt: null, words: { heard: { fi: 'Kirjasimme 8 puheenvuoroa.' } } });
  expect(draft.words.done.sv).toContain('Vi ses på torget');
  // six of eight spoke of parks: to say so would say what the other two spoke of
  expect(topicsIn(draft)).toBeUndefined();
  await sql(city.em(), "insert into feedback_topics select id, 'transport' from feedback where event_id = $1", [id]);
  await sql(city.em(), "delete from feedback_topics where topic_key = 'schools'");
  const later = await draftNow();
  expect(topicsIn(later)).toEqual([
    { label: { fi: 'Liikkuminen' }, value: 8 },
    { label: { fi: 'Puistot ja raitit' }, value: 6 },
  ]);
  expect(later.words.heard.fi).toContain('Liikkuminen ja Puistot ja raitit');
});

test('published twice it is published once; a newer version takes its place when it is published', async () => {
  const { id, antti } = await aSpokenDay();
  expect((await city.ask(PUBLIC, { id })).data!['eventReport']).toBeNull();
  expect((await antti(PUBLISH, { input: { eventId: id, basedOn: 1 } })).codes).toEqual(['not-found']);
  await antti(SAVE, { input: { eventId: id, basedOn: 0, ...words } });
  const first = (await antti(PUBLISH, { input: { eventId: id, basedOn: 1 } })).data!['publishEventReport'];
  city.clock.pass(60_000);
  const second = (await antti(PUBLISH, { input: { eventId: id, basedOn: 1 } })).data!['publishEventReport'];
  expect(second.publishedAt).toEqual(first.publishedAt);
  await antti(SAVE, { input: { eventId: id, basedOn: 1, ...words, done: { fi: 'Uusi' } } });
  expect((await city.ask(PUBLIC, { id })).data!['eventReport'].words.done.fi).toBe('Oltiin torilla');
  expect((await antti(PUBLISH, { input: { eventId: id, basedOn: 1 } })).codes).toEqual(['newer-revision']);
  await antti(PUBLISH, { input: { eventId: id, basedOn: 2 } });
  expect((await city.ask(PUBLIC, { id })).data!['eventReport'].words.done.fi).toBe('Uusi');
  await antti('mutation ($id: ID!) { withdrawEventReport(eventId: $id) { version } }', { id });
  expect((await city.ask(PUBLIC, { id })).data!['eventReport']).toBeNull();
});

test('two who write do not overwrite each other, and the same saving twice is one', async () => {
  const { id, antti } = await aSpokenDay();
  const input = { eventId: id, basedOn: 0, ...words };
  expect((await antti(SAVE, { input })).data!['saveEventReport'].version).toBe(1);
  expect((await antti(SAVE, { input })).data!['saveEventReport'].version).toBe(1);
  const other = await (await city.as('hallinta'))(SAVE, { input: { ...input, done: { fi: 'Toinen' } } });
  expect(other.codes).toEqual(['newer-revision']);
});

test('a report without Finnish words is not published', async () => {
  const { id, antti } = await aSpokenDay();
  await antti(SAVE, { input: { eventId: id, basedOn: 0, ...words, next: { fi: '', sv: 'Bänkar' } } });
  expect((await antti(PUBLISH, { input: { eventId: id, basedOn: 1 } })).errors[0]!.extensions).toMatchObject({
    code: 'report-incomplete',
    facts: { parts: ['next'] },
  });
});

test('a quote is what was said, read by somebody, and gone when the words are covered or hidden', async () => {
  const { id, said, antti } = await aSpokenDay();
  const quote = newId();
  expect((await antti(MARK, { input: { id: newId(), feedbackId: said, words: 'Penkki on ehjä' } })).codes).toEqual(['newer-revision']);
  expect((await antti(MARK, { input: { id: quote, feedbackId: said, words: 'Penkki 0' } })).codes).toEqual([]);
  await antti(SAVE, { input: { eventId: id, basedOn: 0, ...words } });
  expect((await antti(PUBLISH, { input: { eventId: id, basedOn: 1, quoteIds: [quote] } })).codes).toEqual(['quote-unfit']);
  await antti(REVIEW, { input: { id: quote, fit: true } });
  await antti(PUBLISH, { input: { eventId: id, basedOn: 1, quoteIds: [quote] } });
  expect((await city.ask(PUBLIC, { id })).data!['eventReport'].quotes).toEqual([{ words: 'Penkki 0' }]);
  await antti('mutation ($input: HideFeedbackInput!) { hideFeedback(input: $input) { id } }', { input: { id: said, reason: 'Loukkaava' } });
  expect((await city.ask(PUBLIC, { id })).data!['eventReport'].quotes).toEqual([]);
  await antti('mutation ($id: ID!) { showFeedback(id: $id) { id } }', { id: said });
  await antti('mutation ($input: MaskFeedbackInput!) { maskFeedback(input: $input) { id } }', {
    input: { id: said, reason: 'Henkilötieto', parts: [{ kind: 'OTHER', start: 0, text: 'Penkki' }] },
  });
  expect((await city.ask(PUBLIC, { id })).data!['eventReport'].quotes).toEqual([]);
  expect(await quotesOf(said)).toEqual([]);
});

test('what is said otherwise later takes along what was quoted of it, and leaves what stands there still', async () => {
  const { said, tablet, antti } = await aSpokenDay();
  for (const words of ['Penkki', 'rikki']) expect((await antti(MARK, { input: { id: newId(), feedbackId: said, words } })).codes).toEqual([]);
  await tablet.push(await tablet.seal({ id: said, revision: 2, input: { channel: 'TALKED', words: 'Penkki on jo ehjä' } }));
  expect(await quotesOf(said)).toEqual([{ words: 'Penkki' }]);
});

test('what tells who somebody is cannot be marked', async () => {
  const { said, antti } = await aSpokenDay();
  await sql(city.em(), "update feedback set words = 'Soita minulle 040 123 4567 penkeistä' where id = $1", [said]);
  expect((await antti(MARK, { input: { id: newId(), feedbackId: said, words: 'Soita minulle 040 123 4567' } })).codes).toEqual(['tells-who']);
  expect((await antti(MARK, { input: { id: newId(), feedbackId: said, words: 'penkeistä' } })).codes).toEqual([]);
});
