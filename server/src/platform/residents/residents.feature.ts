import type { Feature } from '../../kernel/feature.ts';
import { policy, resident } from '../../kernel/policy.ts';
import { sql as run } from '../../kernel/command.ts';
import { sql, visible } from '../../kernel/read/index.ts';
import { Resident } from './residents.entity.ts';
import { ResidentsResolver } from './residents.resolver.ts';

visible(Resident, (column, actor) => (actor.kind === 'system' ? undefined : sql`${column('id')} = ${actor.id}::uuid`));

/** Residents who have made an account. */
export const residents: Feature = {
  entities: [Resident],
  resolvers: [ResidentsResolver],
  policy: policy({
    'residents.account.update': resident,
    'residents.data.read': resident,
    'residents.account.erase': resident,
    'residents.account.erase.try': resident,
  }),
  personal: {
    export: async ({ em }, id) => ({
      Resident: await run(
        em,
        `select display_name as "displayName", email, locale, to_json(created_at) as "createdAt", to_json(last_sign_in_at) as "lastSignInAt" from resident where id = $1`,
        [id],
      ),
    }),
    erase: async ({ em }, id) => ({ Resident: (await run(em, 'delete from resident where id = $1 returning id', [id])).length }),
  },
  retention: [
    {
      key: 'resident',
      of: ['Resident'],
      ground: 'PUBLIC_TASK',
      days: null,
      records: 'select id, created_at as since, null::timestamptz as until from resident',
    },
  ],
  constraints: { resident_email_once: 'already-exists' },
};
