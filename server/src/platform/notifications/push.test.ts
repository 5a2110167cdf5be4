import { afterAll, beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aPushService, type TestBrowser } from '../../testing/pushService.ts';
import { aResident } from '../../testing/resident.ts';
import { deliver } from './deliver.ts';

const city = await aCity();
const push = await aPushService();
afterAll(() => push.close());
beforeEach(() => {
  city.app.services.push = push.sender;
  push.answer({ status: 201 });
});

const FOLLOW = 'mutation ($input: FollowFeedbackInput!) { followFeedback(input: $input) }';
const UNFOLLOW = 'mutation ($input: UnfollowFeedbackInput!) { unfollowFeedback(input: $input) }';
const FOLLOWED = 'query ($input: UnfollowFeedbackInput!) { feedbackFollowed(input: $input) }';
const SUBSCRIBE = 'mutation ($input: SubscribeBrowserInput!) { subscribeBrowser(input: $input) }';
const UNSUBSCRIBE = 'mutation ($input: UnsubscribeBrowserInput!) { unsubscribeBrowser(input: $input) }';
const ANSWER = 'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { id } }';
const MOVE = 'mutation ($input: MoveFeedbackInput!) { moveFeedback(input: $input) { id } }';
const CLAIM = 'mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }';
const DELIVERIES = '{ deliveries { nodes { kind channel service result attempts why nextAt } } }';

async function said() {
  const tablet = await TestDevice.tablet(city);
  const item = await tablet.seal({ input: { words: 'Penkkejä rantaraitille', channel: 'TALKED', unit: 'green-services' } });
  await tablet.push(item);
  return { id: item.id, code: await receiptOf(item.id) };
}
const follow = (receipt: string, { subscription }: TestBrowser) => city.ask(FOLLOW, { input: { receipt, ...subscription } });
const answer = async (feedbackId: string) =>
  (await city.as('antti'))(ANSWER, { input: { id: newId(), feedbackId, words: 'Penkit tulevat keväällä.', language: 'fi' } });
const log = async () => (await (await city.as('hallinta'))(DELIVERIES)).data!.deliveries.nodes as Record<string, unknown>[];
const runJob = () => deliver(city.context(system));

test('whoever holds a receipt is told on their phone, in its language, of the answer and of no word of it', async () => {
  const { id, code } = await said();
  const [finnish, swedish] = [push.browser(), push.browser('sv')];
  for (const browser of [finnish, swedish, finnish]) expect((await follow(code, browser)).codes).toEqual([]);
  await answer(id);
  expect(finnish.received).toEqual([
    { title: 'Haminan kaupunki', body: 'Kaupunki on vastannut palautteeseesi.', language: 'fi', path: `/kuitti#${code}`, tag: expect.any(String) },
  ]);
  expect(swedish.received).toMatchObject([{ title: 'Fredrikshamns stad', body: 'Staden har svarat på din respons.' }]);
  // sealed, and as long whatever it says
  expect(finnish.sealed[0]!.includes(Buffer.from(code))).toBe(false);
  expect(finnish.sealed[0]!.length).toBe(swedish.sealed[0]!.length);
  expect(await log()).toEqual(
    Array.from({ length: 2 }, () => ({ kind: 'ANSWER', channel: 'PUSH', service: 'localhost', result: 'SENT', attempts: 1, why: null, nextAt: null })),
  );
});

test('each step is told once, and a retried job tells nothing twice', async () => {
  const { id, code } = await said();
  const phone = push.browser('en');
  await follow(code, phone);
  const antti = await city.as('antti');
  for (const state of ['READ', 'READ', 'IN_PROGRESS']) await antti(MOVE, { input: { ids: [id], state } });
  for (let n = 0; n < 3; n++) await runJob();
  expect(phone.received.map(({ body }) => body)).toEqual(['The city has read your feedback.', 'The city is looking into your feedback.']);
});

test('one tap ends it, and who follows nothing any more is forgotten', async () => {
  const { id, code } = await said();
  const other = await said();
  const phone = push.browser();
  const asked = { input: { receipt: code, endpoint: phone.subscription.endpoint } };
  await follow(code, phone);
  await follow(other.code, phone);
  expect((await city.ask(FOLLOWED, asked)).data).toEqual({ feedbackFollowed: true });
  expect((await city.ask(UNFOLLOW, asked)).data).toEqual({ unfollowFeedback: true });
  expect((await city.ask(FOLLOWED, asked)).data).toEqual({ feedbackFollowed: false });
  expect((await city.ask(UNFOLLOW, { input: { ...asked.input, receipt: other.code } })).data).toEqual({ unfollowFeedback: false });
  expect(await sql(city.em(), 'select from push_browser')).toEqual([]);
  await answer(id);
  expect(phone.received).toEqual([]);
});

test('feedback that is erased is followed by nobody any more', async () => {
  const { code } = await said();
  await follow(code, push.browser());
  await city.ask('mutation ($code: String!) { eraseByReceipt(code: $code) }', { code });
  expect(await sql(city.em(), 'select from push_browser')).toEqual([]);
});

test('who follows by the receipt and in the account is told once on one phone, and in the account it leads there', async () => {
  const { id, code } = await said();
  const phone = push.browser();
  const aino = await aResident(city, 'aino@example.fi');
  await follow(code, phone);
  await aino.ask(CLAIM, { input: { receipt: code } });
  expect((await aino.ask(SUBSCRIBE, { input: phone.subscription })).codes).toEqual([]);
  await answer(id);
  expect(phone.received).toMatchObject([{ path: '/oma/palautteet' }]);
  // another's endpoint ends nothing of hers
  const eino = await aResident(city, 'eino@example.fi');
  await eino.ask(UNSUBSCRIBE, { input: { endpoint: phone.subscription.endpoint } });
  const [browser] = (await aino.ask('{ myBrowsers { id agent } }')).data!.myBrowsers;
  expect((await eino.ask('mutation ($id: ID!) { removeBrowser(id: $id) }', { id: browser.id })).codes).toEqual(['not-found']);
  expect((await eino.ask('{ myBrowsers { id } }')).data!.myBrowsers).toEqual([]);
  expect((await aino.ask('mutation ($id: ID!) { removeBrowser(id: $id) }', { id: browser.id })).codes).toEqual([]);
  expect((await aino.ask('{ myBrowsers { id } }')).data!.myBrowsers).toEqual([]);
});

test.each([404, 410])('a subscription that died (%i) is removed, logged, and never tried again', async (status) => {
  const { id, code } = await said();
  await follow(code, push.browser());
  push.answer({ status });
  const before = push.asked();
  await answer(id);
  expect(await sql(city.em(), 'select from push_browser union all select from push_subscription')).toEqual([]);
  expect(await log()).toMatchObject([{ result: 'GONE', why: String(status), attempts: 1, nextAt: null }]);
  city.clock.pass(86_400_000);
  await runJob();
  expect(push.asked()).toBe(before + 1);
});

test.each([
  ['is busy and says until when', { status: 429, headers: { 'Retry-After': '600' } } as const, '429', 599],
  ['has a fault', { status: 500 } as const, '500', 59],
  ['hangs', 'hang' as const, 'timeout', 59],
])('a service that %s is asked again later, and then it arrives once', async (_, mood, why, seconds) => {
  const { id, code } = await said();
  const phone = push.browser();
  await follow(code, phone);
  push.answer(mood);
  await answer(id);
  expect(await log()).toMatchObject([{ result: 'WAITING', why, attempts: 1 }]);
  push.answer({ status: 201 });
  city.clock.pass(seconds * 1000);
  await runJob();
  expect(phone.received).toEqual([]);
  city.clock.pass(2000);
  await runJob();
  await runJob();
  expect(phone.received).toHaveLength(1);
  expect(await log()).toMatchObject([{ result: 'SENT', why: null, attempts: 2 }]);
});

test('what is refused is refused for good, and a service that never wakes is given up', async () => {
  const { id, code } = await said();
  await follow(code, push.browser());
  push.answer({ status: 413 });
  await answer(id);
  expect(await log()).toMatchObject([{ result: 'REFUSED', why: '413' }]);
  push.answer({ status: 503 });
  city.clock.pass(1000);
  const { id: second, code: secondCode } = await said();
  await follow(secondCode, push.browser());
  await answer(second);
  for (let n = 0; n < 9; n++) {
    city.clock.pass(86_400_000);
    await runJob();
  }
  expect((await log())[0]).toMatchObject({ result: 'GIVEN_UP', why: '503', attempts: 8, nextAt: null });
});

test('an address that is no push service, a key that is none and too many are refused', async () => {
  const { code } = await said();
  const { subscription } = push.browser();
  const tried = async (more: object) => (await city.ask(FOLLOW, { input: { receipt: code, ...subscription, ...more } })).codes;
  expect(await tried({ endpoint: 'https://169.254.169.254/latest' })).toEqual(['push-unknown-service']);
  expect(await tried({ endpoint: 'https://elsewhere.example/push' })).toEqual(['push-unknown-service']);
  expect(await tried({ endpoint: 'javascript:alert(1)' })).toEqual(['bad-input']);
  expect(await tried({ p256dh: 'x' })).toEqual(['bad-input']);
  expect(await tried({ receipt: 'AAAA-AAAA-AAAA' })).not.toEqual([]);
  city.app.services.push = null;
  expect(await tried({})).toEqual(['push-unavailable']);
  expect((await city.ask('{ pushKey }')).data).toEqual({ pushKey: null });
  city.app.services.push = push.sender;
  for (let n = 0; n < 20; n++) expect((await follow(code, push.browser())).codes).toEqual([]);
  expect((await follow(code, push.browser())).codes).toEqual(['too-many-requests']);
});

test('a key that is no point on the curve is refused when it is used, and stops nobody else', async () => {
  const { id, code } = await said();
  const [odd, phone] = [push.browser(), push.browser()];
  await city.ask(FOLLOW, { input: { receipt: code, ...odd.subscription, p256dh: `B${'A'.repeat(86)}` } });
  await follow(code, phone);
  await answer(id);
  expect(phone.received).toHaveLength(1);
  expect((await log()).map(({ result }) => result).sort()).toEqual(['REFUSED', 'SENT']);
});

test('a redirect is not followed', async () => {
  const { id, code } = await said();
  await follow(code, push.browser());
  push.answer({ status: 307, headers: { Location: `${push.url}/elsewhere` } });
  const before = push.asked();
  await answer(id);
  expect(push.asked()).toBe(before + 1);
  expect(await log()).toMatchObject([{ result: 'REFUSED', why: '307' }]);
});

test('an officer is told of feedback that becomes theirs, by whoever else gave it', async () => {
  const { id } = await said();
  const phone = push.browser();
  const antti = await city.as('antti');
  await antti(SUBSCRIBE, { input: phone.subscription });
  const [{ id: me }] = (await sql<{ id: string }>(city.em(), `select id from staff_member where email = 'antti@torilla.example'`)) as [{ id: string }];
  const SORT = 'mutation ($input: SortFeedbackInput!) { sortFeedback(input: $input) { id } }';
  const sort = { input: { changes: [{ id, assigneeId: me }] } };
  const boss = await city.as('hallinta');
  for (let twice = 0; twice < 2; twice++) expect((await boss(SORT, sort)).codes).toEqual([]);
  await runJob();
  expect(phone.received).toMatchObject([{ body: 'Sait palautteen hoidettavaksesi.', path: `/hallinta/palautteet/${id}` }]);
  expect((await antti('{ myNotifications { nodes { kind subjectId readAt } } }')).data!.myNotifications.nodes).toEqual([
    { kind: 'ASSIGNED', subjectId: id, readAt: null },
  ]);
  await boss(SORT, { input: { changes: [{ id, assigneeId: null }] } });
  await antti(SORT, sort);
  await runJob();
  expect(phone.received).toHaveLength(1);
});

test('an administrator tries it on themself, and hears how it went', async () => {
  const TEST = 'mutation ($input: SendTestInput!) { sendTest(input: $input) { channel result why } }';
  const boss = await city.as('hallinta');
  const phone = push.browser();
  const { endpoint } = phone.subscription;
  expect((await boss(TEST, { input: { channel: 'PUSH', endpoint } })).codes).toEqual(['not-found']);
  await boss(SUBSCRIBE, { input: phone.subscription });
  expect((await boss(TEST, { input: { channel: 'PUSH', endpoint } })).data!.sendTest).toEqual({ channel: 'PUSH', result: 'SENT', why: null });
  expect(phone.received).toMatchObject([{ body: 'Tämä on koe. Ilmoitukset tulevat perille.' }]);
  push.answer({ status: 500 });
  expect((await boss(TEST, { input: { channel: 'PUSH', endpoint } })).data!.sendTest).toEqual({ channel: 'PUSH', result: 'GIVEN_UP', why: '500' });
  expect((await boss(TEST, { input: { channel: 'MAIL' } })).data!.sendTest).toEqual({ channel: 'MAIL', result: 'SENT', why: null });
  expect(city.mails[0]).toMatchObject({ to: 'hallinta@torilla.example', subject: 'Tämä on koe. Ilmoitukset tulevat perille' });
  expect((await (await city.as('antti'))(TEST, { input: { channel: 'MAIL' } })).codes).toEqual(['forbidden']);
  expect((await boss('{ deliveryCounts { channel result count } notificationChannels { mail push browsers } }')).data).toEqual({
    deliveryCounts: [
      { channel: 'MAIL', result: 'SENT', count: 1 },
      { channel: 'PUSH', result: 'GIVEN_UP', count: 1 },
      { channel: 'PUSH', result: 'SENT', count: 1 },
    ],
    notificationChannels: { mail: true, push: true, browsers: 1 },
  });
});
