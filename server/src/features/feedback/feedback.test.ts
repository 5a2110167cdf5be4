import { beforeEach, expect, test } from 'vitest';
import { CONTACT_DAYS } from '@torilla/schema/feedback/feedback';
import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
let eventId: string;
let tablet: TestDevice;
beforeEach(async () => {
  eventId = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!.events.nodes[0].id;
  tablet = await TestDevice.tablet(city);
});

const give = async (input: object, more: object = {}) => tablet.push(await tablet.seal({ input: { channel: 'TALKED', ...input }, ...more }));
const search = async (filter: object) =>
  (
    await (
      await city.as('antti')
    )('query ($filter: FeedbackFilterInput) { feedbackPage(filter: $filter) { nodes { words } totalCount } }', { filter })
  ).data!.feedbackPage.nodes.map((n: { words: string }) => n.words);

test('everything that a worker captured is read as it was said', async () => {
  const staff = (await (await city.as('antti'))('{ staff { id displayName } }')).data!.staff.find((s: { displayName: string }) => s.displayName === 'Mirja K.');
  const measure = (await city.ask('{ measure(number: 5) { id } }')).data!.measure;
  const contact = {
    name: 'Aino',
    email: 'aino@example.fi',
    consent: 'Annan luvan',
    deleteOn: new Date(Date.now() + CONTACT_DAYS * 86_400_000).toISOString().slice(0, 10),
  };
  await give(
    {
      words: 'Penkkejä rantaraitille',
      topics: ['maintenance', 'parks'],
      mood: 'HOPEFUL',
      measureId: measure.id,
      unit: 'green-services',
      district: 'pitajansaari',
      language: 'sv',
      headcount: 12,
      note: 'Luokka 5B',
      contact,
    },
    { eventId, workerId: staff.id },
  );
  const { data } = await (
    await city.as('hallinta')
  )(`{ feedbackPage { nodes { words mood language channel headcount note topics { key } measure { number } unit { key }
    district { name { fi } } event { title { fi } } worker { displayName } device { name kind } wantsAnswer } } }`);
  expect(data!.feedbackPage.nodes).toEqual([
    {
      words: 'Penkkejä rantaraitille',
      mood: 'HOPEFUL',
      language: 'sv',
      channel: 'TALKED',
      headcount: 12,
      note: 'Luokka 5B',
      topics: [{ key: 'parks' }, { key: 'maintenance' }],
      measure: { number: 5 },
      unit: { key: 'green-services' },
      district: { name: { fi: 'Pitäjänsaari' } },
      event: { title: { fi: 'Tavataan torilla' } },
      worker: { displayName: 'Mirja K.' },
      device: { name: 'Tabletti 1', kind: 'TABLET' },
      wantsAnswer: true,
    },
  ]);
});

test('a mood or a topic alone is enough', async () => {
  expect((await give({ mood: 'HAPPY' })).results[0]!.code).toBe('ACCEPTED');
  expect((await give({ topics: ['parks'] })).results[0]!.code).toBe('ACCEPTED');
  expect((await give({ words: '   ' })).results[0]!.code).toBe('HELD');
});

test('words are found in any inflection, and by a part', async () => {
  for (const words of ['Rantaraitille tarvitaan penkkejä', 'Talvella hiekoitus puuttuu', '100 % tyytyväinen']) await give({ words });
  expect(await search({ search: 'penkki' })).toEqual(['Rantaraitille tarvitaan penkkejä']);
  expect(await search({ search: 'rantarait penkki' })).toEqual(['Rantaraitille tarvitaan penkkejä']);
  expect(await search({ search: 'penkki hiekoitus' })).toEqual([]);
  expect(await search({ search: 'hiekoit' })).toEqual(['Talvella hiekoitus puuttuu']);
  expect(await search({ search: '100 %' })).toEqual(['100 % tyytyväinen']);
  expect(await search({ search: "'; drop table feedback; --" })).toEqual([]);
});

test('conditions hold together', async () => {
  await give({ words: 'a', topics: ['parks'], district: 'husula', mood: 'ANGRY' }, { eventId });
  await give({ words: 'b', topics: ['parks'], district: 'summa' });
  expect(await search({ topic: 'parks', district: 'husula' })).toEqual(['a']);
  expect(await search({ eventId })).toEqual(['a']);
  expect(await search({ mood: 'ANGRY', district: 'summa' })).toEqual([]);
  expect(await search({ wantsAnswer: true })).toEqual([]);
  expect(await search({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
});

test('a script in the words is words', async () => {
  const words = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  await give({ words });
  expect(await search({})).toEqual([words]);
});

test('only staff read feedback', async () => {
  await give({ words: 'salaa', contact: { name: 'A', phone: '040 1234567', consent: 'ok', deleteOn: '2030-01-01' } });
  expect((await city.ask('{ feedbackPage { totalCount } }')).codes).toEqual(['unauthenticated']);
});

test('a worker sees what they took down and what was said where they work', async () => {
  const contact = { name: 'A', phone: '040 1234567', consent: 'ok', deleteOn: '2030-01-01' };
  const [mirja] = await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'mirja@torilla.example'`);
  const words = async () => (await (await city.as('mirja'))('{ feedbackPage { totalCount nodes { words wantsAnswer } } }')).data!.feedbackPage;
  await give({ words: 'kotoa', contact });
  expect(await words()).toEqual({ totalCount: 0, nodes: [] });
  await give({ words: 'torilla', contact }, { eventId });
  await give({ words: 'bussissa' }, { workerId: mirja!.id });
  expect((await words()).nodes.map((one: { words: string }) => one.words).sort()).toEqual(['bussissa', 'torilla']);
  expect((await words()).nodes.filter((one: { wantsAnswer: boolean }) => one.wantsAnswer)).toMatchObject([{ words: 'torilla' }]);
});

test('an officer of a unit sees what concerns it and what concerns none yet', async () => {
  await give({ words: 'puistosta', unit: 'green-services' });
  await give({ words: 'koulusta', unit: 'education' });
  await give({ words: 'jostakin' });
  const officer = city.askAs({ kind: 'staff', id: newId(), roles: [], unitRoles: [{ role: 'OFFICER', unit: 'green-services' }] });
  const { nodes, totalCount } = (await officer('{ feedbackPage { totalCount nodes { words } } }')).data!.feedbackPage;
  expect(totalCount).toBe(2);
  expect(nodes.map((one: { words: string }) => one.words).sort()).toEqual(['jostakin', 'puistosta']);
});

test('taps count once, and those taken back do not, whichever came first', async () => {
  const [question] = (await city.ask('query ($eventId: ID!) { tallyQuestions(eventId: $eventId) { id options { key } } }', { eventId })).data!.tallyQuestions;
  const tap = (option: string) => tablet.seal({ operation: 'tally.tap', input: { questionId: question.id, option }, eventId });
  const undo = (tapId: string, option: string) => tablet.seal({ operation: 'tally.undo', input: { tapId, questionId: question.id, option }, eventId });
  const [yes, second, third] = [await tap('yes'), await tap('yes'), await tap('no')];
  await tablet.push(await undo(third.id, 'no'), yes, second, third);
  await tablet.push(await undo(second.id, 'yes'), yes);
  expect(
    (await city.ask('query ($questionId: ID!) { tallyCounts(questionId: $questionId) { option count } }', { questionId: question.id })).data!.tallyCounts,
  ).toEqual([{ option: 'yes', count: 1 }]);
  expect((await tablet.push(await tap('maybe'))).results[0]).toMatchObject({ code: 'HELD', reason: 'unknown-question' });
});

test('erasing is for administrators and names what is not there', async () => {
  const id = newId();
  const ERASE = 'mutation ($id: ID!) { eraseFeedback(id: $id) }';
  expect((await (await city.as('antti'))(ERASE, { id })).codes).toEqual(['forbidden']);
  expect((await (await city.as('hallinta'))(ERASE, { id })).codes).toEqual(['not-found']);
});
