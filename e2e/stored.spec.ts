import { expect, test, type Page } from '@playwright/test';
import { rowsOf } from '../server/tools/postgres.ts';
import { prepareTablet } from './faults/field.ts';
import { startTorilla, type Torilla } from './torilla.ts';
import { signIn } from './walk.ts';

test.use({ serviceWorkers: 'allow' });

let torilla: Torilla;
test.beforeAll(async () => void (torilla = await startTorilla()));
test.afterAll(() => torilla.stop());

declare global {
  interface Window {
    hurt?: string[];
  }
}

/** What somebody might try to leave behind: markup, a link, and a way out of an attribute or of JSON. */
const TRAP = `"'><script>hurt.push('script')</script><img src=x onerror="hurt.push('image')"><style>body{display:none}</style>[tästä](javascript:hurt.push('link'))</script>`;
/** Texts that are no words: the program lives by them, and the API takes none of them from outside as they are. */
const PROGRAM =
  /^(id|.*_id|.*hash|.*key|epoch|one|kind|state|operation|receipt|sha256|sealed|schedule|made|used_by|went|failed|roles?|purpose|audience|method|issuer|subject|salt|nonce|verifier|language|locale|channel|mood|type|step|metric|action|actor_kind|icon|priority|rule|code|held_for|query|variables)$/;

/** Texts of one table alone that are no words there: an address to sign in by, and what is one of a list. */
const OF_A_LIST =
  /^(staff_member\.email|feedback_answer\.mail|view_line\.(data|reason)|field_day_tick\.item|notification\.detail|delivery\.(service|result|why)|push_browser\.(endpoint|p256dh|auth)|mail_digest\.rhythm|budget_idea\.way|budget_round\.(phase|tie_seed))$/;

/** Something of everything that people write, straight in the database: as if every check before it had failed. */
const VOICES = `
  insert into device (id, kind, name, public_key, enrolled_at, app_version) values ('01890000-0000-7000-8000-000000000001', 'TABLET', 'Tabletti', '{}', now(), '1');
  insert into feedback_contact (id, name, email, phone, consent, delete_on) values ('01890000-0000-7000-8000-000000000002', 'Aino', 'a@b.fi', '040', 'Luvan', current_date + 9);
  insert into feedback (id, revision, words, language, channel, headcount, note, captured_at, received_at, event_id, device_id, contact_id)
    select '01890000-0000-7000-8000-000000000002', 1, 'Penkit', 'fi', 'TALKED', 1, 'Muistiin', now(), now(), id, '01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'
    from event where kind = 'MARKET_SQUARE' limit 1;
  insert into inbox_item (id, capture_id, revision, device_id, device_epoch, sequence, captured_at, received_at, state, reason, reason_facts, operation, receipt, sha256, sealed)
    values ('01890000-0000-7000-8000-000000000003', '01890000-0000-7000-8000-000000000003', 1, '01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000001', 1,
      now(), now(), 'HELD', 'bad-input', '{"fields":["words"]}', 'feedback.give', 'ABC', 'x', 'x');
  update feedback set resident_id = (select id from resident limit 1);
  update resident set display_name = 'Aino';
  insert into identity (id, resident_id, person_hash, name, birth_date, verified_at) select '01890000-0000-7000-8000-000000000005', id, 'x', 'Aino', '1984-02-29', now() from resident;
  insert into child (id, guardian_id, place, first_name, birth_year, created_at) select '01890000-0000-7000-8000-000000000006', id, 1, 'Onni', 2020, now() from resident;
  insert into consent (id, resident_id, purpose, subject_id, text, given_at)
    select '01890000-0000-7000-8000-000000000007', id, 'CHILD', '01890000-0000-7000-8000-000000000006', 'Annan luvan', now() from resident;
  insert into view_line (at, staff_id, by, data, reason, words, subject, subject_id)
    select now(), id, 'Antti', 'CONTACT', 'OTHER', 'Avaimet', 'Feedback', '01890000-0000-7000-8000-000000000002' from staff_member limit 1;
  update feedback set matter_id = '01890000-0000-7000-8000-000000000008', masked_at = now(), masked_why = 'Numero', hidden_at = now(), hidden_why = 'Loukkaa';
  insert into feedback_matter (id, title, created_at, created_by_id) select '01890000-0000-7000-8000-000000000008', 'Penkit', now(), id from staff_member limit 1;
  insert into feedback_remark (id, feedback_id, words, at, by_id)
    select '01890000-0000-7000-8000-000000000009', '01890000-0000-7000-8000-000000000002', 'Muistiin', now(), id from staff_member limit 1;
  insert into feedback_answer (id, feedback_id, words, language, answered_at, answered_by_id, mail, kind)
    select '01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-000000000002', 'Tulee', 'fi', now(), id, 'NONE', 'ANSWER' from staff_member limit 1;
  insert into feedback_step (id, feedback_id, state, at, words)
    values ('01890000-0000-7000-8000-00000000000b', '01890000-0000-7000-8000-000000000002', 'REOPENED', now(), 'Ei vielä');
  insert into action_report (id, action_id, day, words, firm, reported_at, reported_by_id)
    select '01890000-0000-7000-8000-00000000000c', a.id, current_date, '{"fi": "Alkoi", "sv": "Började"}', false, now(), s.id
    from action a join measure m on m.id = a.measure_id, staff_member s where m.number = 3 limit 1;
  insert into registration (id, code, event_id, resident_id, name, email, phone, party_size, needs, language, state, registered_at)
    select '01890000-0000-7000-8000-00000000000d', 'K7QF2M9X4TDR', e.id, r.id, 'Aino', 'a@b.fi', '040', 1, 'Luiska', 'fi', 'ATTENDING', now()
    from event e, resident r where e.kind = 'VILLAGE_HEADS' order by e.id limit 1;
  update event set seats_taken = 1 where kind = 'VILLAGE_HEADS';
  insert into event (id, kind, title, place_key, starts_at, ends_at)
    values ('01890000-0000-7000-8000-00000000000e', 'DISCUSSION', '{"fi": "Ilta", "sv": "Kväll"}', 'market-square', now() - interval '3 hours', now() - interval '1 hour');
  update feedback set event_id = '01890000-0000-7000-8000-00000000000e';
  insert into feedback_quote (id, feedback_id, words, marked_at, marked_by_id)
    select '01890000-0000-7000-8000-00000000000f', '01890000-0000-7000-8000-000000000002', 'Penkit', now(), id from staff_member limit 1;
  insert into field_day_closing (id, event_id, closed_at, closed_by_id, attendance, tablets, reason)
    select '01890000-0000-7000-8000-000000000010', '01890000-0000-7000-8000-00000000000e', now(), id,
      '{"under13":0,"from13":0,"from18":0,"from30":9,"from65":0,"unknown":0}', '[]', 'Putosi mereen' from staff_member limit 1;
  insert into event_report (event_id, words, version, saved_at, saved_by_id, published, published_version, published_at)
    select '01890000-0000-7000-8000-00000000000e', w.words, 1, now(), s.id, jsonb_build_object('words', w.words, 'figures', '[]'::jsonb, 'quoteIds', '[]'::jsonb), 1, now()
    from (select id from staff_member limit 1) s,
      (select '{"done": {"fi": "Oltiin", "sv": "Var"}, "heard": {"fi": "Penkit", "sv": "Bänkar"}, "next": {"fi": "Tulee", "sv": "Kommer"}}'::jsonb as words) w;
  insert into picture (id, alt, width, height, put_at, put_by_id, sha256, content)
    select i.id::uuid, '{"fi": "Penkki", "sv": "Bänk"}', 4, 3, now(), s.id, 'x', '\\xffd8ffd9'
    from (select id from staff_member limit 1) s, (values ('01890000-0000-7000-8000-000000000013'), ('01890000-0000-7000-8000-000000000014')) i (id);
  insert into action_report_pictures values ('01890000-0000-7000-8000-00000000000c', '01890000-0000-7000-8000-000000000013');
  insert into event_report_pictures values ('01890000-0000-7000-8000-00000000000e', '01890000-0000-7000-8000-000000000014');
  update event_report set published = published || '{"pictureIds": ["01890000-0000-7000-8000-000000000014"]}'::jsonb;
  insert into city_file (id, title, bytes, put_at, put_by_id, sha256, content)
    select '01890000-0000-7000-8000-000000000015', '{"fi": "Ohjelma", "sv": "Program"}', 9, now(), id, 'x', '\\x00' from staff_member limit 1;
  insert into event_files values ('01890000-0000-7000-8000-00000000000e', '01890000-0000-7000-8000-000000000015');
  insert into touchpoint (id, code, unit_key, name, created_at) values ('01890000-0000-7000-8000-00000000000e', 'T9RPA', 'ict', '{"fi": "Tiski", "sv": "Disken"}', now());
  insert into touchpoint_words (id, tap, touchpoint_id, words, language, day, state, received_at)
    values ('01890000-0000-7000-8000-00000000000f', '01890000-0000-7000-8000-00000000000f', '01890000-0000-7000-8000-00000000000e', 'Jono oli pitkä', 'fi', current_date, 'SHOWN', now());
  insert into service_deed (id, unit_key, done_on, words, written_by_id)
    select '01890000-0000-7000-8000-000000000010', 'ict', current_date, '{"fi": "Jono lyheni", "sv": "Kön blev kortare"}', id from staff_member limit 1;
  insert into participation (id, state, unit_key, title, changes, affected, answers, created_at)
    select '01890000-0000-7000-8000-000000000011', 'PUBLISHED', 'ict', t, t, t, t, now() from (select '{"fi": "Raitti", "sv": "Stråket"}'::jsonb as t) t;
  insert into participation_step (id, participation_id, position, words) values ('01890000-0000-7000-8000-000000000012', '01890000-0000-7000-8000-000000000011', 0, '{"fi": "Kysytään", "sv": "Vi frågar"}');
  insert into budget_round (id, phase, unit_key, year, title, about, proofs, ballot, count, tie_steps, days, created_at)
    values ('01890000-0000-7000-8000-000000000016', 'IDEAS', 'ict', 2027, '{"fi": "Budjetti", "sv": "Budget"}', '{"fi": "Rahaa on", "sv": "Pengar"}', '["STAFF"]',
      '{"kind": "ONE", "changeable": true}', '{"kind": "GREEDY"}', '[]', '[]', now());
  insert into budget_area (id, round_id, position, name, budget_cents)
    values ('01890000-0000-7000-8000-000000000017', '01890000-0000-7000-8000-000000000016', 0, '{"fi": "Keskusta", "sv": "Centrum"}', 100);
  insert into budget_category (id, round_id, position, name) values ('01890000-0000-7000-8000-000000000018', '01890000-0000-7000-8000-000000000016', 0, '{"fi": "Puistot", "sv": "Parker"}');
  insert into budget_idea (id, revision, round_id, title, words, language, category_id, place, way, state, received_at)
    values ('01890000-0000-7000-8000-000000000019', 1, '01890000-0000-7000-8000-000000000016', 'Penkki', 'Penkki raitille', 'fi', '01890000-0000-7000-8000-000000000018', 'Saunalla', 'SELF', 'SHOWN', now());
  insert into budget_round (id, phase, unit_key, year, title, proofs, ballot, count, tie_steps, tie_seed, days, voting_opens_at, voting_closes_at, created_at)
    values ('01890000-0000-7000-8000-000000000020', 'BALLOT', 'ict', 2028, '{"fi": "Budjetti", "sv": "Budget"}', '["STAFF"]',
      '{"kind": "ONE", "changeable": true}', '{"kind": "GREEDY"}', '[]', 'x', '[]', now(), now() + interval '1 day', now());
  insert into budget_area (id, round_id, position, name, budget_cents)
    values ('01890000-0000-7000-8000-000000000021', '01890000-0000-7000-8000-000000000020', 0, '{"fi": "Keskusta", "sv": "Centrum"}', 100);
  insert into budget_project (id, round_id, area_id, title, about, place, cost_cents, withdrawn_why, withdrawn_at, created_at)
    select '01890000-0000-7000-8000-000000000022', '01890000-0000-7000-8000-000000000020', '01890000-0000-7000-8000-000000000021', t, t, 'Saunalla', 100, t, now(), now()
    from (select '{"fi": "Penkki", "sv": "Bänk"}'::jsonb as t) t;
  insert into budget_project_ideas values ('01890000-0000-7000-8000-000000000022', '01890000-0000-7000-8000-000000000019');
  update budget_idea set declined_why = '{"fi": "Alue on suojeltu", "sv": "Området är skyddat"}';
  insert into push_browser (id, endpoint_hash, endpoint, p256dh, auth, language, agent, created_at)
    values ('01890000-0000-7000-8000-00000000000e', 'x', 'https://one.push.example.com', '', '', 'fi', 'Firefox', now());
  insert into push_subscription (id, browser_id, resident_id, created_at)
    select '01890000-0000-7000-8000-00000000000f', '01890000-0000-7000-8000-00000000000e', id, now() from resident limit 1;
  insert into saved_query (id, revision, name, description, query, variables, shared, changed_at, owner_id)
    select '01890000-0000-7000-8000-00000000000e', 1, 'Aiheet', 'Mistä puhutaan', '{ topics { key } }', '{}', true, now(), id from staff_member limit 1;
  insert into barrier (id, words, email, language, received_at, due_on) values ('01890000-0000-7000-8000-000000000004', 'Este', 'a@b.fi', 'fi', now(), current_date);`;

/** Puts the trap before every text and every translated text of every table. @returns the columns */
async function setTraps(): Promise<string[]> {
  const columns = await rowsOf<{ table_name: string; column_name: string; data_type: string }>(
    torilla.ownerUrl(),
    `select table_name, column_name, data_type from information_schema.columns join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE' and table_name not like '%migration%' and data_type in ('text', 'jsonb') order by 1, 2`,
  );
  const words = columns.filter(({ table_name, column_name }) => !PROGRAM.test(column_name) && !OF_A_LIST.test(`${table_name}.${column_name}`));
  const quoted = `$trap$${TRAP}$trap$`;
  const statements = words.map(({ table_name, column_name: c, data_type }) =>
    data_type === 'text'
      ? `update "${table_name}" set "${c}" = ${quoted} || "${c}"`
      : // in every language, and in every text inside
        `update "${table_name}" set "${c}" = replace("${c}"::text, '": "', '": ' || left(to_jsonb(${quoted}::text)::text, -1))::jsonb where "${c}"::text like '%"fi"%'`,
  );
  await rowsOf(torilla.ownerUrl(), `begin; set local session_replication_role = replica; ${VOICES} ${statements.join('; ')}; commit`);
  return words.map(({ table_name, column_name }) => `${table_name}.${column_name}`);
}

/** Listens for what the policy had to stop and for what it did not. */
async function listen(page: Page): Promise<string[]> {
  const reports: string[] = [];
  await page.exposeFunction('report', (text: string) => void reports.push(text));
  await page.addInitScript(() => {
    window.hurt = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      void (window as unknown as { report(text: string): Promise<void> }).report(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('dialog', (dialog) => void reports.push(`dialog ${dialog.message()}`));
  page.on('pageerror', (error) => void reports.push(`${page.url()}: ${error.message}`));
  return reports;
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(torilla.url + path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // the trap is there, as words
  await expect(page.getByText('<script>hurt').filter({ visible: true }).first(), path).toBeVisible();
  expect(await page.evaluate(() => window.hurt), path).toEqual([]);
  await expect(page.locator('a[href^="javascript:" i], img[src="x"]'), path).toHaveCount(0);
}

const open = [
  '/',
  '/suunnitelma',
  '/suunnitelma/3',
  '/suunnitelma/raportti/2025',
  '/suunnitelma/osallistuminen/01890000-0000-7000-8000-000000000011',
  '/budjetti',
  '/budjetti/01890000-0000-7000-8000-000000000016',
  '/budjetti/01890000-0000-7000-8000-000000000016/ehdota',
  '/budjetti/01890000-0000-7000-8000-000000000020',
  '/asiakaskokemus',
  '/mielipide/T9RPA',
  '/tapahtumat',
  '/tapahtumat/01890000-0000-7000-8000-00000000000e',
  '/palaute',
  '/tietosuoja',
  '/tietosuoja/palautteet',
  '/saavutettavuus',
];
const desk = [
  '/hallinta',
  '/hallinta/palautteet',
  '/hallinta/palautteet/01890000-0000-7000-8000-000000000002',
  '/hallinta/palautteet/asetukset',
  '/hallinta/kyselyt',
  '/hallinta/suunnitelma',
  '/hallinta/suunnitelma/3',
  '/hallinta/asiakaskokemus/01890000-0000-7000-8000-00000000000e',
  '/hallinta/budjetti/01890000-0000-7000-8000-000000000016',
  '/hallinta/budjetti/01890000-0000-7000-8000-000000000020/hankkeet/01890000-0000-7000-8000-000000000022',
  '/hallinta/odottaa',
  '/hallinta/laitteet',
  '/hallinta/tapahtumat',
  '/hallinta/tapahtumat/01890000-0000-7000-8000-00000000000e/paiva',
  '/hallinta/tapahtumat/01890000-0000-7000-8000-00000000000e/raportti',
  '/hallinta/saavutettavuus',
  '/hallinta/selosteet/palautteet',
  '/hallinta/katselut',
  '/hallinta/loki',
];
const own = ['/oma', '/oma/palautteet', '/oma/tapahtumat', '/oma/ilmoitukset', '/oma/tiedot'];

test('markup and scripts that got into any text are words on every page, and the browser has nothing to stop', async ({ page }) => {
  await signIn(page, torilla, 'hallinta@torilla.example');
  await torilla.signIn('aino@example.fi', 'RESIDENT');
  const reports = await listen(page);
  const trapped = await setTraps();
  expect(trapped).toEqual(
    expect.arrayContaining([
      'feedback.words',
      'event.title',
      'notice.text',
      'staff_member.display_name',
      'barrier.words',
      'topic.name',
      'supervisor.website',
      'action_report.words',
      'registration.needs',
      'feedback_remark.words',
      'touchpoint_words.words',
      'participation_step.words',
      'budget_project.withdrawn_why',
    ]),
  );
  const eventOf = async (kind: string) =>
    (await rowsOf<{ id: string }>(torilla.ownerUrl(), `select id from event where kind = '${kind}' order by id limit 1`))[0]!;
  const [event, meeting] = [await eventOf('MARKET_SQUARE'), await eventOf('VILLAGE_HEADS')];

  // what the server renders, and its policy
  for (const path of open) {
    const response = await fetch(torilla.url + path, { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect(response.headers.get('content-security-policy'), path).not.toContain('unsafe-inline');
    for (const piece of ['<script>hurt', '<img src=x', '<style>body{display:none}']) expect(html, path).not.toContain(piece);
  }
  for (const path of [...open, `/tapahtumat/${event.id}`, `/tapahtumat/${meeting.id}`, ...desk, `/hallinta/tapahtumat/${event.id}`]) await look(page, path);
  await look(page, `/hallinta/tapahtumat/${meeting.id}`);
  await page.getByRole('button', { name: 'Näytä ilmoittautuneet' }).click();
  await expect(page.getByText('hurt.push').filter({ hasText: 'Aino' }).first()).toBeVisible();
  await signIn(page, torilla, 'aino@example.fi', 'RESIDENT');
  for (const path of own) await look(page, path);
  await prepareTablet(torilla, page, torilla.url);
  for (const path of ['/kentta/tallenna', '/kentta/tukkimies']) await look(page, path);
  expect(reports).toEqual([]);
  // and a browser that has something to stop is heard
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="/mark.svg" onload="hurt.push(1)">'));
  await expect.poll(() => reports).toEqual([expect.stringContaining('script-src')]);
});
