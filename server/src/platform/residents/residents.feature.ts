import type { Feature } from '../../kernel/feature.ts';
import { policy, resident } from '../../kernel/policy.ts';
import { sql, visible } from '../../kernel/read/index.ts';
import { Resident } from './residents.entity.ts';
import { ResidentsResolver } from './residents.resolver.ts';

visible(Resident, (column, actor) => (actor.kind === 'system' ? undefined : sql`${column('id')} = ${actor.id}::uuid`));

/** Residents who have made an account. */
export const residents: Feature = {
  entities: [Resident],
  resolvers: [ResidentsResolver],
  policy: policy({ 'residents.account.update': resident }),
  constraints: { resident_email_once: 'already-exists' },
};
