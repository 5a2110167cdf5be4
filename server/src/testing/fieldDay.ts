import { newId } from '@torilla/schema/kernel/id';
import { sql } from '../kernel/command.ts';
import type { City } from './city.ts';
import { aFile } from './pdf.ts';
import { aPicture } from './picture.ts';

/** What a day in the field leaves when it was closed, taken up again and closed once more, with its report and a quote. */
export async function closedDay(city: City, { event, people, tablet }: { event: string; people: Record<string, string>; tablet: string }): Promise<void> {
  const antti = people['antti'];
  const words = JSON.stringify(Object.fromEntries(['done', 'heard', 'next'].map((part) => [part, { fi: 'Oltiin', sv: 'Vi var', en: 'We were' }])));
  await sql(city.em(), `update device set ready_at = now(), ready_for = $2, ready_faults = '["offline"]' where id = $1`, [tablet, event]);
  await sql(city.em(), `insert into field_day_tick (id, event_id, item, at, by_id) values ($1, $2, 'PLACE', now(), $3)`, [newId(), event, antti]);
  for (const reopened of [true, false])
    await sql(
      city.em(),
      `insert into field_day_closing (id, event_id, closed_at, closed_by_id, attendance, tablets, reason, reopened_at, reopened_by_id)
      values ($1, $2, now(), $3, '{ "under13": 7, "from13": 0, "from18": 9, "from30": 20, "from65": 12, "unknown": 0 }',
        '[{ "deviceId": "${tablet}", "name": "Tabletti 1", "made": 2, "received": 1, "held": 0, "missing": [{ "from": 2, "to": 2 }] }]', 'Putosi mereen',
        case when $4::boolean then now() end, case when $4 then $3::uuid end)`,
      [newId(), event, antti, reopened],
    );
  const quote = newId();
  await sql(
    city.em(),
    `insert into feedback_quote (id, feedback_id, words, marked_at, marked_by_id, reviewed_at, reviewed_by_id, fit)
    select $1, id, words, now(), $3, now(), $3, true from feedback where event_id = $2 and words is not null and hidden_at is null and unit_key is null order by id limit 1`,
    [quote, event, antti],
  );
  const figures = [
    { key: 'feedback.moods', name: { fi: 'Mieliala' }, isSplit: true, counts: [{ group: { fi: 'Torilla' }, label: { fi: 'Iloinen' }, value: 7 }] },
  ];
  await sql(
    city.em(),
    `insert into event_report (event_id, words, version, saved_at, saved_by_id, published, published_version, published_at, published_by_id)
    values ($1, $2::jsonb, 2, now(), $3, jsonb_build_object('words', $2::jsonb, 'figures', $4::jsonb, 'quoteIds', jsonb_build_array($5::text)), 2, now(), $3)`,
    [event, words, antti, JSON.stringify(figures), quote],
  );
  const picture = await aPicture(city, 'event_report', event, antti!);
  await aFile(city, event, antti!);
  await sql(city.em(), `update event_report set published = jsonb_set(published, '{pictureIds}', jsonb_build_array($1::text))`, [picture]);
}
