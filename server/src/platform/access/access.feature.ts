import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, either, onlySystem, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { Session, SignInCode, SignInLink } from './access.entity.ts';
import { AccessResolver } from './access.resolver.ts';

visible(Session, (column, { kind, id }) => {
  if (kind === 'staff') return sql`${column('staff')} = ${id}::uuid`;
  return kind === 'resident' ? sql`${column('resident')} = ${id}::uuid` : raw('false');
});

/** How people come in: codes, links, and the sessions that they open. */
export const access: Feature = {
  entities: [SignInCode, SignInLink, Session],
  resolvers: [AccessResolver],
  policy: policy({
    'access.code.request': anyone,
    'access.code.try': anyone,
    'access.code.try.resident': anyone,
    'access.link.follow': anyone,
    'access.sign-out': either(anyStaff, resident),
    'access.session.end': either(anyStaff, resident),
    'access.invite': staff(),
    'access.administrator.make': onlySystem,
  }),
  private: ['SignInCode.*', 'SignInLink.*', 'Session.hash', 'Session.staff', 'Session.resident'],
};
