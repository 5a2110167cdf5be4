import { z } from 'zod';
import { newId } from '@torilla/schema/kernel/id';
import { DisplayName } from '@torilla/schema/staff/staff';
import { startOf } from '@torilla/schema/staff/start';
import type { Clock } from '../../../kernel/clock.ts';
import { command, sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { grantedTo } from '../../staff/actor.ts';
import { followProvider, type ProvidedRole } from '../../staff/providerGrants.ts';
import { newStaff } from '../../staff/staff.commands.ts';
import { StaffMember } from '../../staff/staff.entity.ts';
import { StaffIdentity } from '../access.entity.ts';
import { openSession } from '../session.ts';
import type { Door, Entered } from './door.ts';
import { claimAt, identityProvider, type Claims, type ProviderSettings } from './provider.ts';

/** What the staff's provider says of their roles, and how long its word is good. */
export interface StaffMapping {
  /** The claim with their groups or roles: its name, or a path with dots to it. */
  claim: string;
  /** What each of its values means here. */
  roles: Readonly<Record<string, readonly ProvidedRole[]>>;
  /** How long a role lasts after a sign-in, in days: whoever has left the city's directory does not keep it by another way in. */
  days: number;
}

const DAY = 24 * 60 * 60_000;
const Address = z.email().max(254).toLowerCase();

/** The way in for staff: whoever has a role by the provider's word, or was given one here. */
export function staffDoor({ mapping, ...settings }: Omit<ProviderSettings, 'claims'> & { mapping: StaffMapping }, clock: Clock): Door {
  const provider = identityProvider({ ...settings, claims: ['email', mapping.claim.split('.')[0]!] }, clock);
  return {
    audience: 'STAFF',
    provider,
    path: '/kirjaudu/palvelin',
    refusals: '/kirjaudu',
    enter: async (ctx, claims) => (await enterAsStaff(ctx, { claims, mapping })).entered,
  };
}

interface Attempt {
  id: string | null;
  entered: Entered;
}

// a refusal is an answer and not an error: roles that the provider has taken away must stay ended
const enterAsStaff = command(
  'access.provider.enter',
  (_: { claims: Claims; mapping: StaffMapping }, { id }: Attempt) => ({ type: 'StaffMember', id }),
  async (ctx, { claims, mapping }): Promise<Attempt> => {
    const roles = rolesOf(claims, mapping);
    const staff = await memberOf(ctx, claims, roles.length > 0);
    if (!(staff instanceof StaffMember)) return { id: null, entered: staff };
    await followProvider(ctx, staff, roles, new Date(ctx.clock.now().getTime() + mapping.days * DAY));
    const granted = await grantedTo(ctx.em, staff.id, ctx.clock.now());
    if (!granted.length) return { id: staff.id, entered: { refused: 'no-role' } };
    await openSession(ctx, { staff: staff.id }, 'PROVIDER');
    return { id: staff.id, entered: { start: startOf(granted.map(({ role }) => role)) } };
  },
);

/** Who it is here: by the name that the provider has for them, the first time by their address, and new when there is a role for them. */
async function memberOf(ctx: Context, claims: Claims, isWanted: boolean): Promise<StaffMember | { refused: 'no-role' | 'no-address' | 'address-taken' }> {
  const { em } = ctx;
  const identity = { issuer: claims.iss, subject: claims.sub };
  // one at a time: two tabs that come back at one instant are one person
  await sql(em, 'select pg_advisory_xact_lock(hashtext($1))', [`${claims.iss} ${claims.sub}`]);
  const known = await em.findOne(StaffIdentity, identity, { populate: ['staff'] });
  if (known) return known.staff.$;
  const { success, data: email } = Address.safeParse(claims['email']);
  if (!success || String(claims['email_verified']) === 'false') return { refused: 'no-address' };
  const there = await em.findOne(StaffMember, { email });
  if (!there && !isWanted) return { refused: 'no-role' };
  // their address may have been a colleague's before
  if (there && (await em.count(StaffIdentity, { staff: there, issuer: claims.iss }))) return { refused: 'address-taken' };
  const staff = there ?? (await newStaff(ctx, { email, displayName: nameOf(claims, email) }));
  em.create(StaffIdentity, { id: newId(), ...identity, staff });
  await em.flush();
  return staff;
}

function nameOf(claims: Claims, email: string): string {
  const { success, data } = DisplayName.safeParse(typeof claims['name'] === 'string' ? claims['name'].slice(0, 80) : undefined);
  return success ? data : email.split('@')[0]!.slice(0, 80);
}

/** The roles that the claim's values mean; values of which nothing is said here mean nothing. */
function rolesOf(claims: Claims, { claim, roles }: StaffMapping): ProvidedRole[] {
  const value = claimAt(claims, claim);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === 'string' && Object.hasOwn(roles, one) ? roles[one]! : []));
}
