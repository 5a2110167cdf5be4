import { CompiledQuery } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from './context.ts';
import { assertMay } from './policy.ts';
import { problemOf } from './problem.ts';

/** What a write touched, for the audit line that stands beside it. */
export interface Subject {
  type: string;
  id: string | null;
}

type Work<I, R> = (ctx: Context, input: I) => Promise<R>;
export type Command<I, R> = Work<I, R> & { readonly verb: string };

const ATTEMPTS = 4;

/**
 * A write, named once and wrapped once: the policy is asked, the work runs in one transaction with its audit line,
 * a broken constraint becomes its problem, and what PostgreSQL asks to try again is tried again.
 * Inside another command it joins that command's transaction.
 */
export function command<I, R>(verb: string, subject: (input: I, result: R) => Subject, work: Work<I, R>): Command<I, R> {
  const run: Work<I, R> = async (ctx, input) => {
    assertMay(ctx.actor, verb);
    return transaction(ctx, async (within) => {
      const result = await work(within, input);
      const { type, id } = subject(input, result);
      within.audit.push({ action: verb, subject: type, subjectId: id });
      return result;
    });
  };
  return Object.assign(run, { verb });
}

/**
 * Runs the work in one transaction on a unit of work of its own, or in the one that is already open.
 * @throws Problem for a broken constraint that has one; whatever else the work throws
 */
export async function transaction<R>(ctx: Context, work: (ctx: Context) => Promise<R>): Promise<R> {
  if (ctx.inTransaction) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    const within: Context = { ...ctx, em: ctx.em.fork({ clear: true, keepTransactionContext: true }) as EntityManager, audit: [], inTransaction: true };
    try {
      await begin(within.em);
      const result = await work(within);
      await within.em.flush();
      await writeAudit(within);
      await within.em.commit();
      return result;
    } catch (error) {
      await within.em.rollback().catch(() => undefined); // the first error is the one to tell
      if (attempt < ATTEMPTS && passes(error)) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
        continue;
      }
      throw problemOf(error) ?? error;
    }
  }
}

/**
 * Runs the work in a savepoint of the open transaction, on a unit of work of its own:
 * what it did is undone when it throws, what came before stays.
 */
export async function savepoint<R>(ctx: Context, work: (ctx: Context) => Promise<R>): Promise<R> {
  const within: Context = { ...ctx, em: ctx.em.fork({ clear: true, keepTransactionContext: true }) as EntityManager, audit: [] };
  await begin(within.em);
  try {
    const result = await work(within);
    await within.em.flush();
    await within.em.commit();
    ctx.audit.push(...within.audit);
    return result;
  } catch (error) {
    await within.em.rollback();
    throw problemOf(error) ?? error;
  }
}

/**
 * Runs the work and undoes all that it did, in a savepoint where a transaction is open already: to show what it would come to.
 * What it shows is the work's own result, so it cannot differ from the work.
 */
export async function rehearse<R>(ctx: Context, work: (ctx: Context) => Promise<R>): Promise<R> {
  const within: Context = { ...ctx, em: ctx.em.fork({ clear: true, keepTransactionContext: true }) as EntityManager, audit: [], inTransaction: true };
  await begin(within.em);
  try {
    const result = await work(within);
    await within.em.flush();
    return result;
  } catch (error) {
    throw problemOf(error) ?? error;
  } finally {
    await within.em.rollback();
  }
}

// a savepoint where a transaction is open already
const begin = (em: EntityManager): Promise<void> => em.begin({ ctx: em.getTransactionContext() });

// The audit rows come last: their trigger chains them under a lock that is held until the commit, so it is held briefly.
async function writeAudit(ctx: Context): Promise<void> {
  if (!ctx.audit.length) return;
  const { actor, audit } = ctx;
  await sql(
    ctx.em,
    `insert into audit_line (actor_kind, actor_id, action, subject, subject_id)
    select $1, $2, * from unnest($3::text[], $4::text[], $5::text[])`,
    [actor.kind, actor.id, audit.map((l) => l.action), audit.map((l) => l.subject), audit.map((l) => l.subjectId)],
  );
}

/** One statement of plain SQL with $n parameters, in the open transaction if there is one. */
export async function sql<Row = Record<string, unknown>>(em: EntityManager, text: string, params: readonly unknown[] = []): Promise<Row[]> {
  const runner = em.getTransactionContext<{ executeQuery: (q: CompiledQuery) => Promise<{ rows: unknown[] }> }>() ?? em.getKysely();
  return (await runner.executeQuery(CompiledQuery.raw(text, [...params]))).rows as Row[];
}

/** Whether an error is one that passes: serialization failure, deadlock, connection lost or never made, shutdown by the administrator. */
export function passes(error: unknown): boolean {
  for (let e = error as { code?: unknown; message?: unknown; cause?: unknown; previous?: unknown } | undefined; e; e = (e.cause ?? e.previous) as typeof e) {
    if (typeof e.code === 'string' && /^(40001|40P01|08...|57P01|57P03|ECONNRESET|ECONNREFUSED|EPIPE)$/.test(e.code)) return true;
    if (typeof e.message === 'string' && e.message.includes('Connection terminated')) return true;
  }
  return false;
}
