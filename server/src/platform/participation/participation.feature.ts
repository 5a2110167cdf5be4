import { sql as run } from '../../kernel/command.ts';
import type { Feature } from '../../kernel/feature.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { sql, visible } from '../../kernel/read/index.ts';
import { demoParticipation } from './participation.demo.ts';
import { Participation, ParticipationStep } from './participation.entity.ts';
import { ParticipationResolver } from './participation.resolver.ts';

// a draft is its unit's until everybody may read it
visible(Participation, (column, actor) => {
  const open = sql`${column('state')} <> 'DRAFT'`;
  if (actor.kind !== 'staff' || !actor.may('participation.save')) return open;
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`${open} or ${column('unit')} = any(${actor.unitsOf('OFFICER')})`;
});

/** The units' own plans of how people take part. */
export const participation: Feature = {
  entities: [Participation, ParticipationStep],
  resolvers: [ParticipationResolver],
  policy: policy({
    'participation.save': staff('OFFICER'),
    'participation.publish': staff('OFFICER'),
    'participation.end': staff('OFFICER'),
    'participation.discard': staff('OFFICER'),
  }),
  constraints: {
    participation_unit_key_foreign: 'unknown-unit',
    participation_measures_measure_id_foreign: 'unknown-measure',
    participation_step_event_id_foreign: 'unknown-event',
    participation_step_pkey: 'already-exists',
  },
  private: ['ParticipationStep.participation', 'ParticipationStep.position'],
  serves: [
    {
      key: 'participation.plans',
      name: { fi: 'toimialojen osallistumissuunnitelmaa', sv: 'delaktighetsplaner inom sektorerna', en: "units' own participation plans" },
      count: ({ em }, { measures, from, to }) =>
        run(
          em,
          `select m.measure_id as measure, count(*)::int as value from participation_measures m join participation p on p.id = m.participation_id
          where m.measure_id = any($1::uuid[]) and p.published_at >= $2::timestamptz and p.published_at < $3::timestamptz group by 1`,
          [measures, from, to],
        ),
    },
  ],
  publicReads: ['participations', 'participation'],
  // who answers is told as an office, not as a person
  impersonal: ['Participation', 'ParticipationStep'],
  demo: demoParticipation,
};
