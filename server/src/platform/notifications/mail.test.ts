import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { httpServer } from '../../app/http.ts';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import type { Mail } from '../../kernel/services.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident, type TestResident } from '../../testing/resident.ts';
import { deliver } from './deliver.ts';

const city = await aCity();
const ANSWER = 'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { answers(first: 5) { mail } } }';
const MOVE = 'mutation ($input: MoveFeedbackInput!) { moveFeedback(input: $input) { id } }';
const CHOOSE = 'mutation ($input: ChooseNotificationInput!) { chooseNotification(input: $input) }';
const RHYTHM = 'mutation ($rhythm: MailRhythm!) { chooseMailRhythm(rhythm: $rhythm) }';
const STOP = 'mutation ($secret: String!) { stopMail(secret: $secret) }';
const MINE = 'query ($unread: Boolean!) { myNotifications(unread: $unread) { nodes { id kind detail readAt } totalCount } }';
const READ = 'mutation ($input: ReadNotificationsInput!) { readNotifications(input: $input) }';
const contact = { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn: '2030-01-01' };

let aino: TestResident;
// a Wednesday at noon in Hamina
beforeEach(async () => {
  city.clock.set('2027-06-02T09:00:00Z');
  aino = await aResident(city, 'aino.asukas@example.fi');
});

async function said(input: object = {}) {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: 'Penkkejä rantaraitille', channel: 'TALKED', unit: 'green-services', ...input } });
  await tablet.push(item);
  return { id: item.id, code: await receiptOf(item.id) };
}
async function saidByAino(input: object = {}) {
  const one = await said(input);
  await aino.ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt: one.code } });
  return one;
}
const answer = async (feedbackId: string): Promise<string> =>
  (await (await city.as('antti'))(ANSWER, { input: { id: newId(), feedbackId, words: 'Penkit tulevat.', language: 'fi' } })).data!.answerFeedback.answers.at(-1)
    .mail;
const mailsSince = (count: number) => city.mails.slice(0, city.mails.length - count) as Mail[];
const secretIn = (mail: Mail): string => /\/viestit\/lopeta\/([\w-]{43})/.exec(mail.text)![1]!;
const runJob = () => deliver(city.context(system));

test('every step is in the list, read and unread, and nobody sees it but whose it is', async () => {
  const { id } = await saidByAino();
  await (
    await city.as('antti')
  )(MOVE, { input: { ids: [id], state: 'READ' } });
  city.clock.pass(1000);
  await answer(id);
  const list = async (unread: boolean) => (await aino.ask(MINE, { unread })).data!.myNotifications;
  const { nodes, totalCount } = await list(true);
  expect(totalCount).toBe(2);
  expect(nodes).toMatchObject([
    { kind: 'ANSWER', detail: 'ANSWER', readAt: null },
    { kind: 'STATE', detail: 'READ', readAt: null },
  ]);
  const eino = await aResident(city, 'eino@example.fi');
  await eino.ask(READ, { input: { ids: [nodes[0].id] } });
  expect((await eino.ask(MINE, { unread: false })).data!.myNotifications.totalCount).toBe(0);
  await aino.ask(READ, { input: { ids: [nodes[1].id] } });
  expect((await list(true)).nodes).toMatchObject([{ id: nodes[0].id }]);
  await aino.ask(READ, { input: {} });
  expect((await list(true)).totalCount).toBe(0);
  expect((await list(false)).totalCount).toBe(2);
});

test('what somebody does not want by a way does not come by it', async () => {
  const { id } = await saidByAino({ contact });
  const before = city.mails.length;
  for (const channel of ['APP', 'MAIL']) expect((await aino.ask(CHOOSE, { input: { kind: 'ANSWER', channel, wanted: false } })).codes).toEqual([]);
  expect(await answer(id)).toBe('NONE');
  expect(mailsSince(before)).toEqual([]);
  expect((await aino.ask(MINE, { unread: false })).data!.myNotifications.totalCount).toBe(0);
  const wishes = (await aino.ask('{ notificationWishes { kind channel wanted } }')).data!.notificationWishes;
  expect(wishes.filter(({ wanted }: { wanted: boolean }) => !wanted)).toEqual([
    { kind: 'ANSWER', channel: 'APP', wanted: false },
    { kind: 'ANSWER', channel: 'MAIL', wanted: false },
    { kind: 'STATE', channel: 'MAIL', wanted: false },
  ]);
  // what they are never told of they may choose about as they like
  expect((await aino.ask(CHOOSE, { input: { kind: 'ASSIGNED', channel: 'MAIL', wanted: true } })).codes).toEqual([]);
  expect((await aino.ask('{ notificationWishes { kind channel wanted } }')).data!.notificationWishes).toEqual(wishes);
});

test.each([
  ['DAILY', '2027-06-03T04:59:00Z', '2027-06-03T05:00:00Z'],
  ['WEEKLY', '2027-06-07T04:59:00Z', '2027-06-07T05:00:00Z'],
])('mail that comes %s comes together at eight by the clock of Hamina', async (rhythm, early, at) => {
  await aino.ask(RHYTHM, { rhythm });
  const before = city.mails.length;
  for (let n = 0; n < 2; n++) expect(await answer((await saidByAino({ contact })).id)).toBe('WAITING');
  await runJob();
  city.clock.set(early);
  await runJob();
  expect(mailsSince(before)).toEqual([]);
  city.clock.set(at);
  await runJob();
  await runJob();
  const mails = mailsSince(before);
  expect(mails).toMatchObject([{ to: 'aino.asukas@example.fi', subject: 'Uutta sinulle Torillassa: 2 uutta ilmoitusta' }]);
  expect(mails[0]!.text.match(/Kaupunki on vastannut palautteeseesi\./g)).toHaveLength(2);
  expect(await sql(city.em(), 'select distinct mail from feedback_answer')).toEqual([{ mail: 'SENT' }]);
  // all of it ends with one tap
  expect((await city.ask(STOP, { secret: secretIn(mails[0]!) })).codes).toEqual([]);
  expect(await answer((await saidByAino()).id)).toBe('NONE');
});

test('whoever registered with an account and cancelled before the mail leaves is told nothing', async () => {
  await aino.ask(RHYTHM, { rhythm: 'DAILY' });
  const before = city.mails.length;
  const { data } = await city.ask('{ events(filter: { kind: VILLAGE_HEADS }) { nodes { id startsAt } } }');
  const [meeting] = data!.events.nodes;
  city.clock.set(new Date(Date.parse(meeting.startsAt) - 2 * 86_400_000).toISOString());
  const registered = await aino.ask('mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) { code } }', {
    input: { id: newId(), eventId: meeting.id, name: 'Aino', language: 'fi' },
  });
  const { code } = registered.data!.registerForEvent;
  expect((await aino.ask('mutation ($code: String!) { cancelRegistration(code: $code) { state } }', { code })).codes).toEqual([]);
  city.clock.pass(2 * 86_400_000);
  await runJob();
  expect(mailsSince(before)).toEqual([]);
});

test('whoever wants mail at once after all has at once what waited', async () => {
  await aino.ask(RHYTHM, { rhythm: 'WEEKLY' });
  const before = city.mails.length;
  await answer((await saidByAino()).id);
  await aino.ask(RHYTHM, { rhythm: 'AT_ONCE' });
  await runJob();
  expect(mailsSince(before)).toHaveLength(1);
  expect((await aino.ask('{ mailRhythm }')).data).toEqual({ mailRhythm: 'AT_ONCE' });
});

test('one tap ends mail without signing in: of its kind in an account, of this one thing without one', async () => {
  const before = city.mails.length;
  const mine = await saidByAino();
  await answer(mine.id);
  const [first] = mailsSince(before);
  const secret = secretIn(first!);
  expect(first!.headers).toEqual({ 'List-Unsubscribe': `<http://localhost/viestit/lopeta/${secret}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  for (let twice = 0; twice < 2; twice++) expect((await city.ask(STOP, { secret })).data).toEqual({ stopMail: true });
  expect(await answer((await saidByAino()).id)).toBe('NONE');

  const [one, other] = [await said({ contact }), await said({ contact })];
  const later = city.mails.length;
  await answer(one.id);
  await city.ask(STOP, { secret: secretIn(mailsSince(later)[0]!) });
  expect(await answer(one.id)).toBe('NONE');
  expect(await answer(other.id)).toBe('SENT');
});

test('a link that was changed, made up or is a year old ends nothing', async () => {
  const before = city.mails.length;
  await answer((await saidByAino()).id);
  const secret = secretIn(mailsSince(before)[0]!);
  const changed = (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1);
  expect((await city.ask(STOP, { secret: changed })).codes).toEqual(['not-found']);
  expect((await city.ask(STOP, { secret: `${secret}x` })).codes).toEqual(['bad-input']);
  city.clock.pass(366 * 86_400_000);
  expect((await city.ask(STOP, { secret })).codes).toEqual(['not-found']);
  expect(await sql(city.em(), 'select from notification_choice')).toEqual([]);
});

test('a mail that waits and is wanted no more does not leave', async () => {
  const { mailer } = city.app.services;
  const { id } = await saidByAino();
  city.app.services.mailer = { ...mailer, send: async () => false };
  try {
    expect(await answer(id)).toBe('WAITING');
  } finally {
    city.app.services.mailer = mailer;
  }
  await aino.ask(CHOOSE, { input: { kind: 'ANSWER', channel: 'MAIL', wanted: false } });
  const before = city.mails.length;
  city.clock.pass(86_400_000);
  await runJob();
  expect(mailsSince(before)).toEqual([]);
  expect(
    await sql(city.em(), 'select a.mail, d.result from feedback_answer a join notification n on n.cause = a.id join delivery d on d.notification_id = n.id'),
  ).toEqual([{ mail: 'NONE', result: 'WITHDRAWN' }]);
});

test('a mail program ends it with one POST, and what merely follows links ends nothing', async () => {
  const before = city.mails.length;
  await answer((await saidByAino()).id);
  const secret = secretIn(mailsSince(before)[0]!);
  // the test's one transaction is seen by no other connection, so the server asks through it
  const app = { ...city.app, orm: { ...city.app.orm, em: { fork: city.em } } as unknown as typeof city.app.orm };
  const http = await httpServer(app, { logLevel: 'silent', trustProxy: false, secure: false });
  try {
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'List-Unsubscribe=One-Click' };
    await http.inject({ url: `/viestit/lopeta/${secret}`, headers: { accept: 'text/html' } });
    await http.inject({ method: 'HEAD', url: `/viestit/lopeta/${secret}` });
    expect(await sql(city.em(), 'select from notification_choice')).toEqual([]);
    expect((await http.inject({ method: 'POST', url: '/viestit/lopeta/abc', ...form })).statusCode).toBe(404);
    expect((await http.inject({ method: 'POST', url: `/viestit/lopeta/${'x'.repeat(43)}`, ...form })).statusCode).toBe(404);
    for (let twice = 0; twice < 2; twice++)
      expect((await http.inject({ method: 'POST', url: `/viestit/lopeta/${secret}`, ...form })).json()).toEqual({ stopped: true });
    expect(await sql(city.em(), 'select kind, channel, wanted from notification_choice')).toEqual([{ kind: 'ANSWER', channel: 'MAIL', wanted: false }]);
  } finally {
    await http.close();
  }
});

test('somebody has a copy of what they were told and how they wish to be, and all of it goes with the account', async () => {
  await answer((await saidByAino()).id);
  await aino.ask(RHYTHM, { rhythm: 'DAILY' });
  const held = (await aino.ask('{ myData { class records } }')).data!.myData as { class: string; records: object[] }[];
  const recordsOf = (name: string) => held.find((one) => one.class === name)?.records ?? [];
  expect(recordsOf('notification')).toMatchObject([{ kind: 'ANSWER', readAt: null, sentBy: ['MAIL'] }]);
  expect(recordsOf('notification-wish')).toEqual([{ rhythm: 'DAILY' }]);
  expect(recordsOf('push-browser')).toEqual([]);
  await aino.ask('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class } }', { input: { words: 'STAY', dryRun: false } });
  expect(await sql(city.em(), 'select from notification union all select from delivery union all select from mail_digest')).toEqual([]);
});

test('what somebody wants together comes together, however much is due at that hour', async () => {
  const due = '2027-06-03T05:00:00Z';
  // sixty residents of whom each is told of two things, which is more than leaves at once
  await sql(
    city.em(),
    `with neighbour as (insert into resident (id, email, locale, created_at, last_sign_in_at) select gen_random_uuid(), 'a' || n || '@example.fi', 'fi', $1, $1 from generate_series(1, 60) n returning id),
      told as (insert into notification (id, kind, detail, subject_id, resident_id, cause, created_at, listed)
        select gen_random_uuid(), 'STATE', 'READ', gen_random_uuid(), id, gen_random_uuid(), $1, true from neighbour, generate_series(1, 2) returning id, resident_id)
    insert into delivery (id, notification_id, kind, channel, target, digest, result, created_at, next_at)
      select gen_random_uuid(), id, 'STATE', 'MAIL', resident_id, true, 'WAITING', $1, $1 from told`,
    [due],
  );
  city.clock.set(due);
  await runJob();
  const [left] = await sql<{ sent: number; mails: number }>(
    city.em(),
    `select count(*) filter (where result = 'SENT')::int as sent, count(stop_hash)::int as mails from delivery where digest`,
  );
  expect(left!.sent).toBe(120);
  // a link to stop it stands in each mail; where one batch ends and the next begins somebody may be parted
  expect(left!.mails).toBeLessThanOrEqual(62);
});
