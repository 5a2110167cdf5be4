import { LockMode } from '@mikro-orm/core';
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { newId } from '@torilla/schema/kernel/id';
import type { RequestSignInCode, SignInWithCode } from '@torilla/schema/staff/staff';
import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { Session, SignInCode, StaffMember } from './staff.entity.ts';

const CODE_MINUTES = 10;
const CODE_TRIES = 5;

/** SHA-256 in hexadecimal: what the tables keep of codes and session secrets. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Mails a code to a member of staff. Says nothing of whether the address is known. */
export const requestSignInCode = command(
  'staff.code.request',
  () => ({ type: 'StaffMember', id: null }),
  async (ctx, { email }: RequestSignInCode) => {
    ctx.services.limit(`code:${ctx.address}`, 20, 10 * 60_000);
    ctx.services.limit(`code:${hashOf(email)}`, 5, 10 * 60_000);
    const staff = await ctx.em.findOne(StaffMember, { email });
    if (!staff) return true;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await ctx.em.nativeDelete(SignInCode, { staff: staff.id });
    ctx.em.create(SignInCode, { id: newId(), staff, hash: hashOf(code), expiresAt: new Date(ctx.clock.now().getTime() + CODE_MINUTES * 60_000) });
    await ctx.em.flush();
    await ctx.services.mailer.send({
      to: email,
      subject: `Torilla: ${code}`,
      text: `Kirjautumiskoodisi on ${code}. Se on voimassa ${CODE_MINUTES} minuuttia.\nDin inloggningskod är ${code}. Den gäller i ${CODE_MINUTES} minuter.\nYour sign-in code is ${code}. It is good for ${CODE_MINUTES} minutes.`,
    });
    return true;
  },
);

/** What became of a try to sign in; a wrong code must stay counted, so it is an answer and not an error that rolls back. */
type Attempt = { staffId: string } | { problem: 'code-wrong' | 'code-expired' };

const attempt = command(
  'staff.code.try',
  () => ({ type: 'StaffMember', id: null }),
  async (ctx, { email, code }: SignInWithCode): Promise<Attempt> => {
    ctx.services.limit(`sign-in:${ctx.address}`, 50, 10 * 60_000);
    const sent = await ctx.em.findOne(SignInCode, { staff: { email } }, { populate: ['staff'], lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!sent) return { problem: 'code-wrong' };
    sent.tries += 1;
    if (sent.expiresAt <= ctx.clock.now() || sent.tries > CODE_TRIES) return { problem: 'code-expired' };
    if (!timingSafeEqual(Buffer.from(sent.hash), Buffer.from(hashOf(code)))) return { problem: 'code-wrong' };
    ctx.em.remove(sent);
    const secret = randomBytes(32).toString('base64url');
    const now = ctx.clock.now();
    ctx.em.create(Session, { hash: hashOf(secret), staff: sent.staff, createdAt: now, lastSeenAt: now });
    await ctx.em.flush();
    ctx.session?.set(secret);
    return { staffId: sent.staff.id };
  },
);

/** Signs a member of staff in and gives their id. @throws Problem `code-wrong`, `code-expired` */
export async function signInWithCode(...args: Parameters<typeof attempt>): Promise<string> {
  const result = await attempt(...args);
  if ('problem' in result) throw new Problem(result.problem);
  return result.staffId;
}

/** Ends the session of this browser. */
export const signOut = command(
  'staff.sign-out',
  () => ({ type: 'Session', id: null }),
  async (ctx, _: null) => {
    if (ctx.session?.secret) await ctx.em.nativeDelete(Session, { hash: hashOf(ctx.session.secret) });
    ctx.session?.clear();
    return true;
  },
);
