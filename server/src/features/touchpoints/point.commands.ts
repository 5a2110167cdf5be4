import { randomInt } from 'node:crypto';
import type { SaveServiceDeed, SaveTouchpoint } from '@torilla/schema/touchpoints/touchpoints';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { dayAt } from '../../platform/municipality/day.ts';
import { Place } from '../../platform/places/places.entity.ts';
import { Unit } from '../../platform/plan/unit.entity.ts';
import { StaffMember } from '../../platform/staff/staff.entity.ts';
import { ServiceDeed, Touchpoint } from './touchpoints.entity.ts';

const pointSubject = ({ id }: { id: string }) => ({ type: 'Touchpoint', id });
const deedSubject = ({ id }: { id: string }) => ({ type: 'ServiceDeed', id });

// without what is read for something else: 0 and O, 1, I and L
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** The end of a point's address: short enough to be typed from a sheet. It is no secret. */
const newCode = (): string => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/**
 * Opens a service point for answers, or names it anew; its code and its unit stay.
 * @throws Problem `forbidden` for another unit's officer, `still-in-use` where it has another unit, `unknown-unit`, `unknown-place`
 */
export const saveTouchpoint = command(
  'touchpoint.save',
  pointSubject,
  async ({ em, actor, clock }, { id, unit, place, name }: SaveTouchpoint): Promise<string> => {
    assertOfficerOf(actor, unit);
    const known = await em.findOne(Touchpoint, { id });
    if (known && known.unit.key !== unit) throw new Problem('still-in-use');
    const facts = { name, place: place ? em.getReference(Place, place) : null };
    if (known) em.assign(known, facts);
    else em.create(Touchpoint, { id, ...facts, code: await freeCode({ em }), unit: em.getReference(Unit, unit), createdAt: clock.now() });
    return id;
  },
);

async function freeCode({ em }: Pick<Context, 'em'>): Promise<string> {
  for (;;) {
    const code = newCode();
    if (!(await em.count(Touchpoint, { code }))) return code;
  }
}

/** Closes a point: what is tapped from then on does not count. Closed again it stays closed since the first time. @throws Problem `not-found`, `forbidden` */
export const closeTouchpoint = command('touchpoint.close', pointSubject, async (ctx, { id }: { id: string }): Promise<string> => {
  (await own(ctx, id)).closedAt ??= ctx.clock.now();
  return id;
});

/** Opens it again. @throws Problem `not-found`, `forbidden` */
export const reopenTouchpoint = command('touchpoint.reopen', pointSubject, async (ctx, { id }: { id: string }): Promise<string> => {
  (await own(ctx, id)).closedAt = null;
  return id;
});

async function own({ em, actor }: Context, id: string): Promise<Touchpoint> {
  const point = await em.findOne(Touchpoint, { id });
  if (!point) throw new Problem('not-found');
  assertOfficerOf(actor, point.unit.key);
  return point;
}

/**
 * Writes down what a unit did because of the answers, or mends it.
 * @throws Problem `forbidden` for another unit's officer, `bad-input` for a day that is still to come, `unknown-unit`
 */
export const saveServiceDeed = command('touchpoint.deed.save', deedSubject, async ({ em, actor, clock }, input: SaveServiceDeed): Promise<string> => {
  const { id, unit, doneOn, words, open } = input;
  assertOfficerOf(actor, unit);
  if (doneOn > dayAt(clock.now())) throw new Problem('bad-input', { fields: ['doneOn: to-come'] });
  const known = await em.findOne(ServiceDeed, { id });
  if (known) assertOfficerOf(actor, known.unit.key);
  const facts = { unit: em.getReference(Unit, unit), doneOn, words, open };
  if (known) em.assign(known, facts);
  else em.create(ServiceDeed, { id, ...facts, writtenBy: em.getReference(StaffMember, actor.id!) });
  return id;
});

/** Takes such a note away. @throws Problem `not-found`, `forbidden` */
export const removeServiceDeed = command('touchpoint.deed.remove', deedSubject, async ({ em, actor }, { id }: { id: string }): Promise<string> => {
  const known = await em.findOne(ServiceDeed, { id });
  if (!known) throw new Problem('not-found');
  assertOfficerOf(actor, known.unit.key);
  em.remove(known);
  return id;
});
