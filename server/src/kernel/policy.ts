import type { StaffRole } from '@torilla/schema/staff/staff';
import { hasRole, unitsOf, type Actor } from './actor.ts';
import { Problem } from './problem.ts';

/** Whether an actor may do a verb at all; which rows they may do it to is for `visible` and the entity. */
export type Rule = (actor: Actor) => boolean;

export const anyone: Rule = () => true;
/** Staff with one of the roles, for the city or a unit of it; an administrator may do what any member of staff may. */
export const staff =
  (...roles: StaffRole[]): Rule =>
  (actor) =>
    actor.kind === 'staff' && (actor.roles.includes('ADMINISTRATOR') || roles.some((role) => hasRole(actor, role)));
/** Any signed-in member of staff. */
export const anyStaff: Rule = (actor) => actor.kind === 'staff';
/** A resident who is signed in. */
export const resident: Rule = (actor) => actor.kind === 'resident';
/** A device, through the inbox. */
export const device: Rule = (actor) => actor.kind === 'device';
/** Whoever one of the rules lets. */
export const either =
  (...rules: Rule[]): Rule =>
  (actor) =>
    rules.some((rule) => rule(actor));
/** Whoever the rule lets, themself: no script in their name. For what decides who is who and who may do what. */
export const inPerson =
  (rule: Rule): Rule =>
  (actor) =>
    !actor.verbs && rule(actor);
/** Only the server itself. */
export const onlySystem: Rule = (actor) => actor.kind === 'system';

/** The verbs of one noun and who may do them: the whole answer, in one table. */
export type Policy = Readonly<Record<string, Rule>>;

const rules = new Map<string, Rule>();

/** Declares the verbs of a noun. @throws when a verb is declared twice */
export function policy(verbs: Policy): Policy {
  for (const [verb, rule] of Object.entries(verbs)) {
    if (rules.has(verb)) throw new Error(`The verb ${verb} is declared twice`);
    rules.set(verb, rule);
  }
  return verbs;
}

/** Every verb of every noun, in the order of the alphabet. */
export const allVerbs = (): string[] => [...rules.keys()].sort();

/** Whether the actor may do the verb; the server itself may do anything, and a script no more than it was given. */
export function may(actor: Actor, verb: string): boolean {
  const rule = rules.get(verb);
  if (!rule) throw new Error(`No policy names the verb ${verb}`);
  return actor.kind === 'system' || (rule(actor) && (actor.verbs?.includes(verb) ?? true));
}

/**
 * Refuses unless the actor may do the verb.
 * @throws Problem `unauthenticated` for the anonymous, `forbidden` for the rest
 */
export function assertMay(actor: Actor, verb: string): void {
  if (may(actor, verb)) return;
  throw new Problem(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
}

/** Refuses unless they work as an officer for that unit, or for the whole city. @throws Problem `forbidden` */
export function assertOfficerOf(actor: Actor, unit: string): void {
  if (actor.roles.includes('ADMINISTRATOR') || actor.roles.includes('OFFICER') || unitsOf(actor, 'OFFICER').includes(unit)) return;
  throw new Problem('forbidden');
}
