import { LockMode } from '@mikro-orm/core';
import type { FollowSignInLink, InviteStaff } from '@torilla/schema/access/access';
import { newId } from '@torilla/schema/kernel/id';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf, newSecret } from '../../kernel/secret.ts';
import { grantedTo } from '../staff/actor.ts';
import { StaffGrant, StaffMember } from '../staff/staff.entity.ts';
import { giveRole, newStaff } from '../staff/staff.commands.ts';
import { SignInLink } from './access.entity.ts';
import { openSession } from './session.ts';

const INVITATION_DAYS = 7;
const DAY = 24 * 60 * 60_000;

/**
 * Brings somebody into the staff and mails them a link that signs them in once. Sent again, the same invitation mails a new link in the place
 * of the old one.
 * @throws Problem `already-exists` for an address that somebody else has, `unknown-unit`; `mail-not-sent` when all is noted and only the mail did
 * not leave
 */
export async function inviteStaff(ctx: Context, input: InviteStaff): Promise<string> {
  const url = await noteInvitation(ctx, input);
  const sent = await ctx.services.mailer.send({
    to: input.email,
    subject: 'Torilla: tervetuloa · välkommen · welcome',
    text: `Hei ${input.displayName}!\nSinut on kutsuttu Torillan käyttäjäksi. Kirjaudu tästä linkistä ${INVITATION_DAYS} päivän kuluessa; linkki toimii kerran:\n${url}\n\nDu har bjudits in till Torilla. Logga in med länken inom ${INVITATION_DAYS} dagar; den fungerar en gång.\nYou have been invited to Torilla. Sign in with the link within ${INVITATION_DAYS} days; it works once.`,
  });
  if (!sent) throw new Problem('mail-not-sent');
  return input.id;
}

const noteInvitation = command(
  'access.invite',
  ({ id }: InviteStaff) => ({ type: 'StaffMember', id }),
  async (ctx, { id, email, displayName, ...role }) => {
    const staff = await newStaff(ctx, { id, email, displayName });
    if (staff.email !== email) throw new Problem('already-exists');
    const now = ctx.clock.now();
    if (!(await grantedTo(ctx.em, staff.id, now)).length) await giveRole(ctx, staff, newId(), role);
    staff.invitedUntil = new Date(now.getTime() + INVITATION_DAYS * DAY);
    return newSignInLink(ctx, staff, INVITATION_DAYS * DAY);
  },
);

/** Makes somebody an administrator and gives a link that signs them in once: how a city's first one comes in, and how a locked-out city gets in again. */
export const makeAdministrator = command(
  'access.administrator.make',
  () => ({ type: 'StaffMember', id: null }),
  async (ctx, { email, displayName }: { email: string; displayName: string }) => {
    const staff = (await ctx.em.findOne(StaffMember, { email })) ?? (await newStaff(ctx, { email, displayName }));
    if (!(await ctx.em.count(StaffGrant, { staff, role: 'ADMINISTRATOR', unit: null, endedAt: null })))
      await giveRole(ctx, staff, newId(), { role: 'ADMINISTRATOR' });
    return newSignInLink(ctx, staff, DAY);
  },
);

/** A link that signs a member of staff in once, in the place of any that they had. Its secret stands behind the `#`, where no server and no log sees it. */
async function newSignInLink({ em, clock, services }: Context, staff: StaffMember, forMs: number): Promise<string> {
  const secret = newSecret();
  await em.nativeDelete(SignInLink, { staff: staff.id, usedAt: null });
  em.create(SignInLink, { hash: hashOf(secret), staff, expiresAt: new Date(clock.now().getTime() + forMs) });
  await em.flush();
  return `${services.publicUrl}/kirjaudu/linkki#${secret}`;
}

/** Signs in with a link, once. @throws Problem `link-used` for one that is used, replaced, too old or none of ours */
export const followSignInLink = command(
  'access.link.follow',
  (_: FollowSignInLink, id: string) => ({ type: 'StaffMember', id }),
  async (ctx, { secret }) => {
    ctx.services.limit(`sign-in:${ctx.address}`, 50, 10 * 60_000);
    const now = ctx.clock.now();
    const link = await ctx.em.findOne(SignInLink, { hash: hashOf(secret) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!link || link.usedAt || link.expiresAt <= now) throw new Problem('link-used');
    link.usedAt = now;
    await openSession(ctx, { staff: link.staff.id }, 'LINK');
    return link.staff.id;
  },
);
