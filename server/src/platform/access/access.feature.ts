import type { Feature } from '../../kernel/feature.ts';
import { anyone, anyStaff, either, inPerson, onlySystem, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible, type Visibility } from '../../kernel/read/index.ts';
import { PendingSignIn, Session, SignInCode, SignInLink, StaffIdentity } from './access.entity.ts';
import { personal } from './access.personal.ts';
import { AccessResolver } from './access.resolver.ts';
import { retention } from './access.retention.ts';
import { Passkey, PasskeyChallenge } from './passkeys/passkey.entity.ts';
import { PasskeysResolver } from './passkeys/passkeys.resolver.ts';
import { ApiToken } from './tokens/token.entity.ts';
import { TokensResolver } from './tokens/tokens.resolver.ts';

/** Whose it is, for whoever may end it: a script sees none of its owner's. */
const theirs =
  (verb: string): Visibility =>
  (column, actor) =>
    actor.kind === 'staff' && actor.may(verb) ? sql`${column('staff')} = ${actor.id}::uuid` : raw('false');

visible(Passkey, theirs('access.passkey.remove'));
visible(ApiToken, theirs('access.token.end'));
visible(Session, (column, actor) => (actor.kind === 'resident' ? sql`${column('resident')} = ${actor.id}::uuid` : theirs('access.session.end')(column, actor)));

/** How people come in: codes, links, identity providers, and the sessions that they open. */
export const access: Feature = {
  entities: [SignInCode, SignInLink, PendingSignIn, StaffIdentity, Session, Passkey, PasskeyChallenge, ApiToken],
  resolvers: [AccessResolver, PasskeysResolver, TokensResolver],
  policy: policy({
    'access.code.request': inPerson(anyone),
    'access.code.try': inPerson(anyone),
    'access.code.try.resident': inPerson(anyone),
    'access.link.follow': inPerson(anyone),
    'access.provider.begin': inPerson(anyone),
    'access.provider.return': inPerson(anyone),
    'access.provider.enter': inPerson(anyone),
    'access.provider.enter.resident': inPerson(anyone),
    'access.email.change': inPerson(resident),
    'access.passkey.offer': inPerson(anyStaff),
    'access.passkey.add': inPerson(anyStaff),
    'access.passkey.rename': inPerson(anyStaff),
    'access.passkey.remove': inPerson(anyStaff),
    'access.passkey.begin': inPerson(anyone),
    'access.passkey.try': inPerson(anyone),
    'access.token.make': inPerson(anyStaff),
    'access.token.end': inPerson(anyStaff),
    'access.sign-out': inPerson(either(anyStaff, resident)),
    'access.session.end': inPerson(either(anyStaff, resident)),
    'access.session.end-others': inPerson(either(anyStaff, resident)),
    'access.policy.read': anyStaff,
    'access.invite': inPerson(staff()),
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
    'ApiToken.hash',
    'ApiToken.staff',
    'Passkey.staff',
    'Passkey.credentialId',
    'Passkey.publicKey',
    'Passkey.counter',
    'Passkey.transports',
  ],
};
