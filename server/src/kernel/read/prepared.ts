import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Plan } from './plans.ts';

/*
 * PostgreSQL plans a named statement once per connection. A plan gets its name when it is sent for the second time, so
 * that what nobody asks again leaves nothing behind in the database; only so many get one, as each connection keeps them all.
 */

const MOST_NAMES = 200;

const sentOnce = new WeakSet<Plan>();
const names = new Map<string, string>();

/** Notes that a plan is about to be sent. */
export function nameStatement(plan: Plan): void {
  if (!sentOnce.has(plan)) sentOnce.add(plan);
  else if (names.size < MOST_NAMES && !names.has(plan.text)) {
    names.set(plan.text, `read_${createHash('sha256').update(plan.text).digest('base64url').slice(0, 20)}`);
  }
}

/** Begins as a new process does; a connection that knows names keeps them. For tests, of which many share a process. */
export const forgetNames = (): void => names.clear();

/** Whether the connection itself is lost, and not only what was sent by it refused. */
const isLost = (error: unknown): boolean => !(error instanceof pg.DatabaseError) || error.severity === 'FATAL';

/**
 * A client of `pg` that sends the plans of reads as named statements and everything else as it is. A transaction whose connection is lost is rolled back
 * by the database; that it cannot be told so is no error, or Kysely would never give the connection's place back to the pool.
 * For the driver's options: `driverOptions: { Client: PreparedClient }`.
 */
export class PreparedClient extends pg.Client {
  // pg's own signature is a dozen overloads; the one call that matters is passed on in another of its forms
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
    const send = super.query as (...args: unknown[]) => unknown;
    if (text === 'rollback')
      return (send.apply(this, args) as Promise<unknown>).catch((error: unknown) => {
        if (isLost(error)) return { command: 'ROLLBACK', rowCount: null, rows: [] };
        throw error;
      }) as never;
    return send.call(this, ...(name ? [{ name, text, values }, ...rest] : args)) as never;
  }
}
