import { LockMode } from '@mikro-orm/core';
import { ANSWER_DAYS, type AnswerBarrier, type ReportBarrier, type SetSupervisor } from '@torilla/schema/accessibility/accessibility';
import { system } from '../../kernel/actor.ts';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Mail } from '../../kernel/services.ts';
import { hamina } from '../municipality/hamina.ts';
import { StaffMember } from '../staff/staff.entity.ts';
import { Barrier, Supervisor } from './accessibility.entity.ts';
import { answerMail } from './answer.mail.ts';

const HOUR = 60 * 60_000;

/** Takes what somebody tells of a barrier: anybody's, within a rate. Safe to send twice. @throws Problem `too-many-requests` */
export const reportBarrier = command(
  'accessibility.report',
  ({ id }: ReportBarrier) => ({ type: 'Barrier', id }),
  async (ctx, { id, words, email, language }) => {
    ctx.services.limit(`barrier:${ctx.address}`, 10, HOUR);
    const now = ctx.clock.now();
    // the days are the city's: what comes late in the evening has its whole last day too
    const [row] = await sql<{ dueOn: string }>(
      ctx.em,
      `insert into barrier (id, words, email, language, received_at, due_on) values ($1, $2, $3, $4, $5, ($5::timestamptz at time zone $6)::date + $7::int)
      on conflict (id) do update set id = excluded.id returning due_on::text as "dueOn"`,
      [id, words, email ?? null, language, now, hamina.timeZone, ANSWER_DAYS],
    );
    return { id, dueOn: row!.dueOn };
  },
);

/**
 * Answers it. Where there is an address it counts as answered once the mail has left: until then it waits with the answer in it, and the answer may be
 * sent again.
 * @throws Problem `not-found`; `not-held` when it was answered already; `mail-not-sent` when the answer is kept and only the mail did not leave
 */
export async function answerBarrier(ctx: Context, input: AnswerBarrier): Promise<string> {
  const mail = await noteAnswer(ctx, input);
  if (!mail) return input.id;
  if (!(await ctx.services.mailer.send(mail))) throw new Problem('mail-not-sent');
  return noteMailed({ ...ctx, actor: system }, input);
}

const noteAnswer = command(
  'accessibility.answer',
  ({ id }: AnswerBarrier) => ({ type: 'Barrier', id }),
  async ({ em, actor, clock }, { id, answer }): Promise<Mail | null> => {
    const barrier = await em.findOne(Barrier, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!barrier) throw new Problem('not-found');
    if (barrier.answeredAt) throw new Problem('not-held');
    em.assign(barrier, { answer, answeredBy: em.getReference(StaffMember, actor.id!), answeredAt: barrier.email ? null : clock.now() });
    return barrier.email ? { to: barrier.email, ...answerMail(barrier, answer, await em.findOne(Supervisor, { one: 1 })) } : null;
  },
);

// the mail has left, whoever asked for it and whatever else they may
const noteMailed = command(
  'accessibility.answer.mailed',
  ({ id }: AnswerBarrier) => ({ type: 'Barrier', id }),
  async ({ em, clock }, { id }) => {
    await em.nativeUpdate(Barrier, { id, answeredAt: null }, { answeredAt: clock.now() });
    return id;
  },
);

/** Says who supervises the city. */
export const setSupervisor = command(
  'accessibility.supervisor.set',
  (_: SetSupervisor) => ({ type: 'Supervisor', id: null }),
  async ({ em }, input) => {
    await em.upsert(Supervisor, { one: 1, ...input });
    return true;
  },
);
