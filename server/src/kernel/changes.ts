import type { Actor } from './actor.ts';
import { sql } from './command.ts';
import type { Context } from './context.ts';

/** The channel on which PostgreSQL tells every process what has changed. */
export const CHANGES = 'torilla_changes';

/** Tells what of something has changed, in whichever process that was. */
export interface Changes {
  /**
   * Yields at once, then when something about the subject changed, at most once a second, and every quarter of a minute anyway: a telling that was lost, with
   * a connection or behind a pooler, is made up for. Ends when the signal is given or the server stops.
   */
  of(subject: string, signal: AbortSignal): AsyncGenerator<void, void, undefined>;
}

/** What a subscription has beside its context: it outlives the question that opened it. */
export interface Stream {
  /** Given when whoever asked has gone. */
  signal: AbortSignal;
  /** What they may do by now; null once they are signed out. Does not count as being used. */
  actorNow(): Promise<Actor | null>;
}

/** Tells everybody who follows the subject that something about it has changed, once this transaction has been committed. Never what. */
export const tellChange = ({ em }: Pick<Context, 'em'>, subject: string): Promise<unknown> => sql(em, 'select pg_notify($1, $2)', [CHANGES, subject]);
