import { tellChange } from '../../kernel/changes.ts';
import type { Context } from '../../kernel/context.ts';

/** By which name it is told that something at an event has changed: who came, what was captured, whether the day is closed. */
export const changesOf = (eventId: string): string => `event:${eventId}`;

/** Tells whoever follows an event that something there has changed, once this is committed. */
export const tellEvent = (ctx: Pick<Context, 'em'>, eventId: string): Promise<unknown> => tellChange(ctx, changesOf(eventId));
