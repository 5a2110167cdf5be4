import { LockMode } from '@mikro-orm/core';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AddPasskey, RenamePasskey, SignInWithPasskey } from '@torilla/schema/access/access';
import { command } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { Problem } from '../../../kernel/problem.ts';
import { grantedTo } from '../../staff/actor.ts';
import { StaffMember } from '../../staff/staff.entity.ts';
import { openSession } from '../session.ts';
import { newChallenge, takeChallenge } from './challenge.ts';
import { Passkey } from './passkey.entity.ts';
import { authenticationOf, challengeIn, registrationOf } from './response.ts';

const subject = ({ id }: { id: string }) => ({ type: 'Passkey', id });
/** Whose keys they are: this address and no other, and only of somebody who has shown the device that it is them. */
const ours = ({ publicUrl }: Context['services']) => ({
  expectedOrigin: new URL(publicUrl).origin,
  expectedRPID: new URL(publicUrl).hostname,
  requireUserVerification: true,
});
/** EdDSA, ES256, RS256: what devices have. */
const ALGORITHMS = [-8, -7, -257];
/** By what name a device knows a member of staff; it shows them their name and address instead. */
const handleOf = (staffId: string) => Uint8Array.from(Buffer.from(staffId.replaceAll('-', ''), 'hex'));

/** A refusal is an answer and not an error: the challenge must stay used. */
type Attempt = { id: string } | { problem: 'passkey-refused' };
const refused: Attempt = { problem: 'passkey-refused' };
const attempted = (_: unknown, attempt: Attempt) => ('id' in attempt ? attempt.id : null);
function told(attempt: Attempt): string {
  if ('problem' in attempt) throw new Problem(attempt.problem);
  return attempt.id;
}

/** What the browser needs to make a passkey for whoever is signed in. */
export const offerPasskey = command(
  'access.passkey.offer',
  () => ({ type: 'Passkey', id: null }),
  async (ctx, _: null) => {
    const { em, actor, services } = ctx;
    const staff = await em.findOneOrFail(StaffMember, { id: actor.id! });
    const known = await em.find(Passkey, { staff });
    return generateRegistrationOptions({
      rpName: 'Torilla',
      rpID: new URL(services.publicUrl).hostname,
      userName: staff.email,
      userDisplayName: staff.displayName,
      userID: handleOf(staff.id),
      challenge: await newChallenge(ctx, staff.id),
      supportedAlgorithmIDs: ALGORITHMS,
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  },
);

/** Keeps a passkey that the browser has made. Safe to send twice. @throws Problem `passkey-refused`, `bad-input`, `already-exists` */
export const addPasskey = async (ctx: Context, input: AddPasskey): Promise<string> => told(await keepPasskey(ctx, input));

const keepPasskey = command(
  'access.passkey.add',
  (input: AddPasskey, attempt: Attempt) => ({ type: 'Passkey', id: attempted(input, attempt) }),
  async (ctx, { id, name, response }): Promise<Attempt> => {
    const { em, actor, services, clock } = ctx;
    if (await em.count(Passkey, { id, staff: actor.id! })) return { id };
    const made = registrationOf(response);
    const challenge = challengeIn(made.response);
    if (!challenge || !(await takeChallenge(ctx, challenge, actor.id))) return refused;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: made as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      supportedAlgorithmIDs: ALGORITHMS,
      ...ours(services),
    }).catch(() => ({ registrationInfo: undefined }));
    if (!registrationInfo) return refused;
    const { id: credentialId, publicKey, counter } = registrationInfo.credential;
    em.create(Passkey, {
      id,
      staff: actor.id!,
      name,
      credentialId,
      publicKey: Buffer.from(publicKey),
      counter: String(counter),
      transports: made.response.transports,
      createdAt: clock.now(),
    });
    await em.flush();
    return { id };
  },
);

/** What the browser needs to ask its owner for one of their passkeys here. Nobody is named: the passkey says who it is. */
export const beginPasskeySignIn = command(
  'access.passkey.begin',
  () => ({ type: 'Passkey', id: null }),
  async (ctx, _: null) => {
    ctx.services.limit(`passkey:${ctx.address}`, 100, 10 * 60_000);
    return generateAuthenticationOptions({
      rpID: new URL(ctx.services.publicUrl).hostname,
      userVerification: 'required',
      challenge: await newChallenge(ctx, null),
    });
  },
);

/** Signs a member of staff in with a passkey and gives their id. @throws Problem `passkey-refused`, `bad-input` */
export const signInWithPasskey = async (ctx: Context, input: SignInWithPasskey): Promise<string> => told(await tryPasskey(ctx, input));

const tryPasskey = command(
  'access.passkey.try',
  (input: SignInWithPasskey, attempt: Attempt) => ({ type: 'StaffMember', id: attempted(input, attempt) }),
  async (ctx, { response }): Promise<Attempt> => {
    const { em, services, clock } = ctx;
    services.limit(`sign-in:${ctx.address}`, 50, 10 * 60_000);
    const signed = authenticationOf(response);
    const challenge = challengeIn(signed.response);
    if (!challenge || !(await takeChallenge(ctx, challenge, null))) return refused;
    const passkey = await em.findOne(Passkey, { credentialId: signed.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!passkey) return refused;
    const staffId = passkey.staff.id;
    const { userHandle } = signed.response;
    if (userHandle !== Buffer.from(handleOf(staffId)).toString('base64url')) return refused;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: signed as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      ...ours(services),
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: Number(passkey.counter),
        transports: passkey.transports,
      },
    }).catch(() => ({ verified: false, authenticationInfo: undefined }));
    const now = clock.now();
    if (!verified || !authenticationInfo || !(await grantedTo(em, staffId, now)).length) return refused;
    passkey.counter = String(authenticationInfo.newCounter);
    passkey.lastUsedAt = now;
    await openSession(ctx, { staff: staffId }, 'PASSKEY');
    return { id: staffId };
  },
);

/** Gives one of one's own passkeys another name. @throws Problem `not-found` */
export const renamePasskey = command('access.passkey.rename', subject, async ({ em, actor }, { id, name }: RenamePasskey) => {
  if (!(await em.nativeUpdate(Passkey, { id, staff: actor.id! }, { name }))) throw new Problem('not-found');
  return id;
});

/** Removes one of one's own passkeys; the last too, for the code by mail remains. @throws Problem `not-found` */
export const removePasskey = command('access.passkey.remove', subject, async ({ em, actor }, { id }: { id: string }) => {
  if (!(await em.nativeDelete(Passkey, { id, staff: actor.id! }))) throw new Problem('not-found');
  return id;
});
