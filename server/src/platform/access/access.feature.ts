import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, either, onlySystem, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { PendingSignIn, Session, SignInCode, SignInLink, StaffIdentity } from './access.entity.ts';
import { personal } from './access.personal.ts';
import { AccessResolver } from './access.resolver.ts';
import { retention } from './access.retention.ts';
import { Passkey, PasskeyChallenge } from './passkeys/passkey.entity.ts';
import { PasskeysResolver } from './passkeys/passkeys.resolver.ts';

visible(Passkey, (column, { kind, id }) => (kind === 'staff' ? sql`${column('staff')} = ${id}::uuid` : raw('false')));
visible(Session, (column, { kind, id }) => {
  if (kind === 'staff') return sql`${column('staff')} = ${id}::uuid`;
  return kind === 'resident' ? sql`${column('resident')} = ${id}::uuid` : raw('false');
});

/** How people come in: codes, links, identity providers, and the sessions that they open. */
export const access: Feature = {
  entities: [SignInCode, SignInLink, PendingSignIn, StaffIdentity, Session, Passkey, PasskeyChallenge],
  resolvers: [AccessResolver, PasskeysResolver],
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
    'access.passkey.offer': anyStaff,
    'access.passkey.add': anyStaff,
    'access.passkey.rename': anyStaff,
    'access.passkey.remove': anyStaff,
    'access.passkey.begin': anyone,
    'access.passkey.try': anyone,
    'access.sign-out': either(anyStaff, resident),
    'access.session.end': either(anyStaff, resident),
    'access.invite': staff(),
    'access.administrator.make': onlySystem,
  }),
  personal,
  publicReads: ['signInWays'],
  retention,
  constraints: { passkey_once: 'already-exists' },
  private: [
    'SignInCode.*',
    'SignInLink.*',
    'PendingSignIn.*',
    'StaffIdentity.*',
    'Session.hash',
    'Session.staff',
    'Session.resident',
    'PasskeyChallenge.*',
    'Passkey.staff',
    'Passkey.credentialId',
    'Passkey.publicKey',
    'Passkey.counter',
    'Passkey.transports',
  ],
};
