import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, either, onlySystem, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { PendingSignIn, Session, SignInCode, SignInLink, StaffIdentity } from './access.entity.ts';
import { personal } from './access.personal.ts';
import { AccessResolver } from './access.resolver.ts';
import { retention } from './access.retention.ts';

visible(Session, (column, { kind, id }) => {
  if (kind === 'staff') return sql`${column('staff')} = ${id}::uuid`;
  return kind === 'resident' ? sql`${column('resident')} = ${id}::uuid` : raw('false');
});

/** How people come in: codes, links, identity providers, and the sessions that they open. */
export const access: Feature = {
  entities: [SignInCode, SignInLink, PendingSignIn, StaffIdentity, Session],
  resolvers: [AccessResolver],
  policy: policy({
    'access.code.request': anyone,
    'access.code.try': anyone,
    'access.code.try.resident': anyone,
    'access.link.follow': anyone,
    'access.provider.begin': anyone,
    'access.provider.return': anyone,
    'access.provider.enter': anyone,
    'access.provider.enter.resident': anyone,
    'access.email.change': resident,
    'access.sign-out': either(anyStaff, resident),
    'access.session.end': either(anyStaff, resident),
    'access.invite': staff(),
    'access.administrator.make': onlySystem,
  }),
  personal,
  publicReads: ['signInWays'],
  retention,
  private: ['SignInCode.*', 'SignInLink.*', 'PendingSignIn.*', 'StaffIdentity.*', 'Session.hash', 'Session.staff', 'Session.resident'],
};
