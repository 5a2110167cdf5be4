import type { Feature } from '../../kernel/feature.ts';
import { policy, resident } from '../../kernel/policy.ts';
import { sql, visible } from '../../kernel/read/index.ts';
import { letGo } from './children.commands.ts';
import { DataResolver } from './data.resolver.ts';
import { IdentityResolver } from './identity.resolver.ts';
import { Child, Consent, Identity, Resident } from './residents.entity.ts';
import { personal } from './residents.personal.ts';
import { ResidentsResolver } from './residents.resolver.ts';
import { retention } from './residents.retention.ts';

visible(Resident, (column, actor) => (actor.kind === 'system' ? undefined : sql`${column('id')} = ${actor.id}::uuid`));
visible(Child, (column, actor) => sql`${column('guardian')} = ${actor.id}::uuid`);
visible(Identity, (column, actor) => sql`${column('resident')} = ${actor.id}::uuid`);
visible(Consent, (column, actor) => sql`${column('resident')} = ${actor.id}::uuid`);

/** Residents who have made an account, and what they can do with what is held of them. */
export const residents: Feature = {
  entities: [Resident, Identity, Child, Consent],
  resolvers: [ResidentsResolver, IdentityResolver, DataResolver],
  policy: policy({
    'residents.account.update': resident,
    'residents.account.erase': resident,
    'residents.child.add': resident,
    'residents.child.remove': resident,
    'residents.data.read': resident,
    'residents.consent.withdraw': resident,
  }),
  private: ['Identity.resident', 'Identity.personHash', 'Child.guardian', 'Child.place', 'Child.createdAt', 'Consent.resident'],
  constraints: { resident_email_once: 'already-exists', child_once: 'already-exists' },
  withdrawals: { CHILD: (ctx, id) => letGo(ctx, [id]) },
  personal,
  retention,
};
