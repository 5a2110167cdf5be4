import { z } from 'zod';
import { Key } from '@torilla/schema/kernel/id';
import { fitsUnit, staffRoles } from '@torilla/schema/staff/staff';
import type { ProviderSettings } from '../platform/access/provider/provider.ts';
import type { StaffMapping } from '../platform/access/provider/staff.door.ts';

/** What an environment says of one provider, without what is made of its claims. */
export type NamedProvider = Omit<ProviderSettings, 'claims'>;

/** The staff's provider and what its word means here. */
export type StaffProvider = NamedProvider & { mapping: StaffMapping };

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Reads a provider's settings, `<prefix>_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET` and `_SCOPE`; null when there is no issuer. Each fault is added to
 * the list as a sentence.
 */
function providerFrom(prefix: string, environment: NodeJS.ProcessEnv, faults: string[]): NamedProvider | null {
  const of = (name: string): string => environment[`${prefix}_${name}`]?.trim() ?? '';
  const issuer = of('ISSUER');
  if (!issuer) return null;
  const { protocol, hostname } = URL.parse(issuer) ?? {};
  const isOurs = protocol === 'http:' && LOOPBACK.test(hostname ?? '') && environment['NODE_ENV'] !== 'production';
  if (protocol !== 'https:' && !isOurs) faults.push(`${prefix}_ISSUER: must be the https address of the provider`);
  for (const name of ['CLIENT_ID', 'CLIENT_SECRET']) if (!of(name)) faults.push(`${prefix}_${name}: is missing; the provider knows the city by it`);
  const scope = of('SCOPE') || 'openid profile email';
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
  const named = providerFrom('OIDC', environment, faults);
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // told as what it is not
  }
}
