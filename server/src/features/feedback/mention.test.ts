import { expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { type Actor, system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { deliver } from '../../platform/notifications/deliver.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';

const city = await aCity();
const REMARK =
  'mutation ($input: RemarkOnFeedbackInput!) { remarkOnFeedback(input: $input) { remarks(first: 5) { words mentions(first: 5) { id displayName roles } } } }';
const READERS = 'query ($feedbackId: ID!) { feedbackReaders(feedbackId: $feedbackId) { displayName } }';
const QUEUE = '{ feedbackPage(filter: { queue: MENTIONED }) { totalCount nodes { id } } }';

async function said(input: object = {}): Promise<string> {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: 'Penkkejä rantaraitille', channel: 'TALKED', unit: 'green-services', ...input } });
  await tablet.push(item);
  return item.id;
}
const idOf = async (person: string) =>
  (await sql<{ id: string }>(city.em(), 'select id from staff_member where email = $1', [`${person}@torilla.example`]))[0]!.id;
const note = (feedbackId: string, mentions: string[], words = '@Hanna P. katsotko?') => ({ input: { id: newId(), feedbackId, words, mentions } });
const notifications = async () => sql(city.em(), 'select staff_id as staff, kind, subject_id as subject from notification order by staff_id');
async function anOfficer(name: string, unit: string): Promise<string> {
  const hanna = await city.as('hallinta');
  const invited = await hanna('mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { id } }', {
    input: { id: newId(), email: `${name.toLowerCase()}@torilla.example`, displayName: name, role: 'OFFICER', unit },
  });
  expect(invited.codes).toEqual([]);
  return idOf(name.toLowerCase());
}

test('whom a note names is told once, by mail without a word of it, and finds it in a queue of their own', async () => {
  const [id, other] = [await said(), await said()];
  const [antti, hanna, hannaId, anttiId] = [await city.as('antti'), await city.as('hallinta'), await idOf('hallinta'), await idOf('antti')];
  await antti(REMARK, note(other, []));
  const mentioning = note(id, [hannaId, anttiId, hannaId]);
  for (let n = 0; n < 2; n++)
    expect((await antti(REMARK, mentioning)).data!.remarkOnFeedback.remarks).toEqual([
      {
        words: '@Hanna P. katsotko?',
        mentions: [
          { id: anttiId, displayName: 'Antti L.', roles: ['OFFICER', 'WORKER'] },
          { id: hannaId, displayName: 'Hanna P.', roles: ['ADMINISTRATOR'] },
        ],
      },
    ]);
  // naming oneself tells nobody
  expect(await notifications()).toEqual([{ staff: hannaId, kind: 'MENTIONED', subject: id }]);
  const mails = city.mails.length;
  for (let n = 0; n < 2; n++) await deliver(city.context(system));
  expect(city.mails).toHaveLength(mails + 1);
  const mail = city.mails.find(({ to }) => to === 'hallinta@torilla.example')!;
  expect(mail.text).toContain(`Sinut mainittiin palautteen muistiinpanossa.\nKatso: ${city.app.services.publicUrl}/hallinta/palautteet/${id}`);
  expect(JSON.stringify(mail)).not.toContain('katsotko');

  expect((await hanna(QUEUE)).data!.feedbackPage).toEqual({ totalCount: 1, nodes: [{ id }] });
  await hanna('mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { id } }', {
    input: { id: newId(), feedbackId: id, words: 'Tulee.', language: 'fi' },
  });
  expect((await hanna(QUEUE)).data!.feedbackPage.totalCount).toBe(1);
  expect((await antti(REMARK, { input: { ...mentioning.input, mentions: [] } })).codes).toEqual(['already-exists']);
  expect((await antti(REMARK, { input: { ...mentioning.input, mentions: Array.from({ length: 21 }, () => hannaId) } })).codes).toEqual(['bad-input']);
});

test('only who may read it can be named: not another unit, not a worker who was elsewhere, not whoever left', async () => {
  const id = await said();
  const antti = await city.as('antti');
  const [parks, culture] = [await anOfficer('Pia', 'green-services'), await anOfficer('Kai', 'facilities')];
  expect((await antti(READERS, { feedbackId: id })).data!.feedbackReaders).toEqual(['Antti L.', 'Hanna P.', 'Pia'].map((displayName) => ({ displayName })));
  for (const who of [culture, await idOf('mirja'), newId()]) expect((await antti(REMARK, note(id, [parks, who]))).codes).toEqual(['unknown-worker']);
  expect(await notifications()).toEqual([]);
  expect((await antti(REMARK, note(id, [parks], '@Pia'))).codes).toEqual([]);

  // whoever has no rights any more is named no more; where they were named they stand plainly
  await sql(city.em(), 'update staff_grant set ended_at = $2 where staff_id = $1', [parks, new Date(city.clock.now().getTime() - 1000)]);
  expect((await antti(REMARK, note(id, [parks], '@Pia'))).codes).toEqual(['unknown-worker']);
  const { feedback } = (await antti('query ($id: ID!) { feedback(id: $id) { remarks(first: 5) { mentions(first: 5) { displayName roles } } } }', { id })).data!;
  expect(feedback.remarks).toEqual([{ mentions: [{ displayName: 'Pia', roles: [] }] }]);
});

test('who may not read it learns nothing of its readers and names nobody', async () => {
  const id = await said();
  const hanna = await idOf('hallinta');
  const culture = city.askAs({ kind: 'staff', id: await idOf('antti'), roles: [], unitRoles: [{ role: 'OFFICER', unit: 'facilities' }] } as Actor);
  expect((await culture(READERS, { feedbackId: id })).data!.feedbackReaders).toEqual([]);
  expect((await culture(REMARK, note(id, [hanna]))).codes).toEqual(['not-found']);
  expect((await city.ask(READERS, { feedbackId: id })).codes).toEqual(['unauthenticated']);
  expect((await city.ask(REMARK, note(id, [hanna]))).codes).toEqual(['unauthenticated']);
  expect((await city.ask(QUEUE)).codes).toEqual(['unauthenticated']);
});

test('with the words goes who was named in notes about them, and that they were told', async () => {
  const id = await said();
  const [hanna, antti] = [await city.as('hallinta'), await city.as('antti')];
  await antti(REMARK, note(id, [await idOf('hallinta')]));
  await hanna('mutation ($id: ID!) { eraseFeedback(id: $id) }', { id });
  expect(await sql(city.em(), 'select from feedback_remark_mentions')).toHaveLength(0);
  expect(await notifications()).toEqual([]);
  expect((await hanna(QUEUE)).data!.feedbackPage.totalCount).toBe(0);
});
