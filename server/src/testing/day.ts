import { newVoterCode, voterCodeHash } from '@torilla/schema/budget/code';
import { newId } from '@torilla/schema/kernel/id';
import type { Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import { draftPlan } from '../platform/plan/version.commands.ts';
import type { City } from './city.ts';
import { closedDay } from './fieldDay.ts';
import { aPicture } from './picture.ts';
import { TestDevice } from './device.ts';
import { toldPeople } from './told.ts';

/** What a day at the market square left behind. */
export interface Day {
  /** The seeded staff's ids by their names. */
  people: Record<string, string>;
  /** Two residents with an account. */
  aino: Actor;
  eino: Actor;
  event: string;
  /** Feedback with everything that it may have: of the unit `green-services`, said to Mirja at the event, by Aino, who put it into her account. */
  voice: { id: string; receipt: string };
  /** Aino's registration for the event, with everything that it may have; she has come. */
  guest: { id: string; code: string };
  /** Under which it is joined. */
  matter: string;
  tablet: TestDevice;
  /** Another tablet, which captured nothing. */
  helper: TestDevice;
  /** Mirja's passkey and her token. */
  passkey: string;
  token: string;
  /** An item that waits for a person. */
  held: string;
  /** The plan in force, and the next one, which is being prepared. */
  plan: string;
  draft: string;
  /** A unit's participation plan that everybody reads. */
  project: string;
  /** A round of participatory budgeting that gathers ideas. */
  round: string;
  idea: string;
  /** What residents will vote on in another, whose ballot is published. */
  proposal: string;
  /** By which a class at school is had to vote in it. */
  teachersCode: string;
  /** A round that is over, and counted. */
  counted: string;
}

/** A day at the market square, with all that a capture may have, something held, and a photo on its way. */
export async function aDay(city: City): Promise<Day> {
  const people: Record<string, string> = {};
  for (const { id, email } of await sql<{ id: string; email: string }>(city.em(), 'select id, email from staff_member')) people[email.split('@')[0]!] = id;
  const event = (await city.ask('{ events(filter: { kind: MARKET_SQUARE }) { nodes { id } } }')).data!['events'].nodes[0].id as string;
  const { id: plan, measures } = (await city.ask('{ plan { id measures(first: 15) { id } } }')).data!['plan'] as { id: string; measures: { id: string }[] };
  const [tablet, home] = [await TestDevice.tablet(city), await TestDevice.public(city)];
  const topics = ['parks', 'maintenance', 'transport'];
  const contact = (n: number) => ({
    name: `Aino ${n}`,
    email: 'aino@example.fi',
    phone: '040 1234567',
    consent: 'Annan luvan',
    // a day by Greenwich's clock: tomorrow there is today in Finland for two hours of the night
    deleteOn: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  });
  const photo = () => ({ id: newId(), type: 'image/jpeg', bytes: 1234, sha256: 'a'.repeat(64), key: 'A'.repeat(43) });
  for (let n = 0; n < 24; n++) {
    const device = n % 5 ? tablet : home;
    await device.push(
      await device.seal({
        eventId: n % 3 ? event : null,
        workerId: n % 5 ? people['mirja']! : null,
        input: {
          channel: n % 5 ? 'TALKED' : 'ONLINE',
          ...(n % 4 ? { words: `Puhe ${n}: penkkejä "rantaraitille" 😀` } : { mood: 'ANGRY' }),
          ...(n % 2 && { topics: topics.slice(0, (n % 3) + 1) }),
          ...(n % 6 === 1 && { measureId: measures[n % 15]!.id }),
          ...(n % 6 === 2 && { unit: 'green-services', district: 'pitajansaari' }),
          ...(n % 7 === 3 && { contact: contact(n) }),
          ...(n % 8 === 5 && { photos: [photo()] }),
        },
      }),
    );
  }
  const whole = await tablet.seal({
    eventId: event,
    workerId: people['mirja']!,
    input: {
      channel: 'TALKED',
      words: 'Penkkejä rantaraitille',
      topics,
      mood: 'HOPEFUL',
      measureId: measures[4]!.id,
      unit: 'green-services',
      district: 'pitajansaari',
      note: 'Luokka 5B',
      contact: contact(24),
      photos: [photo()],
    },
  });
  const { results } = await tablet.push(whole);
  const [photoId] = await sql<{ id: string }>(city.em(), 'select id from feedback_photo where feedback_id = $1', [whole.id]);
  await sql(city.em(), `insert into attachment (id, capture_id, device_id, sha256, total, received, completed_at) values ($1, $2, $3, $4, 1234, 1234, now())`, [
    photoId!.id,
    whole.id,
    tablet.id,
    'a'.repeat(64),
  ]);
  await sql(
    city.em(),
    `insert into feedback_quote (id, feedback_id, words, marked_at, marked_by_id)
    select $1, id, left(words, 40), now(), $2 from feedback where event_id = $3 order by id limit 1`,
    [newId(), people['hallinta'], event],
  );
  await sql(
    city.em(),
    `insert into feedback_answer (id, feedback_id, words, language, answered_at, unit_key, answered_by_id, mail, kind, measure_id, event_id)
    values ($1, $2, 'Penkit tulevat.', 'fi', now(), 'green-services', $3, 'SENT', 'CHANGE', $4, $5)`,
    [newId(), whole.id, people['antti'], measures[4]!.id, event],
  );
  // it was taken up again once, and something came of it; Hanna takes care of it and has noted something
  await sql(
    city.em(),
    `insert into feedback_step (id, feedback_id, state, at, unit_key, by_id, words)
    values ($1, $3, 'REOPENED', now(), null, null, 'Milloin?'), ($2, $3, 'CHANGED', now(), 'green-services', $4, null)`,
    [newId(), newId(), whole.id, people['antti']],
  );
  const matter = newId();
  await sql(city.em(), `insert into feedback_matter (id, title, created_at, created_by_id) values ($1, 'Penkit', now(), $2)`, [matter, people['hallinta']]);
  await sql(
    city.em(),
    `update feedback set state = 'CHANGED', priority = 'HIGH', assignee_id = $2, matter_id = $3,
      rating = 'FAIR', masked_at = now(), masked_why = 'Henkilötieto', hidden_at = now(), hidden_why = 'Loukkaava' where id = $1`,
    [whole.id, people['hallinta'], matter],
  );
  await sql(
    city.em(),
    `insert into answer_template (id, unit_key, title, words) values ($1, 'green-services', 'Penkit', '{ "fi": "Kiitos", "sv": "Tack", "en": "Thank you" }')`,
    [newId()],
  );
  await sql(
    city.em(),
    `with r as (insert into feedback_remark (id, feedback_id, words, at, by_id) values ($1, $2, 'Kysytään puutarhalta', now(), $3) returning id)
    insert into feedback_remark_mentions (feedback_remark_id, staff_member_id) select id, $4 from r`,
    [newId(), whole.id, people['antti'], people['hallinta']],
  );
  await sql(
    city.em(),
    `insert into saved_query (id, revision, name, description, query, variables, shared, changed_at, owner_id)
    values ($1, 1, 'Aiheet', 'Mistä puhutaan', '{ topics { key } }', '{}', true, now(), $2)`,
    [newId(), people['hallinta']],
  );
  await sql(city.em(), `insert into answer_promise (id, unit_key, days) values ($1, 'green-services', 7)`, [newId()]);
  // one that has not come yet, a passer-by's tap, and an unknown verb that waits for a person
  await tablet.seal({ eventId: event });
  const [question] = (await city.ask('query ($id: ID!) { tallyQuestions(eventId: $id) { id } }', { id: event })).data!['tallyQuestions'];
  await tablet.push(await tablet.seal({ operation: 'tally.tap', input: { questionId: question.id, option: 'yes' }, eventId: event }));
  const strange = await tablet.seal({ operation: 'feedback.sing', eventId: event, workerId: people['mirja']! });
  await tablet.push(strange);
  const [held] = await sql<{ id: string }>(city.em(), 'select id from inbox_item where capture_id = $1', [strange.id]);
  // Antti stood in for a unit, for a while
  await sql(
    city.em(),
    `insert into staff_grant (id, staff_id, role, unit_key, starts_at, until, granted_by_id, ended_at, ended_by_id)
    values ($1, $2, 'VIEWER', 'green-services', now(), now() + interval '1 day', $3, now(), $3)`,
    [newId(), people['antti'], people['hallinta']],
  );
  await sql(city.em(), `insert into staff_pin (staff_id, salt, iterations, hash, set_at) values ($1, 'c2FsdA', 600000, 'aGFzaA', now())`, [people['mirja']]);
  // the night before let two codes go, and could not keep one rule
  await sql(
    city.em(),
    `insert into retention_run (id, started_at, ended_at, went, failed) values ($1, now(), now(), '[{ "rule": "sign-in-code", "count": 2 }]', '{photo}')`,
    [newId()],
  );
  city.app.services.mapTiles = { url: 'https://kartat.example/{z}/{x}/{y}.png', attribution: 'Kartat' };
  city.app.services.assessment = {
    assessedAt: new Date().toISOString(),
    tool: 'axe-core',
    rules: 91,
    pages: ['/'],
    languages: ['fi'],
    themes: ['light'],
    violations: [{ rule: 'color-contrast', impact: 'serious', page: '/', language: 'fi', theme: 'light', elements: 1 }],
  };
  // somebody met a barrier and was answered, somebody else waits; a notice was published anew
  for (const [n, answered] of [true, false, false].entries())
    await sql(
      city.em(),
      `insert into barrier (id, words, email, language, received_at, due_on, answer, answered_at, answered_by_id)
      values ($1, 'Kartta ei puhu', 'este@example.fi', 'fi', now(), current_date + $2::int, $3, case when $3::text is not null then now() end, case when $3::text is not null then $4::uuid end)`,
      [newId(), n, answered ? 'Nyt puhuu' : null, people['hallinta']],
    );
  await sql(
    city.em(),
    `insert into notice_version (id, purpose, version, title, text, published_at, published_by_id)
    select $1, purpose, 2, title, text, now(), $2 from notice where purpose = 'STAFF'`,
    [newId(), people['hallinta']],
  );
  // somebody tapped at a service point, and said something; the unit did something about it, and plans how people take part
  const points = [newId(), newId()];
  await sql(
    city.em(),
    `insert into touchpoint (id, code, unit_key, place_key, name, created_at, closed_at)
    values ($1, 'T9RPA', 'green-services', 'rinkeli', '{ "fi": "Portti", "sv": "Porten", "en": "The gate" }', now(), null), ($2, 'V9RAA', 'education', null, '{ "fi": "Neuvonta" }', now(), now())`,
    points,
  );
  await sql(
    city.em(),
    `insert into touchpoint_tap (id, touchpoint_id, score, state, captured_at, received_at)
    select gen_random_uuid(), $1, 4, 'COUNTED', now() - interval '8 days', now() - interval '8 days' from generate_series(1, 5)`,
    [points[0]],
  );
  await sql(
    city.em(),
    `insert into touchpoint_words (id, tap, touchpoint_id, words, language, day, state, held_for, covered_at, judged_at, received_at)
    values ($1, gen_random_uuid(), $2, 'Soita [puhelinnumero peitetty]', 'fi', current_date, 'SHOWN', 'PERSONAL', now(), now(), now())`,
    [newId(), points[0]],
  );
  await sql(
    city.em(),
    `insert into service_deed (id, unit_key, done_on, words, open, written_by_id)
    values ($1, 'green-services', current_date, '{ "fi": "Portti korjattiin", "sv": "Porten lagades", "en": "The gate was mended" }', true, $2)`,
    [newId(), people['antti']],
  );
  const [project, unfinished] = [newId(), newId()];
  await sql(
    city.em(),
    `insert into participation (id, state, revision, unit_key, title, changes, affected, answers, outcome, created_at, published_at, ended_at)
    select id, state, 1, 'green-services', t, t, t, t, t, now(), now(), now() from (values ($1::uuid, 'PUBLISHED'), ($2::uuid, 'DRAFT')) v (id, state),
      (select '{ "fi": "Rantaraitti", "sv": "Strandstråket", "en": "The shore path" }'::jsonb as t) w`,
    [project, unfinished],
  );
  for (const one of [project, unfinished])
    await sql(
      city.em(),
      `insert into participation_step (id, participation_id, position, starts_on, ends_on, words, event_id) values ($1, $2, 0, current_date, current_date, '{ "fi": "Kysytään" }', $3)`,
      [newId(), one, event],
    );
  await sql(city.em(), 'insert into participation_measures (participation_id, measure_id) values ($1, $2)', [project, measures[0]!.id]);
  const [round, planned, published, idea, proposal] = [newId(), newId(), newId(), newId(), newId()];
  await sql(
    city.em(),
    `insert into budget_round (id, phase, revision, unit_key, year, title, about, least_age, most_age, proofs, ballot, count, tie_steps, days, voting_opens_at, voting_closes_at, created_at)
    select id, phase, 2, 'green-services', 2027, t, t, 8, 90, '["STRONG", "CODE"]', '{ "kind": "POINTS", "least": 1, "most": 5, "points": 5, "mostPoints": 3, "changeable": true }',
      '{ "kind": "EQUAL_SHARES", "utility": "COST", "completion": "ADD_ONE", "comparison": "NONE", "start": "FLOOR", "floorCents": 100, "unitCents": 100, "stop": "EXHAUSTIVE" }',
      '["MOST_VOTES"]', '[{ "phase": "IDEAS", "from": "2026-11-01", "to": "2026-12-31" }]', now(), now() + interval '1 day', now()
    from (values ($1::uuid, 'IDEAS'), ($2::uuid, 'DRAFT')) v (id, phase), (select '{ "fi": "Haminan budjetti", "sv": "Fredrikshamns budget" }'::jsonb as t) w`,
    [round, planned],
  );
  // one whose ballot is published, with the other kind of rules
  await sql(
    city.em(),
    `insert into budget_round (id, phase, revision, unit_key, year, title, proofs, ballot, count, tie_steps, tie_seed, days, voting_opens_at, voting_closes_at, created_at)
    values ($1, 'BALLOT', 5, 'green-services', 2026, '{ "fi": "Nuorten budjetti" }', '["CODE", "STAFF"]', '{ "kind": "BASKET", "leastCents": 100, "changeable": false }',
      '{ "kind": "GREEDY", "leastVotes": 20, "stopsAtTooExpensive": false, "onePerPlace": true }', '[]', 'abc', '[]', now(), now() + interval '1 day', now())`,
    [published],
  );
  for (const one of [round, planned, published]) {
    const area = newId();
    await sql(city.em(), `insert into budget_area (id, round_id, position, name, budget_cents) values ($1, $2, 0, '{ "fi": "Keskusta" }', 5000000)`, [
      area,
      one,
    ]);
    await sql(city.em(), "insert into budget_area_districts (budget_area_id, district_key) values ($1, 'pitajansaari')", [area]);
    await sql(city.em(), `insert into budget_category (id, round_id, position, name) values ($1, $2, 0, '{ "fi": "Puistot" }')`, [newId(), one]);
    await sql(city.em(), 'insert into budget_round_measures (budget_round_id, measure_id) values ($1, $2)', [one, measures[2]!.id]);
  }
  // an idea that everybody reads, and one that waits for a person
  for (const [id, state, heldFor] of [
    [idea, 'SHOWN', 'RUDE'],
    [newId(), 'HELD', 'PERSONAL'],
  ])
    await sql(
      city.em(),
      `insert into budget_idea (id, revision, round_id, title, words, language, category_id, district_key, place, way, state, held_for, covered_at, judged_at, received_at)
      select $1, 1, $2, 'Penkkejä rantaraitille', 'Kävelijät lepäävät.', 'fi', id, 'keskusta', 'Saunan luona', 'SELF', $3, $4, now(), now(), now() from budget_category where round_id = $2`,
      [id, round, state, heldFor],
    );
  // a project that everybody reads, withdrawn, and one of the round whose ideas are gathered; both came of the same idea, which was declined before
  await sql(city.em(), `update budget_idea set declined_why = '{ "fi": "Ranta on suojeltu" }', declined_at = now() where id = $1`, [idea]);
  for (const [id, of] of [
    [proposal, published],
    [newId(), round],
  ] as const) {
    await sql(
      city.em(),
      `insert into budget_project (id, revision, round_id, area_id, category_id, unit_key, title, about, district_key, place, least_cents, most_cents, cost_cents, withdrawn_why, withdrawn_at, created_at)
      select $1, 2, $2, a.id, c.id, 'green-services', t, t, 'keskusta', 'Saunan luona', 100, 300, 200, t, now(), now()
      from budget_area a, budget_category c, (select '{ "fi": "Penkit", "sv": "Bänkar" }'::jsonb as t) t where a.round_id = $2 and c.round_id = $2`,
      [id, of],
    );
    await sql(city.em(), 'insert into budget_project_ideas (budget_project_id, budget_idea_id) values ($1, $2)', [id, idea]);
  }
  // codes that are handed out at the library
  const codes = newId();
  await sql(city.em(), `insert into budget_code_batch (id, round_id, place, made_at, voided_at) values ($1, $2, 'Kirjasto', now(), now())`, [codes, published]);
  await sql(city.em(), `insert into budget_code (hash, batch_id) values ('abc', $1)`, [codes]);
  // a class at school that votes
  const teachersCode = newVoterCode();
  await sql(
    city.em(),
    `with class as (insert into budget_code_batch (id, round_id, place, made_at, teacher_hash, pupils_hash, open_until) values ($1, $2, 'Koulu 5 B', now(), $3, 'abc', now()) returning id)
    insert into budget_code (hash, batch_id) select 'seat', id from class`,
    [newId(), published, await voterCodeHash(published, teachersCode)],
  );
  await sql(city.em(), `insert into budget_turned_away (id, round_id, why, ballots) values ($1, $2, 'SECOND', 1)`, [newId(), published]);
  // a bundle of paper ballots that was read in two ways
  const bundle = newId();
  await sql(
    city.em(),
    `insert into budget_paper_batch (id, round_id, area_id, place, sheets, made_at, first_id, second_id, signed_at, sha256)
    select $1, $2, id, 'Kirjasto', 1, now(), $3, $4, now(), 'abc' from budget_area where round_id = $2`,
    [bundle, published, people['hallinta'], people['antti']],
  );
  for (const hand of ['FIRST', 'SECOND', 'SETTLED'])
    await sql(
      city.em(),
      `insert into budget_paper_sheet (id, batch_id, number, hand, verdict, choices) values (gen_random_uuid(), $1, 1, $2, 'VOTE', jsonb_build_array(jsonb_build_object('id', $3::text, 'points', length($2))))`,
      [bundle, hand, proposal],
    );
  await sql(
    city.em(),
    `insert into budget_progress (id, project_id, state, day, note, spent_cents, reported_at) values ($1, $2, 'DONE', now(), '{ "fi": "Penkit ovat paikallaan" }', 190, now())`,
    [newId(), proposal],
  );
  await sql(city.em(), `update budget_round set turnout = '[{ "channel": "PAPER", "voters": 12 }]'`);
  // a round that is over, with its count
  const counted = newId();
  await sql(
    city.em(),
    `insert into budget_round (id, phase, revision, unit_key, year, title, proofs, ballot, count, tie_steps, tie_seed, days, voting_opens_at, voting_closes_at, created_at)
    select $1, 'CONFIRMED', 7, unit_key, 2025, title, proofs, ballot, count, tie_steps, tie_seed, days, voting_opens_at, voting_closes_at, created_at from budget_round where id = $2`,
    [counted, published],
  );
  const area = newId();
  await sql(city.em(), `insert into budget_area (id, round_id, position, name, budget_cents) values ($1, $2, 0, '{ "fi": "Keskusta" }', 5000000)`, [
    area,
    counted,
  ]);
  await sql(
    city.em(),
    `insert into budget_count (id, round_id, area_id, file, sha256, voters, winners, cost_cents, accounts, counted_at) values ($1, $2, $3, 'META', 'abc', 12, '["a"]', 100,
      '[{ "id": "a", "cost": 100, "votes": 12, "place": 1, "finding": { "code": "FUNDED_BY_VOTES", "left": 200 }, "enough": { "votes": null, "cost": null } }]', now())`,
    [newId(), counted, area],
  );
  // the next plan is being prepared
  const draft = await draftPlan(city.context({ kind: 'staff', id: people['hallinta']!, roles: ['ADMINISTRATOR'] }), {
    id: newId(),
    title: { fi: 'Suunnitelma 2027–2029' },
    from: 2027,
    to: 2029,
  });
  await sql(city.em(), "update plan set decided_on = '2023-02-14', section = '§ 7', minutes_url = 'https://hamina.example/7' where state = 'IN_FORCE'");
  // of an action there is a report, and one that was taken back
  for (const withdrawn of [false, true])
    await sql(
      city.em(),
      `insert into action_report (id, action_id, day, words, state, firm, reported_at, reported_by_id, withdrawn_at, withdrawal_reason, withdrawn_by_id)
      select $1, id, current_date, '{ "fi": "Alkoi torilla." }', 'RUNNING', false, now(), $2::uuid, case when $3::boolean then now() end, case when $3 then 'MISTAKE' end, case when $3 then $2 end
      from action where key = 'app-reach' and measure_id in (select id from measure where plan_id = (select id from plan where state = 'IN_FORCE'))`,
      [newId(), people['antti'], withdrawn],
    );
  const [told] = await sql<{ id: string }>(city.em(), 'select id from action_report where withdrawn_at is null');
  await aPicture(city, 'action_report', told!.id, people['antti']!);
  await aPicture(city, 'budget_project', proposal, people['antti']!);
  await sql(city.em(), 'insert into budget_project_events (budget_project_id, event_id) select $1, id from event', [proposal]);
  const residents = [await aResident(city, 'aino@example.fi'), await aResident(city, 'eino@example.fi')];
  // what they say of an idea: one everybody reads, and one waits for a person
  await sql(
    city.em(),
    `insert into budget_comment (id, idea_id, resident_id, words, language, state, held_for, written_at) values
    ($2, $1, $4, 'Varjoon myös', 'fi', 'SHOWN', 'RUDE', now()), ($3, $1, $5, 'Soittakaa', 'fi', 'HELD', 'PERSONAL', now())`,
    [idea, newId(), newId(), residents[0]!.id, residents[1]!.id],
  );
  await sql(city.em(), `insert into budget_remark (id, idea_id, words, at, by_id) values ($1, $2, 'Ranta on suojeltu.', now(), $3)`, [
    newId(),
    idea,
    people['antti'],
  ]);
  // what one of them supports and follows
  await sql(
    city.em(),
    `insert into budget_follow (id, resident_id, idea_id, project_id, since) select gen_random_uuid(), $1::uuid, i.id, null::uuid, now() from budget_idea i where i.state = 'SHOWN'
    union all select gen_random_uuid(), $1::uuid, null, p.id, now() from budget_project p`,
    [residents[0]!.id],
  );
  await toldPeople(city, { residents, staff: people['hallinta']!, feedback: whole.id });
  await aSession(city, 'staff_id', people['mirja']!);
  await aSession(city, 'staff_id', people['antti']!);
  // what was said from home is in her account, and so is the one that has everything
  await sql(city.em(), `update feedback set resident_id = $1, contact_withdrawn_at = now() where channel = 'ONLINE' or id = $2`, [residents[0]!.id, whole.id]);
  // Aino has shown who she is
  await sql(
    city.em(),
    `insert into identity (id, resident_id, person_hash, name, birth_date, home_municipality, verified_at) values ($1, $2, 'a hash', 'Aino Virtanen', '1984-02-29', '075', now())`,
    [newId(), residents[0]!.id],
  );
  // and acts for her child, who said what has everything
  await sql(
    city.em(),
    `insert into child (id, guardian_id, place, first_name, birth_year, created_at) values ($1, $2, 1, 'Onni', extract(year from now()) - 9, now())`,
    [newId(), residents[0]!.id],
  );
  await sql(city.em(), 'update feedback set child_id = (select id from child) where id = $1', [whole.id]);
  // Antti opened how to answer her, for his unit and for a reason of his own
  await sql(
    city.em(),
    `insert into view_line (at, staff_id, by, unit_key, data, reason, words, subject, subject_id)
    values (now(), $1, 'Antti L.', 'green-services', 'CONTACT', 'OTHER', 'Avaimet löytyivät', 'Feedback', $2)`,
    [people['antti'], whole.id],
  );
  // she has taken a consent back and given another
  await sql(
    city.em(),
    `insert into consent (id, resident_id, purpose, subject_id, text, given_at, until, withdrawn_at) values ($1, $3, 'ANSWER', $4, 'Annan luvan', now(), current_date + 1, null),
    ($2, $3, 'ANSWER', $4, 'Annoin luvan', now() - interval '1 day', null, now())`,
    [newId(), newId(), residents[0]!.id, whole.id],
  );
  // she came to the event, for which one may still register
  const guest = { id: newId(), code: 'AAAA-AAAA-AAA9' };
  await sql(
    city.em(),
    `update event set registration_opens_at = now() - interval '1 day', registration_closes_at = now() + interval '1 day', capacity = 30, seats_taken = 2, attended = 2,
      moved_at = now(), moved_from_starts_at = starts_at, moved_from_ends_at = ends_at, moved_from_place_key = 'main-library' where id = $1`,
    [event],
  );
  await closedDay(city, { event, people, tablet: tablet.id });
  // it is the first of those that recur; the doors stay shut
  await sql(city.em(), `insert into event_series (id, rule, created_at) values ($1, 'FREQ=WEEKLY;COUNT=1', now())`, [event]);
  await sql(city.em(), 'update event set series_id = id where id = $1', [event]);
  await sql(city.em(), `update event set cancelled_at = now(), cancel_reason = '{ "fi": "Myrsky" }' where kind = 'OPEN_DOORS'`);
  await sql(
    city.em(),
    `insert into registration (id, code, event_id, resident_id, name, email, phone, party_size, needs, language, state, registered_at, checked_in_at)
    values ($1, $2, $3, $4, 'Aino', 'aino@example.fi', '040 1234567', 2, 'Induktiosilmukka', 'fi', 'CHECKED_IN', now(), now())`,
    [guest.id, guest.code, event, residents[0]!.id],
  );
  await sql(
    city.em(),
    `insert into view_line (at, staff_id, by, unit_key, data, reason, words, subject, subject_id)
    values (now(), $1, 'Antti L.', 'green-services', 'REGISTRATION', 'OTHER', 'Avaimet löytyivät', 'Registration', $2)`,
    [people['antti'], guest.id],
  );
  for (const { id } of residents) await aSession(city, 'resident_id', id!);
  const passkey = newId();
  await sql(
    city.em(),
    `insert into passkey (id, staff_id, name, credential_id, public_key, counter, transports, created_at, last_used_at) values ($1, $2, 'Puhelin', $1::uuid::text, '', 0, '[]', now(), now())`,
    [passkey, people['mirja']],
  );
  await sql(city.em(), `update staff_member set last_seen_at = now(), invited_until = now()`);
  const token = newId();
  await sql(
    city.em(),
    `insert into api_token (id, staff_id, hash, name, verbs, created_at, expires_at, last_used_at) values ($1, $2, $1::uuid::text, 'Tilastot', '["staff.read"]', now(), now() + interval '1 day', now())`,
    [token, people['mirja']],
  );
  return {
    people,
    passkey,
    token,
    aino: residents[0]!,
    eino: residents[1]!,
    event,
    helper: await TestDevice.tablet(city, 'Tabletti 2'),
    guest,
    matter,
    voice: { id: whole.id, receipt: results[0]!.receipt! },
    tablet,
    held: held!.id,
    plan,
    project,
    round,
    idea,
    proposal,
    teachersCode,
    counted,
    draft,
  };
}

async function aResident(city: City, email: string): Promise<Actor> {
  const id = newId();
  await sql(
    city.em(),
    `insert into resident (id, email, display_name, locale, created_at, last_sign_in_at) values ($1, $2, initcap(split_part($2, '@', 1)), 'fi', now(), now())`,
    [id, email],
  );
  return { kind: 'resident', id, roles: [] };
}

const aSession = (city: City, owner: 'staff_id' | 'resident_id', id: string) =>
  sql(
    city.em(),
    `insert into session (id, hash, ${owner}, method, agent, created_at, last_seen_at) values ($1, $1::uuid::text, $2, 'CODE', 'Firefox, Linux', now(), now())`,
    [newId(), id],
  );
