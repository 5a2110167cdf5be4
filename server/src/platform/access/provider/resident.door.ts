import { newId } from '@torilla/schema/kernel/id';
import type { Locale } from '@torilla/schema/kernel/locale';
import { OWN_ACCOUNT_AGE } from '@torilla/schema/residents/residents';
import type { Clock } from '../../../kernel/clock.ts';
import { command, sql } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { ageAt } from '../../residents/age.ts';
import { Identity, Resident } from '../../residents/residents.entity.ts';
import { openSession } from '../session.ts';
import type { Door, Entered } from './door.ts';
import { personOf, type Person, type PersonMapping } from './person.ts';
import { identityProvider, type ProviderSettings } from './provider.ts';

/**
 * The way in for residents by strong identification: into the account that is theirs, the first time into a new one. Whoever is in an account already
 * shows whose it is.
 */
export function residentDoor({ mapping, ...settings }: Omit<ProviderSettings, 'claims' | 'parameters'> & { mapping: PersonMapping }, clock: Clock): Door {
  // on a shared computer the broker may still know the one before
  const parameters = { prompt: 'login', ...(mapping.acr.length > 0 && { acr_values: mapping.acr.join(' ') }) };
  const provider = identityProvider({ ...settings, claims: Object.values(mapping.claims), parameters }, clock);
  return {
    audience: 'RESIDENT',
    provider,
    path: '/oma/tunnistus',
    refusals: '/oma',
    enter: async (ctx, claims, { locale }) => (await enterAsResident(ctx, { person: personOf(claims, mapping, ctx.services.identityKey), locale })).entered,
  };
}

interface Attempt {
  id: string | null;
  entered: Entered;
}
const refused = (code: 'too-young' | 'other-account' | 'other-person' | 'start-again'): Attempt => ({ id: null, entered: { refused: code } });

// a refusal changes nothing, and is in the log of writes all the same
const enterAsResident = command(
  'access.provider.enter.resident',
  (_: { person: Person; locale: Locale }, { id }: Attempt) => ({ type: 'Resident', id }),
  async (ctx, { person, locale }): Promise<Attempt> => {
    if (ageAt(ctx.clock.now(), person.birthDate) < OWN_ACCOUNT_AGE) return refused('too-young');
    // one at a time: two tabs that come back at one instant are one person
    await sql(ctx.em, 'select pg_advisory_xact_lock(hashtext($1))', [person.hash]);
    const account = await accountOf(ctx, person, locale);
    if (!(account instanceof Resident)) return account;
    await noteIdentity(ctx, account, person);
    await openSession(ctx, { resident: account.id }, 'PROVIDER');
    return { id: account.id, entered: { start: '/oma' } };
  },
);

/** The account that is theirs: the one that they are in, the one that they have, or a new one. */
async function accountOf({ em, actor, clock }: Context, { hash }: Person, locale: Locale): Promise<Resident | Attempt> {
  const known = await em.findOne(Identity, { personHash: hash }, { populate: ['resident'] });
  const now = clock.now();
  if (actor.kind !== 'resident') return known?.resident.$ ?? em.create(Resident, { id: newId(), email: null, locale, createdAt: now, lastSignInAt: now });
  if (known && known.resident.id !== actor.id) return refused('other-account');
  // erasing it may be under way
  await sql(em, 'select from resident where id = $1 for update', [actor.id]);
  const account = await em.findOne(Resident, { id: actor.id! });
  if (!account) return refused('start-again');
  return !known && (await em.count(Identity, { resident: account })) ? refused('other-person') : account;
}

/** Notes who they are, as they show it now. */
async function noteIdentity({ em, clock }: Context, resident: Resident, { hash, ...told }: Person): Promise<void> {
  const verifiedAt = clock.now();
  resident.lastSignInAt = verifiedAt;
  const known = await em.findOne(Identity, { personHash: hash });
  if (known) Object.assign(known, told, { verifiedAt });
  else em.create(Identity, { id: newId(), resident, personHash: hash, ...told, verifiedAt });
  await em.flush();
}
