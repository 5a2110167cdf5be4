import type { DismissHeld, RetryHeld } from '@torilla/schema/inbox/inbox';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { system } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { tellEvent } from '../events/changes.ts';
import { writeView } from '../views/views.ts';
import { isSecret, judge, payloadOf } from './open.ts';
import { putIntoEffect, writeOutcomes } from './settle.ts';
import { storedById, type Stored } from './stored.ts';

const subject = ({ id }: { id: string }) => ({ type: 'InboxItem', id });

/**
 * What a held item asks for, opened for the person who mends it: its operation, version and input as JSON. It may hold an address: that somebody looked is written down.
 * @throws Problem `not-held`, `capture-secret` for what nobody may read
 */
export const openHeld = command('inbox.open', subject, async (ctx, { id }: { id: string }) => {
  const held = await heldById(ctx, id);
  const payload = await payloadOf(held.sealed, { id: held.captureId, revision: held.revision }, ctx.services);
  if (isSecret(payload.operation, ctx.services)) throw new Problem('capture-secret');
  await writeView(ctx, { subject: 'Capture', subjectId: held.captureId, data: 'CAPTURE', reason: 'CLARIFY' });
  return JSON.stringify(payload, null, 2);
});

/**
 * Runs a held item again, mended or as it came. What still is wrong with it is thrown and it stays held.
 * @throws Problem `not-held`, `capture-secret` for what nobody may read nor mend, and whatever its command refuses
 */
export const retryHeld = command('inbox.retry', subject, async (ctx, { id, input }: RetryHeld) => {
  const held = await heldById(ctx, id);
  const payload = await payloadOf(held.sealed, { id: held.captureId, revision: held.revision }, ctx.services);
  if (input && isSecret(payload.operation, ctx.services)) throw new Problem('capture-secret');
  const judged = judge(input ? { ...payload, input: jsonOf(input) } : payload, ctx.services.captures);
  const outcome = await putIntoEffect({ ...ctx, actor: system }, held, judged);
  if (outcome.problem) throw outcome.problem;
  await writeOutcomes(ctx, [outcome]);
  if (held.eventId) await tellEvent(ctx, held.eventId);
  return id;
});

/** Sets a held item aside with a reason; it is kept, sealed, unless nobody may read it. @throws Problem `not-held` */
export const dismissHeld = command('inbox.dismiss', subject, async (ctx, { id, reason }: DismissHeld) => {
  const { eventId, operation } = await heldById(ctx, id);
  await sql(ctx.em, `update inbox_item set state = 'DISMISSED', dismissal = $2, settled_at = $3, sealed = case when $4 then '' else sealed end where id = $1`, [
    id,
    reason,
    ctx.clock.now(),
    isSecret(operation, ctx.services),
  ]);
  if (eventId) await tellEvent(ctx, eventId);
  return id;
});

async function heldById(ctx: Context, id: string): Promise<Stored> {
  const stored = await storedById(ctx, id);
  if (stored?.state !== 'HELD') throw new Problem('not-held');
  return stored;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('bad-input', { fields: ['input: not JSON'] });
  }
}
