import { LockMode } from '@mikro-orm/core';
import { randomInt } from 'node:crypto';
import type { DeviceKey, EnrolPublicDevice, EnrolTablet, OfferEnrolment, RenameDevice, RetireDevice } from '@torilla/schema/devices/devices';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secret.ts';
import { Event } from '../events/events.entity.ts';
import { lackingOf } from '../inbox/completeness.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Device, DeviceEnrolment } from './devices.entity.ts';

const ENROLMENT_MINUTES = 15;
const HOUR = 60 * 60_000;
// no I, L, O or U: the code is read aloud and typed in the wind
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code for one tablet, for its event and role: eight characters in two groups, good for fifteen minutes. It is shown once; the table keeps its hash.
 * @throws Problem `unknown-event`
 */
export const offerEnrolment = command(
  'device.enrolment.offer',
  () => ({ type: 'DeviceEnrolment', id: null }),
  async (ctx, { name, role, eventId }: OfferEnrolment) => {
    if (eventId && !(await ctx.em.count(Event, { id: eventId }))) throw new Problem('unknown-event');
    const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)])
      .join('')
      .replace(/^.{4}/, '$&-');
    const expiresAt = new Date(ctx.clock.now().getTime() + ENROLMENT_MINUTES * 60_000);
    ctx.em.create(DeviceEnrolment, { hash: hashOfCode(code), name, role, eventId, offeredBy: ctx.em.getReference(StaffMember, ctx.actor.id!), expiresAt });
    await ctx.em.flush();
    return { code, expiresAt };
  },
);

/**
 * Enrols a tablet, also one that was taken out of use. The same tablet may repeat it when the answer was lost; that takes nothing back that was done to it since.
 * @throws Problem `enrolment-expired`, `already-exists`
 */
export const enrolTablet = command(
  'device.enrol',
  (input: EnrolTablet) => ({ type: 'Device', id: input.deviceId }),
  async (ctx, { deviceId, publicKey, code }) => {
    ctx.services.limit(`enrol:${ctx.address}`, 30, HOUR);
    const offer = await ctx.em.findOne(DeviceEnrolment, { hash: hashOfCode(code) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const usable = offer && (offer.usedBy ? offer.usedBy === deviceId : offer.expiresAt > ctx.clock.now());
    if (!usable) throw new Problem('enrolment-expired');
    const device = await enrol(ctx, deviceId, publicKey);
    if (!offer.usedBy) {
      const event = offer.eventId ? ctx.em.getReference(Event, offer.eventId, { wrapped: true }) : null;
      ctx.em.assign(device, { kind: 'TABLET', name: offer.name, role: offer.role, event, revokedAt: null, retiredAt: null });
      offer.usedBy = deviceId;
    }
    await ctx.em.flush();
    return device.id;
  },
);

/** Enrols a resident's browser: anybody's, within a rate. @throws Problem `too-many-requests`, `already-exists` */
export const enrolPublicDevice = command(
  'device.enrol.public',
  (input: EnrolPublicDevice) => ({ type: 'Device', id: input.deviceId }),
  async (ctx, { deviceId, publicKey }) => {
    ctx.services.limit(`enrol-public:${ctx.address}`, 60, HOUR);
    const device = await enrol(ctx, deviceId, publicKey);
    await ctx.em.flush();
    return device.id;
  },
);

/** From now on whatever the device sends is held for a person. */
export const revokeDevice = command(
  'device.revoke',
  ({ id }: { id: string }) => ({ type: 'Device', id }),
  async (ctx, { id }) => {
    const device = await deviceById(ctx, id);
    device.revokedAt ??= ctx.clock.now();
    await ctx.em.flush();
    return device.id;
  },
);

/** What staff call a tablet from now on. @throws Problem `not-found` also for a resident's browser, which has no name */
export const renameDevice = command(
  'device.rename',
  ({ id }: RenameDevice) => ({ type: 'Device', id }),
  async (ctx, { id, name }) => {
    const device = await tabletById(ctx, id);
    device.name = name;
    await ctx.em.flush();
    return device.id;
  },
);

/**
 * Takes a tablet out of use that has done its work; whatever it still sends is held for a person. What the city lacks of it must have been seen.
 * @throws Problem `device-not-empty` with how many captures are lacking and which numbers of them are known, `not-found`
 */
export const retireDevice = command(
  'device.retire',
  ({ id }: RetireDevice) => ({ type: 'Device', id }),
  async (ctx, { id, lacking }) => {
    const device = await tabletById(ctx, id);
    const missing = await lackingOf(ctx.em, id);
    const numbers = missing.reduce((n, { from, to }) => n + to - from + 1, 0);
    const found = Math.max(device.unsent, numbers);
    if (!device.retiredAt && found > lacking)
      throw new Problem('device-not-empty', {
        lacking: found,
        numbers: missing.slice(0, 20).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)),
      });
    device.retiredAt ??= ctx.clock.now();
    await ctx.em.flush();
    return device.id;
  },
);

// taken for this transaction: what it sends meanwhile is judged before or after
async function deviceById(ctx: Context, id: string): Promise<Device> {
  const device = await ctx.em.findOne(Device, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!device) throw new Problem('not-found');
  return device;
}

async function tabletById(ctx: Context, id: string): Promise<Device> {
  const device = await deviceById(ctx, id);
  if (device.kind !== 'TABLET') throw new Problem('not-found');
  return device;
}

async function enrol(ctx: Context, id: string, publicKey: DeviceKey): Promise<Device> {
  const known = await ctx.em.findOne(Device, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!known) return ctx.em.create(Device, { id, kind: 'PUBLIC', name: '', publicKey, enrolledAt: ctx.clock.now() });
  if (known.publicKey.x !== publicKey.x || known.publicKey.y !== publicKey.y) throw new Problem('already-exists');
  return known;
}

const hashOfCode = (code: string): string => hashOf(`enrolment ${code.replace('-', '')}`);
