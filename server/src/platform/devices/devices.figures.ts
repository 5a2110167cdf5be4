import { sql } from '../../kernel/command.ts';
import type { Figure } from '../../kernel/figure.ts';

/** From how many browsers of their own residents have taken part. One is as good as a resident to the plan's target; a shared one counts once. */
export const figures: readonly Figure[] = [
  {
    key: 'devices.residents',
    name: {
      fi: 'puhelinta tai tietokonetta, joilta asukkaat ovat osallistuneet',
      sv: 'telefoner eller datorer som invånare har deltagit från',
      en: 'phones and computers from which residents have taken part',
    },
    measures: [11],
    metric: 'RESIDENTS',
    count: ({ em }, { measures, from, to }) =>
      sql(
        em,
        `select m as measure, (select count(*)::int from device where kind = 'PUBLIC' and revoked_at is null and enrolled_at >= $2::timestamptz and enrolled_at < $3::timestamptz) as value
        from unnest($1::uuid[]) m`,
        [measures, from, to],
      ),
  },
];
