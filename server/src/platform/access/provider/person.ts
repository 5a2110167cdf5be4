import { z } from 'zod';
import { identityNumberOf } from '@torilla/schema/kernel/identityNumber';
import { hashOfNumber, hashOfPerson } from '../../residents/person-hash.ts';
import { claimAt, type Claims } from './provider.ts';
import { SignInRefused } from './refusal.ts';

/** Where a broker of strong identification says what: each the name of a claim, or a path with dots to it. */
export interface PersonClaims {
  /** The Finnish national identity number. */
  number: string;
  /** The identifier of somebody whom another country's identity vouches for. */
  foreignId: string;
  name: string;
  /** The day of birth as an ISO date; a national identity number says it too. */
  birthDate: string;
  /** The number of the home municipality: 075. */
  homeMunicipality: string;
}

/** What a broker's word means here. */
export interface PersonMapping {
  claims: PersonClaims;
  /** The ways of identification that are strong, by their `acr`; where none is named the broker has no other. */
  acr: readonly string[];
}

/** Who somebody is. */
export interface Person {
  /** The same for the same person, and tells nothing of them to whoever does not have the key. */
  hash: string;
  name: string;
  birthDate: string;
  homeMunicipality: string | null;
}

const Name = z.string().trim().min(1).max(200);
const BirthDate = z.iso.date();
const Municipality = z.string().regex(/^\d{3}$/);

/**
 * Reads whom a broker speaks of. The number is used here and goes no further; `key` is that of the hash that stands for a person in its place.
 * @throws SignInRefused `not-strong`; `provider-answer` for a number that is none, no name or no day of birth
 */
export function personOf(claims: Claims, { claims: names, acr }: PersonMapping, key: string): Person {
  if (acr.length && !acr.includes(String(claims['acr']))) throw new SignInRefused('not-strong', 'acr');
  const given = claimAt(claims, names.number);
  const known = typeof given === 'string' ? identityNumberOf(given) : null;
  if (given != null && given !== '' && !known) throw new SignInRefused('provider-answer', 'identity-number');
  const name = Name.safeParse(claimAt(claims, names.name));
  if (!name.success) throw new SignInRefused('provider-answer', 'name');
  const birthDate = BirthDate.safeParse(known?.birthDate ?? claimAt(claims, names.birthDate));
  if (!birthDate.success) throw new SignInRefused('provider-answer', 'birth-date');
  // who comes with a foreign identity is not looked up in the register, whatever else is said of them
  const homeMunicipality = known ? Municipality.safeParse(claimAt(claims, names.homeMunicipality)) : null;
  const foreignId = claimAt(claims, names.foreignId);
  const foreign = typeof foreignId === 'string' && foreignId ? `foreign ${foreignId}` : `subject ${claims.iss} ${claims.sub}`;
  return {
    hash: known ? hashOfNumber(key, known.number) : hashOfPerson(key, foreign),
    name: name.data,
    birthDate: birthDate.data,
    homeMunicipality: homeMunicipality?.data ?? null,
  };
}
