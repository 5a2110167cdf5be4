import { z } from 'zod';
import { Key } from '@torilla/schema/kernel/id';
import { fitsUnit, staffRoles } from '@torilla/schema/staff/staff';
import type { PersonClaims, PersonMapping } from '../platform/access/provider/person.ts';
import type { ProviderSettings } from '../platform/access/provider/provider.ts';
import type { StaffMapping } from '../platform/access/provider/staff.door.ts';

/** What an environment says of one provider, without what is made of its claims. */
export type NamedProvider = Omit<ProviderSettings, 'claims'>;

/** The staff's provider and what its word means here. */
export type StaffProvider = NamedProvider & { mapping: StaffMapping };

/** The broker by which residents show who they are, and what its word means here. */
export type ResidentProvider = NamedProvider & { mapping: PersonMapping };

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Reads a provider's settings, `<prefix>_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET` and `_SCOPE`; null when there is no issuer. Each fault is added to
 * the list as a sentence.
 */
function providerFrom(prefix: string, usualScope: string, environment: NodeJS.ProcessEnv, faults: string[]): NamedProvider | null {
  const of = (name: string): string => environment[`${prefix}_${name}`]?.trim() ?? '';
  const issuer = of('ISSUER');
  if (!issuer) return null;
  const { protocol, hostname } = URL.parse(issuer) ?? {};
  const isOurs = protocol === 'http:' && LOOPBACK.test(hostname ?? '') && environment['NODE_ENV'] !== 'production';
  if (protocol !== 'https:' && !isOurs) faults.push(`${prefix}_ISSUER: must be the https address of the provider`);
  for (const name of ['CLIENT_ID', 'CLIENT_SECRET']) if (!of(name)) faults.push(`${prefix}_${name}: is missing; the provider knows the city by it`);
  const scope = of('SCOPE') || usualScope;
  if (!scope.split(/\s+/).includes('openid')) faults.push(`${prefix}_SCOPE: must have openid in it`);
  return { issuer, clientId: of('CLIENT_ID'), clientSecret: of('CLIENT_SECRET'), scope };
}

const Provided = z
  .string()
  .transform((text) => {
    const [role, unit = null, ...rest] = text.split(':');
    return { role, unit: rest.length ? '' : unit };
  })
  .pipe(z.object({ role: z.enum(staffRoles), unit: Key.nullable() }).refine(fitsUnit));
const Mapping = z.record(
  z.string(),
  z.union([Provided, z.array(Provided)]).transform((one) => (Array.isArray(one) ? one : [one])),
);
const Days = z.coerce.number().int().min(1).max(366);

/** Reads the staff's provider and what its claims mean: `OIDC_ROLE_CLAIM`, `OIDC_ROLES` and `OIDC_ROLE_DAYS`. */
export function staffProviderFrom(environment: NodeJS.ProcessEnv, faults: string[]): StaffProvider | null {
  const named = providerFrom('OIDC', 'openid profile email', environment, faults);
  if (!named) return null;
  const roles = Mapping.safeParse(jsonOf(environment['OIDC_ROLES'] ?? '{}'));
  if (!roles.success)
    faults.push(
      'OIDC_ROLES: must be JSON of a claim\'s value and a role or several, such as {"torilla-admin":"ADMINISTRATOR","parks":"OFFICER:green-services"}',
    );
  const days = Days.safeParse(environment['OIDC_ROLE_DAYS'] ?? 30);
  if (!days.success) faults.push('OIDC_ROLE_DAYS: must be from 1 to 366 days');
  return { ...named, mapping: { claim: environment['OIDC_ROLE_CLAIM'] ?? 'roles', roles: roles.data ?? {}, days: days.data ?? 1 } };
}

/** Where a broker says what, unless the environment names it otherwise. */
const usualClaims: PersonClaims = {
  number: 'nationalIdentificationNumber',
  foreignId: 'personIdentifier',
  name: 'name',
  birthDate: 'birthdate',
  homeMunicipality: 'municipalityCode',
};
const ClaimName = z.string().trim().min(1);
const Claims = z.strictObject({
  number: ClaimName.optional(),
  foreignId: ClaimName.optional(),
  name: ClaimName.optional(),
  birthDate: ClaimName.optional(),
  homeMunicipality: ClaimName.optional(),
});

/** Reads the residents' broker and what its claims mean: `RESIDENT_OIDC_CLAIMS` and `RESIDENT_OIDC_ACR`. */
export function residentProviderFrom(environment: NodeJS.ProcessEnv, faults: string[]): ResidentProvider | null {
  const named = providerFrom('RESIDENT_OIDC', 'openid profile', environment, faults);
  if (!named) return null;
  const claims = Claims.safeParse(jsonOf(environment['RESIDENT_OIDC_CLAIMS'] ?? '{}'));
  if (!claims.success)
    faults.push(
      `RESIDENT_OIDC_CLAIMS: must be JSON of what and the claim that says it, such as ${JSON.stringify({ number: usualClaims.number, name: 'displayName' })}`,
    );
  const acr = (environment['RESIDENT_OIDC_ACR'] ?? '').split(/\s+/).filter(Boolean);
  return { ...named, mapping: { claims: { ...usualClaims, ...claims.data }, acr } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // told as what it is not
  }
}
