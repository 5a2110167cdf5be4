import { sql } from '../../kernel/command.ts';
import type { Figure } from '../../kernel/figure.ts';

const ofMeasures = 'f.measure_id = any($1::uuid[]) and f.captured_at >= $2::timestamptz and f.captured_at < $3::timestamptz';
const counting =
  (and = ''): Figure['count'] =>
  ({ em }, { measures, from, to }) =>
    sql(em, `select f.measure_id as measure, count(*)::int as value from feedback f where ${ofMeasures}${and} group by 1`, [measures, from, to]);

/** What residents said about a measure, and how much of it was answered. */
export const figures: readonly Figure[] = [
  {
    key: 'feedback.received',
    name: { fi: 'palautetta tästä toimenpiteestä', sv: 'responser om den här åtgärden', en: 'pieces of feedback about this measure' },
    evenNone: true,
    count: counting(),
  },
  {
    key: 'feedback.answered',
    name: { fi: 'palautetta, joihin kaupunki on vastannut', sv: 'responser som staden har svarat på', en: 'pieces of feedback that the city has answered' },
    count: counting(' and exists (select from feedback_answer a where a.feedback_id = f.id)'),
  },
];
