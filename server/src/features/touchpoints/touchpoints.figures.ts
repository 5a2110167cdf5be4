import { sql } from '../../kernel/command.ts';
import type { Figure } from '../../kernel/figure.ts';

/** The measure of the plan by which customer experience is measured and the result is used. */
const MEASURES = [15];

const counting =
  (count: string): Figure['count'] =>
  ({ em }, { measures, from, to }) =>
    sql(em, `select m as measure, (${count}) as value from unnest($1::uuid[]) m where $2::timestamptz < $3::timestamptz`, [measures, from, to]);

/** How the way of working is: where one can tell how it went, how often it was told, and what was done about it. */
export const figures: readonly Figure[] = [
  {
    key: 'touchpoints.answers',
    name: { fi: 'vastausta siihen, miten asiointi sujui', sv: 'svar på hur ärendet gick', en: 'answers on how it went' },
    measures: MEASURES,
    count: counting(`select count(*)::int from touchpoint_tap where state = 'COUNTED' and received_at >= $2 and received_at < $3`),
  },
  {
    key: 'touchpoints.points',
    name: { fi: 'palvelupistettä, joissa sen voi kertoa', sv: 'serviceställen där man kan berätta det', en: 'service points where one can tell' },
    measures: MEASURES,
    count: counting('select count(*)::int from touchpoint where created_at < $3 and coalesce(closed_at >= $2, true)'),
  },
  {
    key: 'touchpoints.deeds',
    name: { fi: 'asiaa tehty vastausten takia', sv: 'saker som har gjorts på grund av svaren', en: 'things done because of the answers' },
    measures: MEASURES,
    count: counting('select count(*)::int from service_deed where open and done_on >= $2 and done_on < $3'),
  },
];
