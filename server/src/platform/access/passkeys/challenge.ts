import { sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { PasskeyChallenge } from './passkey.entity.ts';

const MINUTES = 5;

/** Something new to sign, for that member of staff's new passkey, or for whoever signs in. */
export async function newChallenge({ em, clock }: Context, staff: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = newSecret();
  const now = clock.now().getTime();
  await em.nativeDelete(PasskeyChallenge, { expiresAt: { $lte: new Date(now) } });
  em.create(PasskeyChallenge, { hash: hashOf(challenge), staff, expiresAt: new Date(now + MINUTES * 60_000) });
  await em.flush();
  return Uint8Array.from(Buffer.from(challenge, 'base64url'));
}

/** Takes the challenge that was signed, once. @returns whether it was ours, theirs, and still good */
export async function takeChallenge({ em, clock }: Context, challenge: string, staff: string | null): Promise<boolean> {
  const [row] = await sql<{ isTheirs: boolean }>(
    em,
    `delete from passkey_challenge where hash = $1 returning staff_id is not distinct from $2 and expires_at > $3 as "isTheirs"`,
    [hashOf(challenge), staff, clock.now()],
  );
  return row?.isTheirs ?? false;
}
