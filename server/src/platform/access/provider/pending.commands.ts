import type { Audience } from '@torilla/schema/access/access';
import { ownPath } from '@torilla/schema/access/returnPath';
import { command, sql } from '../../../kernel/command.ts';
import { hashOf } from '../../../kernel/secret.ts';
import { PendingSignIn } from '../access.entity.ts';
import type { Remembered } from './provider.ts';

const MINUTES = 10;

/** A sign-in on its way: what the provider must hand back, and where its owner wanted to go. */
export interface Returned extends Remembered {
  returnTo: string | null;
}

/** Keeps what must be remembered until the browser comes back from the provider. */
export const keepPending = command(
  'access.provider.begin',
  () => ({ type: 'PendingSignIn', id: null }),
  async ({ em, clock, services, address }, { state, ...kept }: Remembered & { audience: Audience; browser: string; returnTo: unknown }) => {
    services.limit(`provider:${address}`, 100, MINUTES * 60_000);
    const { browser, audience, nonce, verifier, returnTo } = kept;
    const now = clock.now().getTime();
    await em.nativeDelete(PendingSignIn, { expiresAt: { $lte: new Date(now) } });
    em.create(PendingSignIn, {
      hash: hashOf(state),
      browserHash: hashOf(browser),
      audience,
      nonce,
      verifier,
      returnTo: ownPath(returnTo, new URL(services.publicUrl).origin),
      expiresAt: new Date(now + MINUTES * 60_000),
    });
    await em.flush();
  },
);

/** Takes a sign-in that came back, once; null for one that is over, was taken, or was begun in another browser. */
export const takePending = command(
  'access.provider.return',
  () => ({ type: 'PendingSignIn', id: null }),
  async ({ em, clock }, { state, browser, audience }: { state: string; browser: string; audience: Audience }): Promise<Returned | null> => {
    const [row] = await sql<{ nonce: string; verifier: string; returnTo: string | null; isTheirs: boolean }>(
      em,
      `delete from pending_sign_in where hash = $1
       returning nonce, verifier, return_to as "returnTo", browser_hash = $2 and audience = $3 and expires_at > $4 as "isTheirs"`,
      [hashOf(state), hashOf(browser), audience, clock.now()],
    );
    if (!row?.isTheirs) return null;
    const { nonce, verifier, returnTo } = row;
    return { state, nonce, verifier, returnTo };
  },
);
