import { sql } from '../../kernel/command.ts';
import type { Figure } from '../../kernel/figure.ts';
import type { EventFigure } from '../../kernel/occasion.ts';

const counting =
  (when: string): Figure['count'] =>
  ({ em, clock }, { measures, from, to }) =>
    sql(
      em,
      `select m.measure_id as measure, count(*)::int as value from event_measures m join event e on e.id = m.event_id
      where m.measure_id = any($1::uuid[]) and e.starts_at >= $2::timestamptz and e.starts_at < $3::timestamptz
        and e.ends_at ${when} $4 and e.cancelled_at is null group by 1`,
      [measures, from, to, clock.now()],
    );

/** How often the city met its residents for a measure, and will. */
export const figures: readonly Figure[] = [
  {
    key: 'events.held',
    name: { fi: 'tilaisuutta pidetty', sv: 'evenemang har hållits', en: 'events held' },
    count: counting('<='),
  },
  {
    key: 'events.ahead',
    name: { fi: 'tilaisuutta tulossa', sv: 'evenemang på kommande', en: 'events to come' },
    count: counting('>'),
  },
];

/** Who came of those who registered, of an event for which one does. */
export const eventFigures: readonly EventFigure[] = [
  {
    key: 'events.attended',
    name: { fi: 'Ilmoittautuneita saapunut', sv: 'Anmälda som kommit', en: 'Registered who came' },
    stages: ['DURING', 'REPORT'],
    count: ({ em }, eventId) => sql(em, 'select attended as value from event where id = $1 and (registration_opens_at is not null or attended > 0)', [eventId]),
  },
];
