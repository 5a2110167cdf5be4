import { newId } from '@torilla/schema/kernel/id';
import { command, sql, transaction } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { RetentionRule } from '../../kernel/retention.ts';
import { hamina } from '../municipality/hamina.ts';
import { RetentionRun, type RetentionWent } from './retention.entity.ts';

/** When the rules are run, by the city's clock: an hour that every night has once. */
const HOUR = 2;
const MINUTE = 40;
export const NIGHTLY = `${MINUTE} ${HOUR} * * *`;

const BATCH = 200;

/** What a rule holds at the moment. */
export interface RetentionFigures {
  key: string;
  held: number;
  oldest: Date | null;
  /** What goes in the next run. */
  due: number;
}

// what a rule lets go at a moment: the same for counting as for going
const dueOf = ({ records }: RetentionRule, at: string): string => `(${records}) as records where until <= ${at}`;

/** When the rules are run next. */
export async function nextRun({ em, clock }: Context): Promise<Date> {
  const [row] = await sql<{ at: Date }>(em, `select (((($1::timestamptz at time zone $2) - $3::interval)::date + 1) + $3::interval) at time zone $2 as at`, [
    clock.now(),
    hamina.timeZone,
    `${HOUR} hours ${MINUTE} minutes`,
  ]);
  return new Date(row!.at);
}

/** What each rule holds, since when, and how much of it goes at that moment; in one statement. */
export async function figuresAt({ em, services }: Context, at: Date): Promise<Map<string, RetentionFigures>> {
  const counts = services.retention.map(
    (rule, n) => `select $${n + 2}::text as key, count(*)::int as held, min(since) as oldest,
      ${rule.purge ? `(select count(*)::int from ${dueOf(rule, '$1::timestamptz')})` : '0'} as due from (${rule.records}) as records`,
  );
  const rows = await sql<RetentionFigures>(em, counts.join(' union all '), [at, ...services.retention.map(({ key }) => key)]);
  return new Map(rows.map((row) => [row.key, { ...row, oldest: row.oldest && new Date(row.oldest) }]));
}

interface Going {
  rule: RetentionRule;
  ids: readonly string[];
}

const letGo = command(
  'retention.purge',
  ({ rule, ids }: Going) => ({ type: rule.of[0], id: rule.named ? ids[0]! : null }),
  (ctx, { rule, ids }) => rule.purge!(ctx, ids),
);

const noteRun = command(
  'retention.note',
  (_: Omit<RetentionRun, 'id'>, id: string) => ({ type: 'RetentionRun', id }),
  async ({ em }, run) => em.create(RetentionRun, { id: newId(), ...run }).id,
);

/**
 * Lets everything go whose date has passed, in batches of a transaction each, and notes what went. A rule that fails keeps none of the others.
 * @throws AggregateError of what failed, once all the others are done and noted
 */
export async function purgeDue(ctx: Context): Promise<void> {
  const startedAt = ctx.clock.now();
  const went: RetentionWent[] = [];
  const faults: { rule: string; error: unknown }[] = [];
  for (const rule of ctx.services.retention.filter(({ purge }) => purge)) {
    const one = { rule: rule.key, count: 0 };
    try {
      for (let ids = await dueIds(ctx, rule, startedAt); ids.length; ids = await dueIds(ctx, rule, startedAt)) {
        await letGoAll(ctx, rule, ids);
        one.count += ids.length;
      }
    } catch (error) {
      faults.push({ rule: rule.key, error });
    }
    if (one.count) went.push(one);
  }
  await noteRun(ctx, { startedAt, endedAt: ctx.clock.now(), went, failed: faults.map(({ rule }) => rule) });
  if (faults.length)
    throw new AggregateError(
      faults.map(({ error }) => error),
      `These rules of retention could not be kept: ${faults.map(({ rule }) => rule).join(', ')}`,
    );
}

async function dueIds({ em }: Context, rule: RetentionRule, at: Date): Promise<string[]> {
  const rows = await sql<{ id: string }>(em, `select id::text from ${dueOf(rule, '$1::timestamptz')} order by until limit ${BATCH}`, [at]);
  return rows.map(({ id }) => id);
}

const letGoAll = (ctx: Context, rule: RetentionRule, ids: string[]): Promise<void> =>
  transaction(ctx, async (within) => {
    for (const some of rule.named ? ids.map((id) => [id]) : [ids]) await letGo(within, { rule, ids: some });
    // or the next batch would be the same one, without end
    const left = await sql(within.em, `select from (${rule.records}) as records where until <= $1 and id::text = any($2)`, [ctx.clock.now(), ids]);
    if (left.length) throw new Error(`${left.length} records of ${rule.key} were let go and are still there`);
  });
