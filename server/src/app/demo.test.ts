import { expect, test } from 'vitest';
import { diceOf } from '../kernel/dice.ts';
import { say } from '../features/feedback/demo/say.ts';
import { sql } from '../kernel/command.ts';
import { aCity } from '../testing/city.ts';
import { seedDemo } from './database.ts';

const city = await aCity({ rolledBack: false });

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
      (select count(distinct state)::int from feedback) as states`,
  );
  expect(there).toMatchObject({ events: 120, devices: 12, voices: 3000, strange: 0, states: 6 });
  expect(Math.abs(there!['answers']! - 1900)).toBeLessThan(150);
  expect(there!['distinct_words']).toBeGreaterThan(2300);
  expect(there!['others']).toBeGreaterThan(200);
  expect(there!['least_joined']).toBeGreaterThan(4);
}, 60_000);

test('the demo says the same to everybody', () => {
  const some = () => {
    const dice = diceOf(1);
    return Array.from({ length: 50 }, () => say(dice).words);
  };
  expect(some()).toEqual(some());
  for (const words of some()) expect(words).not.toMatch(/undefined|\.\.|:\.|  /);
});
