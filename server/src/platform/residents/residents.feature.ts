import type { Feature } from '../../kernel/feature.ts';
import { policy, resident } from '../../kernel/policy.ts';
import { sql, visible } from '../../kernel/read/index.ts';
import { DataResolver } from './data.resolver.ts';
import { Consent, Resident } from './residents.entity.ts';
import { personal } from './residents.personal.ts';
import { ResidentsResolver } from './residents.resolver.ts';
import { retention } from './residents.retention.ts';

visible(Resident, (column, actor) => (actor.kind === 'system' ? undefined : sql`${column('id')} = ${actor.id}::uuid`));
visible(Consent, (column, actor) => sql`${column('resident')} = ${actor.id}::uuid`);

/** Residents who have made an account, and what they can do with what is held of them. */
export const residents: Feature = {
  entities: [Resident, Consent],
  resolvers: [ResidentsResolver, DataResolver],
  policy: policy({
    'residents.account.update': resident,
    'residents.account.erase': resident,
    'residents.data.read': resident,
    'residents.consent.withdraw': resident,
  }),
  private: ['Consent.resident'],
  constraints: { resident_email_once: 'already-exists' },
  personal,
  retention,
};
