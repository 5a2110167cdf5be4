import { ReferenceKind } from '@mikro-orm/core';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '@torilla/schema/kernel/id';
import { receiptOf } from '@torilla/schema/kernel/receipt';
import type { BrowserSession } from '../../kernel/context.ts';
import { sql } from '../../kernel/command.ts';
import { aCity } from '../../testing/city.ts';
import { TestDevice } from '../../testing/device.ts';
import { aResident, type TestResident } from '../../testing/resident.ts';

const city = await aCity();
const DATA = '{ myData { class ground records } }';
const ERASE = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { class goes stays ground } }';
const CONSENTS = '{ consents { id purpose text until withdrawnAt } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawConsent(id: $id) { withdrawnAt } }';
const contact = { name: 'Kanerva Kultarinta', email: 'kanerva@example.fi', phone: '050 7654321', consent: 'Annan luvan', deleteOn: '2030-01-01' };
/** What of a person must be nowhere once they are erased, in whatever case. */
const OF_HER = /kanerva|kultarinta|7654321|pihla/i;

let home: TestDevice;
let kanerva: TestResident;
beforeEach(async () => {
  home = await TestDevice.public(city);
  kanerva = await aResident(city, contact.email, { displayName: contact.name });
});

async function say(more: object = {}) {
  const item = await home.seal({ input: { words: 'Penkkejä rantaraitille', channel: 'ONLINE', topics: ['parks'], ...more } });
  await home.push(item);
  return { id: item.id, item, receipt: await receiptOf(item.id) };
}
const claim = async ({ receipt }: { receipt: string }, { ask } = kanerva, childId?: string) =>
  expect((await ask('mutation ($input: ClaimFeedbackInput!) { claimFeedback(input: $input) { id } }', { input: { receipt, childId } })).codes).toEqual([]);
const addChild = async (): Promise<string> => {
  const input = { firstName: 'Pihla', birthYear: city.clock.now().getFullYear() - 8, consent: 'Olen huoltaja' };
  return (await kanerva.ask('mutation ($input: AddChildInput!) { addChild(input: $input) { id } }', { input })).data!.addChild.id;
};
const photo = () => ({ id: newId(), type: 'image/jpeg', bytes: 1234, sha256: 'a'.repeat(64), key: 'A'.repeat(43) });

/** All that the city can have of her: in her account, at an address of hers, seen by somebody, on its way to be signed in. */
async function everything() {
  const whole = await say({ contact, note: 'Kanerva naapurista', photos: [photo()] });
  await claim(whole);
  await claim(await say(), kanerva, await addChild());
  await say({ contact: { ...contact, email: 'Kanerva@Example.fi' } });
  const admin = await city.as('hallinta');
  await admin('mutation ($input: OpenContactInput!) { openContact(input: $input) { id } }', { input: { feedbackId: whole.id, reason: 'ANSWER' } });
  await city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email: contact.email, audience: 'RESIDENT' } });
  await sql(
    city.em(),
    `insert into registration (id, code, event_id, resident_id, name, email, phone, party_size, needs, language, state, registered_at)
    select $1, $1::uuid::text, id, $2, $3, $4, $5, 2, 'Kanerva tarvitsee induktiosilmukan', 'fi', 'CANCELLED', now() from event limit 1`,
    [newId(), kanerva.id, contact.name, contact.email, contact.phone],
  );
  await sql(
    city.em(),
    `insert into identity (id, resident_id, person_hash, name, birth_date, home_municipality, verified_at) values ($1, $2, 'a hash', $3, '1984-02-29', '075', now())`,
    [newId(), kanerva.id, contact.name],
  );
  await sql(
    city.em(),
    `insert into session (id, hash, resident_id, method, agent, created_at, last_seen_at) values ($1, $1::uuid::text, $2, 'CODE', 'Firefox', now(), now())`,
    [newId(), kanerva.id],
  );
  await sql(city.em(), `insert into notification_choice (id, resident_id, kind, channel, wanted) values ($1, $2, 'STATE', 'PUSH', false)`, [
    newId(),
    kanerva.id,
  ]);
  const browser = newId();
  await sql(
    city.em(),
    `insert into push_browser (id, endpoint_hash, endpoint, p256dh, auth, language, agent, created_at) values ($1, $1::uuid::text, 'https://kanerva.push.example', '', '', 'fi', 'Firefox', now())`,
    [browser],
  );
  await sql(city.em(), 'insert into push_subscription (id, browser_id, resident_id, created_at) values ($1, $2, $3, now())', [newId(), browser, kanerva.id]);
  await sql(
    city.em(),
    `insert into notification (id, kind, detail, subject_id, resident_id, cause, created_at, listed) values ($1, 'STATE', 'READ', $2, $3, $1, now(), true)`,
    [newId(), whole.id, kanerva.id],
  );
  const round = newId();
  await sql(
    city.em(),
    `insert into budget_round (id, phase, unit_key, year, title, proofs, ballot, count, tie_steps, days, created_at)
    values ($1, 'IDEAS', 'green-services', 2027, '{"fi": "Budjetti"}', '["CODE"]', '{"kind": "ONE", "changeable": true}', '{"kind": "GREEDY"}', '[]', '[]', now())`,
    [round],
  );
  const idea = newId();
  await sql(
    city.em(),
    `insert into budget_idea (id, revision, round_id, title, words, language, way, state, received_at) values ($1, 1, $2, 'Penkkejä', 'Lepoon', 'fi', 'SELF', 'SHOWN', now())`,
    [idea, round],
  );
  await sql(
    city.em(),
    `insert into budget_comment (id, idea_id, resident_id, words, language, state, written_at) values ($1, $2, $3, 'Varjoon myös', 'fi', 'SHOWN', now())`,
    [newId(), idea, kanerva.id],
  );
  await sql(city.em(), 'insert into budget_follow (id, resident_id, idea_id, since) values ($1, $2, $3, now())', [newId(), kanerva.id, idea]);
  return whole;
}

/** Every table as text. */
async function dump(): Promise<string> {
  const tables = await sql<{ name: string }>(city.em(), `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`);
  const rows: string[] = [];
  for (const { name } of tables)
    for (const { text } of await sql<{ text: string }>(city.em(), `select t::text as text from "${name}" t order by 1`)) rows.push(`${name} ${text}`);
  return rows.join('\n');
}
const classesOf = (rows: { class: string }[]) => rows.map((row) => row.class).sort();

test('every entity that leads to a resident is of a class in their export, and every class there has a rule', async () => {
  await everything();
  const held = (await kanerva.ask(DATA)).data!.myData as { class: string }[];
  const rules = city.app.services.retention;
  const isOne = new Set<unknown>([ReferenceKind.MANY_TO_ONE, ReferenceKind.ONE_TO_ONE]);
  const leading = [...city.app.orm.getMetadata().getAll().values()].filter(({ properties }) =>
    Object.values(properties as Record<string, { kind: unknown; type: string }>).some(({ kind, type }) => isOne.has(kind) && type === 'Resident'),
  );
  expect(leading.map(({ className }) => className)).toContain('Feedback');
  for (const { className } of leading) {
    const classes = rules.filter(({ of }) => of.includes(className)).map(({ key }) => key);
    expect(
      classes.some((key) => held.some((one) => one.class === key)),
      `${className} leads to a resident: its noun's \`personal\` must show it, and this test must have one`,
    ).toBe(true);
  }
});

test('a resident gets everything that is held of them, from every noun, and nothing of anybody else', async () => {
  const whole = await everything();
  const eino = await aResident(city, 'eino@example.fi');
  await claim(await say({ words: 'Einon sanat', contact: { ...contact, name: 'Eino', email: 'eino@example.fi' } }), eino);
  const held = (await kanerva.ask(DATA)).data!.myData as { class: string; ground: string; records: Record<string, unknown>[] }[];
  expect(classesOf(held)).toEqual([
    'audit',
    'budget-comment',
    'budget-follow',
    'child',
    'consent',
    'feedback',
    'feedback-contact',
    'identity',
    'notification',
    'notification-wish',
    'photo',
    'push-browser',
    'registration',
    'resident',
    'sealed',
    'session',
    'sign-in-code',
    'view',
  ]);
  const of = (name: string) => held.find((one) => one.class === name)!.records;
  expect(of('resident')).toMatchObject([{ email: contact.email, displayName: contact.name, locale: 'fi' }]);
  expect(of('feedback')).toMatchObject([
    { words: 'Penkkejä rantaraitille', note: 'Kanerva naapurista', topics: [{ fi: 'Puistot ja raitit' }], receipt: whole.receipt },
    { note: null, child: 'Pihla' },
  ]);
  expect(of('feedback-contact')).toMatchObject([{ name: contact.name, phone: contact.phone, deleteOn: '2030-01-01' }, { email: 'Kanerva@Example.fi' }]);
  // whose words those are nobody knows
  expect(of('feedback-contact')[1]).not.toHaveProperty('phone');
  expect(of('consent')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ purpose: 'ANSWER', text: 'Annan luvan', until: '2030-01-01', withdrawnAt: null }),
      expect.objectContaining({ purpose: 'CHILD', text: 'Olen huoltaja', until: null }),
    ]),
  );
  expect(of('identity')).toEqual([{ name: contact.name, birthDate: '1984-02-29', homeMunicipality: '075', verifiedAt: expect.any(String) }]);
  expect(of('child')).toMatchObject([{ firstName: 'Pihla', birthYear: expect.any(Number) }]);
  expect(of('view')).toMatchObject([{ at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+00:00$/), by: 'Hanna P.', data: 'CONTACT', reason: 'ANSWER' }]);
  expect(of('photo')).toMatchObject([{ receipt: whole.receipt, type: 'image/jpeg' }]);
  expect(of('audit').map(({ action }) => action)).toEqual(['feedback.claim', 'residents.child.add', 'feedback.claim']);
  expect(JSON.stringify(held)).not.toMatch(/Eino/i);
  for (const ask of [city.ask, await city.as('hallinta')]) expect((await ask(DATA)).codes[0]).toMatch(/unauthenticated|forbidden/);
});

test.each(['STAY', 'GO'])('what erasing would come to is shown by the same work, undone: words %s', async (words) => {
  await everything();
  const before = await dump();
  const shown = (await kanerva.ask(ERASE, { input: { words, dryRun: true } })).data!.eraseAccount;
  expect(await dump()).toBe(before);
  expect((await kanerva.ask(ERASE, { input: { words, dryRun: false } })).data!.eraseAccount).toEqual(shown);
  const says = { class: 'feedback', goes: words === 'GO' ? 2 : 0, stays: words === 'GO' ? 0 : 2, ground: words === 'GO' ? null : 'PUBLIC_TASK' };
  expect(shown).toEqual(expect.arrayContaining([says, { class: 'resident', goes: 1, stays: 0, ground: null }]));
  expect(shown).toEqual(expect.arrayContaining([{ class: 'view', goes: 0, stays: 1, ground: 'LEGAL_OBLIGATION' }]));
});

test.each(['STAY', 'GO'])('once erased, no table holds a name, an address or a number of theirs: words %s', async (words) => {
  await everything();
  expect(await dump()).toMatch(OF_HER);
  const cleared: string[] = [];
  const session: BrowserSession = { secret: 'x', id: null, agent: '', set: () => undefined, clear: () => void cleared.push('cleared') };
  const { codes } = await city.askAs(kanerva.actor, { session })(ERASE, { input: { words, dryRun: false } });
  expect(codes).toEqual([]);
  expect((await dump()).split('\n').filter((row) => OF_HER.test(row))).toEqual([]);
  expect(await sql(city.em(), 'select from session where resident_id is not null')).toHaveLength(0);
  expect(cleared).toEqual(['cleared']);
  expect(await sql(city.em(), `select words from feedback where words is not null`)).toHaveLength(words === 'STAY' ? 3 : 1);
  expect(city.mails[0]).toMatchObject({ to: contact.email, subject: expect.stringContaining('tilisi on poistettu') });
});

test('what a tablet still brings of an erased person finds no address to come back to', async () => {
  const whole = await everything();
  city.clock.pass(1000);
  await kanerva.ask(ERASE, { input: { words: 'STAY', dryRun: false } });
  const late = await home.seal({
    id: whole.id,
    revision: 2,
    capturedAt: whole.item.capturedAt,
    input: { words: 'Kaksi penkkiä', channel: 'ONLINE', contact },
  });
  expect((await home.push(late, whole.item)).results).toMatchObject([{ code: 'ACCEPTED' }, { code: 'DUPLICATE' }]);
  expect(await dump()).not.toMatch(OF_HER);
});

test('a consent is taken back, and the address with it', async () => {
  const whole = await everything();
  const consent = (await kanerva.ask(CONSENTS)).data!.consents.find(({ purpose }: { purpose: string }) => purpose === 'ANSWER');
  expect(consent).toMatchObject({ purpose: 'ANSWER', text: 'Annan luvan', until: '2030-01-01', withdrawnAt: null });
  const eino = await aResident(city, 'eino@example.fi');
  expect((await eino.ask(WITHDRAW, { id: consent.id })).codes).toEqual(['not-found']);
  const at = city.clock.now();
  for (let times = 0; times < 2; times++) {
    expect((await kanerva.ask(WITHDRAW, { id: consent.id })).data).toEqual({ withdrawConsent: { withdrawnAt: at } });
    city.clock.pass(1000);
  }
  const { data } = await (await city.as('hallinta'))('query ($id: ID!) { feedback(id: $id) { words wantsAnswer contactWithdrawnAt } }', { id: whole.id });
  expect(data).toEqual({ feedback: { words: 'Penkkejä rantaraitille', wantsAnswer: false, contactWithdrawnAt: at } });
});

test('a correction to other words is another consent, and letting the words go forgets it', async () => {
  const { id, receipt } = await say({ contact });
  await claim({ receipt });
  city.clock.pass(1000);
  await home.push(
    await home.seal({
      id,
      revision: 2,
      input: { words: 'Penkki', channel: 'ONLINE', contact: { ...contact, phone: '050 1111111', consent: 'Annan uuden luvan' } },
    }),
  );
  expect((await kanerva.ask(CONSENTS)).data!.consents).toMatchObject([
    { text: 'Annan uuden luvan', withdrawnAt: null },
    { text: 'Annan luvan', withdrawnAt: expect.any(Date) },
  ]);
  expect(await sql(city.em(), 'select phone, email from feedback_contact')).toEqual([{ phone: '050 1111111', email: contact.email }]);
  await kanerva.ask('mutation ($id: ID!) { releaseFeedback(id: $id) }', { id });
  expect((await kanerva.ask(CONSENTS)).data!.consents).toEqual([]);
});
