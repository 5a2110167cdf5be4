import { signedPinsText, type WorkerPin, type WorkerPins } from '@torilla/schema/devices/pins';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Device } from './devices.entity.ts';
import { isSignedBy } from './signature.ts';

/**
 * The PINs of those who staff an event, for a tablet of the city that is in use.
 * @throws Problem `device-unknown` for whatever is none, `device-revoked`, `signature-invalid`, `too-many-requests`
 */
export async function workerPins(ctx: Context, { signature, ...asked }: WorkerPins): Promise<WorkerPin[]> {
  ctx.services.limit(`pins:${asked.deviceId}`, 60, 60 * 60_000);
  const device = await ctx.em.findOne(Device, { id: asked.deviceId });
  if (device?.kind !== 'TABLET') throw new Problem('device-unknown');
  if (device.revokedAt) throw new Problem('device-revoked');
  if (!(await isSignedBy(device.publicKey, signedPinsText(asked), signature))) throw new Problem('signature-invalid');
  return sql<WorkerPin>(
    ctx.em,
    `select p.staff_id as "workerId", p.salt, p.iterations, p.hash from staff_pin p
    join event_staffing s on s.staff_member_id = p.staff_id where s.event_id = $1 order by p.staff_id`,
    [asked.eventId],
  );
}
