import type { ConsentPurpose } from '@torilla/schema/residents/data';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Consent } from './residents.entity.ts';

/** A consent that somebody gives. */
export interface Given {
  resident: string;
  purpose: ConsentPurpose;
  subjectId: string;
  text: string;
  givenAt: Date;
  until?: string | null;
}

/** Notes a consent, once: one that is in force to the same words stays as it is, and one to other words ends. */
export async function noteConsent({ em, clock }: Context, given: Given): Promise<void> {
  const { purpose, subjectId, text } = given;
  const inForce = await em.find(Consent, { purpose, subjectId, withdrawnAt: null });
  for (const consent of inForce) if (consent.text !== text) consent.withdrawnAt = clock.now();
  if (!inForce.some((consent) => consent.text === text)) em.create(Consent, { id: newId(), ...given });
  await em.flush();
}

/** Ends the consents to a purpose for some things: what lived by them is gone. */
export const endConsents = ({ em, clock }: Context, purpose: ConsentPurpose, subjectIds: readonly string[]): Promise<unknown> =>
  sql(em, 'update consent set withdrawn_at = $3 where purpose = $1 and subject_id = any($2::uuid[]) and withdrawn_at is null', [
    purpose,
    subjectIds,
    clock.now(),
  ]);

/** Forgets the consents to a purpose for one thing, which is in the account no more. */
export const forgetConsents = ({ em }: Context, purpose: ConsentPurpose, subjectId: string): Promise<unknown> =>
  sql(em, 'delete from consent where purpose = $1 and subject_id = $2', [purpose, subjectId]);

/** Takes a consent back, and with it what lived by it. Taken back again it stays as it was. @throws Problem `not-found` */
export const withdrawConsent = command(
  'residents.consent.withdraw',
  ({ id }: { id: string }) => ({ type: 'Consent', id }),
  async (ctx, { id }) => {
    const consent = await ctx.em.findOne(Consent, { id, resident: ctx.actor.id! });
    if (!consent) throw new Problem('not-found');
    if (consent.withdrawnAt) return id;
    await ctx.services.withdrawals[consent.purpose]?.(ctx, consent.subjectId);
    await endConsents(ctx, consent.purpose, [consent.subjectId]);
    return id;
  },
);
