import { ROSTER_WINDOW_MINUTES, rosterText, type AskRoster, type RosterAnswer } from '@torilla/schema/devices/roster';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { Device } from './devices.entity.ts';
import { isSignedBy } from './signature.ts';

/**
 * Who staffs an event, for a tablet of the city that signed its request just now.
 * @throws Problem `device-unknown` also for residents' browsers, `device-revoked`, `device-retired`, `signature-invalid`, `signature-stale`, `too-many-requests`
 */
export async function rosterOf(ctx: Context, { signature, ...asked }: AskRoster): Promise<RosterAnswer> {
  ctx.services.limit(`roster:${asked.deviceId}`, 120, 60_000);
  const device = await ctx.em.findOne(Device, { id: asked.deviceId });
  if (device?.kind !== 'TABLET') throw new Problem('device-unknown');
  if (device.revokedAt) throw new Problem('device-revoked');
  if (device.retiredAt) throw new Problem('device-retired');
  if (!(await isSignedBy(device.publicKey, rosterText(asked), signature))) throw new Problem('signature-invalid');
  if (Math.abs(ctx.clock.now().getTime() - Date.parse(asked.sentAt)) > ROSTER_WINDOW_MINUTES * 60_000) throw new Problem('signature-stale');
  const rows = await sql<{ id: string; name: string; salt: string | null; iterations: number; hash: string }>(
    ctx.em,
    `select m.id, m.display_name as name, p.salt, p.iterations, p.hash
    from event_staffing s join staff_member m on m.id = s.staff_member_id left join staff_pin p on p.staff_id = m.id
    where s.event_id = $1 order by m.display_name, m.id`,
    [asked.eventId],
  );
  const workers = rows.map(({ id, name, salt, iterations, hash }) => ({ id, displayName: name, pin: salt === null ? null : { salt, iterations, hash } }));
  return { requestId: asked.requestId, deviceName: device.name, workers };
}
