import { LockMode } from '@mikro-orm/core';
import { randomInt } from 'node:crypto';
import type { DeviceKey, EnrolPublicDevice, EnrolTablet, OfferEnrolment } from '@torilla/schema/devices/devices';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secret.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Device, DeviceEnrolment } from './devices.entity.ts';

const ENROLMENT_MINUTES = 15;
const HOUR = 60 * 60_000;
// no I, L, O or U: the code is read aloud and typed in the wind
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for one tablet: eight characters in two groups, good for fifteen minutes. It is shown once; the table keeps its hash. */
export const offerEnrolment = command(
  'device.enrolment.offer',
  () => ({ type: 'DeviceEnrolment', id: null }),
  async (ctx, { name, eventId }: OfferEnrolment) => {
    const code = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)])
      .join('')
      .replace(/^.{4}/, '$&-');
    const expiresAt = new Date(ctx.clock.now().getTime() + ENROLMENT_MINUTES * 60_000);
    ctx.em.create(DeviceEnrolment, { hash: hashOfCode(code), name, eventId, offeredBy: ctx.em.getReference(StaffMember, ctx.actor.id!), expiresAt });
    await ctx.em.flush();
    return { code, expiresAt };
  },
);

/** Enrols a tablet. The same tablet may repeat it when the answer was lost. @throws Problem `enrolment-expired`, `already-exists` */
export const enrolTablet = command(
  'device.enrol',
  (input: EnrolTablet) => ({ type: 'Device', id: input.deviceId }),
  async (ctx, { deviceId, publicKey, code }) => {
    ctx.services.limit(`enrol:${ctx.address}`, 30, HOUR);
    const offer = await ctx.em.findOne(DeviceEnrolment, { hash: hashOfCode(code) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const usable = offer && (offer.usedBy ? offer.usedBy === deviceId : offer.expiresAt > ctx.clock.now());
    if (!usable) throw new Problem('enrolment-expired');
    const device = await enrol(ctx, deviceId, publicKey);
    device.kind = 'TABLET';
    device.name = offer.name;
    offer.usedBy = deviceId;
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
    const device = await ctx.em.findOne(Device, { id });
    if (!device) throw new Problem('not-found');
    device.revokedAt ??= ctx.clock.now();
    await ctx.em.flush();
    return device.id;
  },
);

async function enrol(ctx: Context, id: string, publicKey: DeviceKey): Promise<Device> {
  const known = await ctx.em.findOne(Device, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!known) return ctx.em.create(Device, { id, kind: 'PUBLIC', name: '', publicKey, enrolledAt: ctx.clock.now() });
  if (known.publicKey.x !== publicKey.x || known.publicKey.y !== publicKey.y) throw new Problem('already-exists');
  return known;
}

const hashOfCode = (code: string): string => hashOf(`enrolment ${code.replace('-', '')}`);
