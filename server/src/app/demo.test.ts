import { expect, test } from 'vitest';
import { diceOf } from '../kernel/dice.ts';
import { say } from '../features/feedback/demo/say.ts';
import { sql } from '../kernel/command.ts';
import { aCity } from '../testing/city.ts';
import { seedDemo } from './database.ts';

const city = await aCity({ rolledBack: false });
const twice = await aCity({ rolledBack: false });

test('a year of the demo is put in once, whole and marked as what it is', async () => {
  expect(await seedDemo(city.app, 1)).toBe(true);
  expect(await seedDemo(city.app, 1)).toBe(false);
  const [there] = await sql<Record<string, number>>(
    city.em(),
    `select (select count(*)::int from event where description->>'fi' like 'Esittelyaineistoa%') as events, (select count(*)::int from device where name like 'Demo %') as devices,
      (select count(*)::int from feedback where note like 'Esittelyaineistoa%') as voices, (select count(*)::int from feedback_answer) as answers,
      (select count(*)::int from feedback where captured_at > now() or captured_at < now() - interval '13 months') as strange,
      (select count(distinct words)::int from feedback) as distinct_words, (select count(*)::int from feedback where language <> 'fi') as others,
      (select min(pieces)::int from (select count(f.id) as pieces from feedback_matter m left join feedback f on f.matter_id = m.id group by m.id) m) as least_joined,
      (select count(distinct state)::int from feedback) as states,
      (select count(*)::int from feedback where state not in ('ANSWERED', 'CHANGED') and due_on < current_date) as late,
      (select count(*)::int from touchpoint) as points, (select count(*)::int from touchpoint_tap) as taps,
      (select count(*)::int from touchpoint_tap where received_at > now() or received_at < now() - interval '13 months') as strange_taps,
      (select count(*)::int from participation) as projects, (select count(*)::int from action_report) as reports, (select count(*)::int from budget_round) as rounds, (select count(*)::int from budget_idea) as ideas,
      (select count(*)::int from budget_idea where received_at > now()) as ideas_to_come,
      (select count(*)::int from budget_project p join budget_round r on r.id = p.round_id where r.phase = 'VOTING') as voted_on,
      (select count(*)::int from budget_count) as counts, (select min(jsonb_array_length(winners))::int from budget_count) as least_funded,
      (select count(*)::int from budget_ballot b join budget_round r on r.id = b.round_id where r.phase = 'VOTING') as ballots`,
  );
  expect(there).toMatchObject({
    events: 120,
    devices: 12,
    voices: 3000,
    strange: 0,
    states: 6,
    points: 6,
    strange_taps: 0,
    projects: 3,
    reports: 21,
    rounds: 4,
    ideas: 40,
    ideas_to_come: 0,
    voted_on: 40,
    counts: 2,
  });
  expect(there!['taps']).toBeGreaterThan(15_000);
  expect(Math.abs(there!['answers']! - 1900)).toBeLessThan(150);
  expect(there!['distinct_words']).toBeGreaterThan(2300);
  expect(there!['others']).toBeGreaterThan(200);
  expect(there!['least_joined']).toBeGreaterThan(4);
  expect(there!['ballots']).toBeGreaterThan(1150);
  expect(there!['least_funded']).toBeGreaterThan(2);
  // a city that has promised a day nearly always keeps it
  expect(Math.abs(there!['late']! - 50)).toBeLessThan(25);
}, 60_000);

test('a year is there as many times as is asked for, each with all that came of it', async () => {
  // the same year, which is dated around today
  twice.clock.set(city.clock.now());
  expect(await seedDemo(twice.app, 2)).toBe(true);
  const counted = (em = city.em()) =>
    sql<Record<string, number>>(
      em,
      `select (select count(*)::int from feedback) as voices, (select count(distinct receipt)::int from feedback) as receipts, (select count(*)::int from feedback_topics) as topics,
        (select count(*)::int from feedback_step) as steps, (select count(*)::int from feedback_answer) as answers, (select count(*)::int from feedback_contact) as contacts,
        (select count(*)::int from feedback_remark) as remarks, (select count(*)::int from inbox_item) as items`,
    );
  const [[once], [both]] = [await counted(), await counted(twice.em())];
  expect(both).toEqual(Object.fromEntries(Object.entries(once!).map(([what, count]) => [what, 2 * count])));
  // and each tablet numbered all that it sent
  const gaps = await sql(
    twice.em(),
    'select device_id from inbox_item group by device_id having max(sequence) <> count(*) or count(distinct sequence) <> count(*)',
  );
  expect(gaps).toEqual([]);
}, 60_000);

test('the demo says the same to everybody', () => {
  const some = () => {
    const dice = diceOf(1);
    return Array.from({ length: 50 }, () => say(dice).words);
  };
  expect(some()).toEqual(some());
  for (const words of some()) expect(words).not.toMatch(/undefined|\.\.|:\.|  /);
});
