import { LockMode } from '@mikro-orm/core';
import { timingSafeEqual } from 'node:crypto';
import type { Audience, RequestSignInCode, SignInAsResident, SignInWithCode } from '@torilla/schema/access/access';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf, newDigits } from '../../kernel/secret.ts';
import { Resident } from '../residents/residents.entity.ts';
import { inEffect } from '../staff/actor.ts';
import { SignInCode } from './access.entity.ts';
import { openSession } from './session.ts';

const CODE_MINUTES = 10;
const CODE_TRIES = 5;
const HOUR = 60 * 60_000;

/**
 * Mails a code. Neither the answer nor its time says whether the address is known: what is noted is the same, and nobody waits for the mail. A
 * resident's account is made with the first code; whoever is no member of staff gets no mail.
 */
export async function requestSignInCode(ctx: Context, input: RequestSignInCode): Promise<boolean> {
  const { code, isMailed } = await noteCode(ctx, input);
  if (isMailed)
    ctx.services.mailer.post({
      to: input.email,
      subject: `Torilla: ${code}`,
      text: `Kirjautumiskoodisi on ${code}. Se on voimassa ${CODE_MINUTES} minuuttia.\nDin inloggningskod är ${code}. Den gäller i ${CODE_MINUTES} minuter.\nYour sign-in code is ${code}. It is good for ${CODE_MINUTES} minutes.`,
    });
  return true;
}

const noteCode = command(
  'access.code.request',
  ({ audience }: RequestSignInCode) => ({ type: audience === 'STAFF' ? 'StaffMember' : 'Resident', id: null }),
  async (ctx, { email, audience }) => {
    ctx.services.limit(`code:${ctx.address}`, 20, 10 * 60_000);
    ctx.services.limit(`code:${audience}:${hashOf(email)}`, 5, 10 * 60_000);
    const isMailed = audience === 'RESIDENT' || (await staffWith(ctx, email)) !== null;
    const now = ctx.clock.now();
    const code = newDigits();
    await ctx.em.nativeDelete(SignInCode, { $or: [{ email, audience }, { expiresAt: { $lte: new Date(now.getTime() - HOUR) } }] });
    ctx.em.create(SignInCode, { id: newId(), audience, email, hash: hashOf(code), expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000) });
    await ctx.em.flush();
    return { code, isMailed };
  },
);

/** What became of a try to sign in; a wrong code must stay counted, so it is an answer and not an error that rolls back. */
export type Attempt = { id: string } | { problem: 'code-wrong' | 'code-expired' };
export const idOf = (attempt: Attempt): string | null => ('id' in attempt ? attempt.id : null);

const tryAsStaff = command(
  'access.code.try',
  (_: SignInWithCode, result: Attempt) => ({ type: 'StaffMember', id: idOf(result) }),
  (ctx, input): Promise<Attempt> =>
    useCode(ctx, 'STAFF', input, async () => {
      const staff = await staffWith(ctx, input.email);
      if (staff) await openSession(ctx, { staff }, 'CODE');
      return staff;
    }),
);

const tryAsResident = command(
  'access.code.try.resident',
  (_: SignInAsResident, result: Attempt) => ({ type: 'Resident', id: idOf(result) }),
  (ctx, { locale, ...input }): Promise<Attempt> =>
    useCode(ctx, 'RESIDENT', input, async () => {
      const now = ctx.clock.now();
      const resident =
        (await ctx.em.findOne(Resident, { email: input.email })) ??
        ctx.em.create(Resident, { id: newId(), email: input.email, locale, createdAt: now, lastSignInAt: now });
      resident.lastSignInAt = now;
      await ctx.em.flush();
      await openSession(ctx, { resident: resident.id }, 'CODE');
      return resident.id;
    }),
);

/** Signs a member of staff in and gives their id. @throws Problem `code-wrong`, `code-expired` */
export const signInWithCode = async (ctx: Context, input: SignInWithCode): Promise<string> => told(await tryAsStaff(ctx, input));

/** Signs a resident in, the first time into a new account, and gives its id. @throws Problem `code-wrong`, `code-expired` */
export const signInAsResident = async (ctx: Context, input: SignInAsResident): Promise<string> => told(await tryAsResident(ctx, input));

/** @throws Problem for an attempt that was in vain, once that is counted */
export function told(attempt: Attempt): string {
  if ('problem' in attempt) throw new Problem(attempt.problem);
  return attempt.id;
}

/** Uses a mailed code up, one at a time: whoever comes second finds it gone. */
export async function useCode(ctx: Context, audience: Audience, { email, code }: SignInWithCode, signIn: () => Promise<string | null>): Promise<Attempt> {
  ctx.services.limit(`sign-in:${ctx.address}`, 50, 10 * 60_000);
  const sent = await ctx.em.findOne(SignInCode, { email, audience }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!sent) return { problem: 'code-wrong' };
  sent.tries += 1;
  if (sent.expiresAt <= ctx.clock.now() || sent.tries > CODE_TRIES) return { problem: 'code-expired' };
  if (!timingSafeEqual(Buffer.from(sent.hash), Buffer.from(hashOf(code)))) return { problem: 'code-wrong' };
  ctx.em.remove(sent);
  const id = await signIn();
  return id ? { id } : { problem: 'code-expired' };
}

/** The member of staff with that address, if they may do anything at all. */
async function staffWith({ em, clock }: Context, email: string): Promise<string | null> {
  const [staff] = await sql<{ id: string }>(
    em,
    `select s.id from staff_member s where s.email = $1 and exists (select from staff_grant g where g.staff_id = s.id and ${inEffect('$2')})`,
    [email, clock.now()],
  );
  return staff?.id ?? null;
}
