import { Id } from '@torilla/schema/kernel/id';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Stream } from '../../kernel/changes.ts';
import { passes, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { changesOf } from '../events/changes.ts';
import { assertOpensDay } from './day.ts';
import { eventFigures, type ShownFigure } from './figures.ts';
import { tabletsOf, type DayTablet } from './tablets.ts';

/** An event's figures as they were at one moment. */
export interface Counts {
  countedAt: Date;
  figures: ShownFigure[];
  tablets: DayTablet[];
  /** The closing that holds now. */
  closingId: string | null;
}

/** Counts, for whoever receives those who come. @throws Problem `forbidden`, `not-found` */
export async function countsOf(ctx: Context, eventId: string): Promise<Counts> {
  await assertOpensDay(ctx, eventId);
  const countedAt = ctx.clock.now();
  const [closing] = await sql<{ id: string }>(ctx.em, 'select id from field_day_closing where event_id = $1 and reopened_at is null', [eventId]);
  return { countedAt, figures: await eventFigures(ctx, eventId, 'DURING'), tablets: await tabletsOf(ctx, eventId), closingId: closing?.id ?? null };
}

/**
 * Counts now, and whenever something has changed, as long as whoever asks is signed in and may. The last that a follower is told is why not.
 * While PostgreSQL is away nothing is told, and it goes on when it is back.
 * @throws Problem `forbidden`, `not-found`, `bad-input` outside of a stream
 */
export async function followCounts(ctx: Context, id: string): Promise<AsyncGenerator<Counts | Problem>> {
  const eventId = parse(Id, id);
  const { stream } = ctx;
  if (!stream) throw new Problem('bad-input');
  await assertOpensDay(ctx, eventId);
  return follow(ctx, stream, eventId);
}

async function* follow(ctx: Context, { signal, actorNow }: Stream, eventId: string): AsyncGenerator<Counts | Problem> {
  for await (const _ of ctx.services.changes.of(changesOf(eventId), signal)) {
    try {
      const actor = await actorNow();
      if (signal.aborted) return;
      if (!actor) return yield new Problem('unauthenticated');
      yield await countsOf({ ...ctx, actor, em: ctx.em.fork({ clear: true }) as EntityManager }, eventId);
    } catch (error) {
      if (error instanceof Problem) return yield error;
      if (!passes(error)) throw error;
    }
  }
}
