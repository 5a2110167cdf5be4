import type { Audience } from '@torilla/schema/access/access';
import { ownPath } from '@torilla/schema/access/returnPath';
import type { Locale } from '@torilla/schema/kernel/locale';
import { command, sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { PendingSignIn } from '../access.entity.ts';
import type { Remembered } from './provider.ts';

const MINUTES = 10;

/** A sign-in on its way: what the provider must hand back, and where its owner wanted to go. */
export interface Returned extends Remembered {
  returnTo: string | null;
  locale: Locale;
}

interface Leaving extends Remembered {
  audience: Audience;
  browser: string;
  locale: Locale;
  returnTo: unknown;
}

// a resident who is signed in shows who they are for the account that they are in; staff only sign in
const accountOf = ({ actor }: Context, audience: Audience): string | null => (audience === 'RESIDENT' && actor.kind === 'resident' ? actor.id : null);

/** Keeps what must be remembered until the browser comes back from the provider. */
export const keepPending = command(
  'access.provider.begin',
  () => ({ type: 'PendingSignIn', id: null }),
  async (ctx, { state, browser, audience, nonce, verifier, locale, returnTo }: Leaving) => {
    const { em, clock, services, address } = ctx;
    services.limit(`provider:${address}`, 100, MINUTES * 60_000);
    const now = clock.now().getTime();
    await em.nativeDelete(PendingSignIn, { expiresAt: { $lte: new Date(now) } });
    em.create(PendingSignIn, {
      hash: hashOf(state),
      browserHash: hashOf(browser),
      audience,
      nonce,
      verifier,
      locale,
      accountId: accountOf(ctx, audience),
      returnTo: ownPath(returnTo, new URL(services.publicUrl).origin),
      expiresAt: new Date(now + MINUTES * 60_000),
    });
    await em.flush();
  },
);

/** Takes a sign-in that came back, once; null for one that is over, was taken, or was begun in another browser or in another account. */
export const takePending = command(
  'access.provider.return',
  () => ({ type: 'PendingSignIn', id: null }),
  async (ctx, { state, browser, audience }: { state: string; browser: string; audience: Audience }): Promise<Returned | null> => {
    const [row] = await sql<Omit<Returned, 'state'> & { isTheirs: boolean }>(
      ctx.em,
      `delete from pending_sign_in where hash = $1 returning nonce, verifier, locale, return_to as "returnTo",
       browser_hash = $2 and audience = $3 and expires_at > $4 and account_id is not distinct from $5::uuid as "isTheirs"`,
      [hashOf(state), hashOf(browser), audience, ctx.clock.now(), accountOf(ctx, audience)],
    );
    if (!row?.isTheirs) return null;
    const { isTheirs: _, ...kept } = row;
    return { state, ...kept };
  },
);
