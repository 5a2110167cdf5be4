import { personalPartsOf } from '@torilla/schema/kernel/personalData';
import { isRude } from '@torilla/schema/kernel/rude';
import { kioskTurn, phoneTurn } from '@torilla/schema/touchpoints/limits';
import type { HeldFor, TapState, TapTouchpoint, TellTouchpoint } from '@torilla/schema/touchpoints/touchpoints';
import { command, sql } from '../../kernel/command.ts';
import type { CaptureFacts, Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { dayAt } from '../../platform/municipality/day.ts';
import { Touchpoint } from './touchpoints.entity.ts';

/**
 * One tap of a face. Every tap is kept; one that a device sends too soon or too often, or that was made while the point was closed, does not count, and the row
 * says why. Whoever tapped is thanked all the same: to be told would only teach how to go about it.
 * @throws Problem `unknown-touchpoint`
 */
export const tapTouchpoint = command(
  'touchpoint.tap',
  (_: TapTouchpoint, id: string) => ({ type: 'TouchpointTap', id }),
  async (ctx, { touchpointId, score }) => {
    const { id, deviceId, capturedAt, receivedAt } = ctx.capture!;
    const point = await pointOf(ctx, touchpointId);
    await sql(
      ctx.em,
      `insert into touchpoint_tap (id, touchpoint_id, score, state, device, captured_at, received_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      [id, touchpointId, score, await stateOf(ctx, point, ctx.capture!), deviceId, capturedAt, receivedAt],
    );
    return id;
  },
);

// One tap of a device at a point at a time, so that of many at once the first counts and the others see it.
async function stateOf({ em }: Context, { id, closedAt }: Touchpoint, { deviceId, capturedAt, receivedAt }: CaptureFacts): Promise<TapState> {
  await sql(em, 'select pg_advisory_xact_lock(hashtext($1))', [`touchpoint ${id} ${deviceId}`]);
  if (closedAt && capturedAt >= closedAt) return 'CLOSED';
  const [device] = await sql<{ kind: string }>(em, 'select kind from device where id = $1', [deviceId]);
  const kiosk = device?.kind === 'TABLET';
  const { pauseMs, most, perMs } = kiosk ? kioskTurn : phoneTurn;
  // a phone's clock is its owner's: how often it counts is told by ours. A kiosk may have been without a network for days
  const [ceiling, at] = kiosk ? (['captured_at', capturedAt] as const) : (['received_at', receivedAt] as const);
  const [known] = await sql<{ near: boolean; count: number }>(
    em,
    `select coalesce(bool_or(captured_at > $3::timestamptz - $4 * interval '1 ms' and captured_at < $3::timestamptz + $4 * interval '1 ms'), false) as near,
      count(*) filter (where ${ceiling} > $5::timestamptz - $6 * interval '1 ms' and ${ceiling} <= $5::timestamptz)::int as count
    from touchpoint_tap where touchpoint_id = $1 and device = $2 and state = 'COUNTED'`,
    [id, deviceId, capturedAt, pauseMs, at, perMs],
  );
  if (known!.near) return 'REPEATED';
  return known!.count >= most ? 'TOO_MANY' : 'COUNTED';
}

/**
 * Words after a tap; a second time of the same tap they change nothing. What tells who somebody is, or may offend, is held for a person, and so is what belongs to
 * a tap that does not count.
 * @throws Problem `unknown-touchpoint`
 */
export const tellTouchpoint = command(
  'touchpoint.tell',
  (_: TellTouchpoint, id: string) => ({ type: 'TouchpointWords', id }),
  async (ctx, { tapId, touchpointId, words, language }) => {
    const { id, capturedAt, receivedAt } = ctx.capture!;
    await pointOf(ctx, touchpointId);
    const [tap] = await sql<{ state: TapState }>(ctx.em, 'select state from touchpoint_tap where id = $1', [tapId]);
    const heldFor = whyHeld(words, tap?.state ?? null);
    await sql(
      ctx.em,
      `insert into touchpoint_words (id, tap, touchpoint_id, words, language, day, state, held_for, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict do nothing`,
      [id, tapId, touchpointId, words, language, dayAt(capturedAt), heldFor ? 'HELD' : 'SHOWN', heldFor, receivedAt],
    );
    return id;
  },
);

function whyHeld(words: string, tap: TapState | null): HeldFor | null {
  if (personalPartsOf(words).length) return 'PERSONAL';
  if (isRude(words)) return 'RUDE';
  // words alone, without a tap that counts, are somebody's who would say it many times
  return tap === 'COUNTED' ? null : 'NOT_COUNTED';
}

async function pointOf({ em }: Context, id: string): Promise<Touchpoint> {
  const point = await em.findOne(Touchpoint, { id });
  if (!point) throw new Problem('unknown-touchpoint');
  return point;
}
