import type { StaffRole } from '@torilla/schema/staff/staff';
import type { Actor } from './actor.ts';
import { Problem } from './problem.ts';

/** Whether an actor may do a verb at all; which rows they may do it to is for `visible` and the entity. */
export type Rule = (actor: Actor) => boolean;

export const anyone: Rule = () => true;
/** Staff with one of the roles; an administrator may do what any member of staff may. */
export const staff =
  (...roles: StaffRole[]): Rule =>
  (actor) =>
    actor.kind === 'staff' && (actor.roles.includes('ADMINISTRATOR') || actor.roles.some((role) => roles.includes(role)));
/** Any signed-in member of staff. */
export const anyStaff: Rule = (actor) => actor.kind === 'staff';
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

/**
 * Refuses unless the actor may do the verb; the server itself may do anything.
 * @throws Problem `unauthenticated` for the anonymous, `forbidden` for the rest
 */
export function assertMay(actor: Actor, verb: string): void {
  const rule = rules.get(verb);
  if (!rule) throw new Error(`No policy names the verb ${verb}`);
  if (actor.kind === 'system' || rule(actor)) return;
  throw new Problem(actor.kind === 'anonymous' ? 'unauthenticated' : 'forbidden');
}
