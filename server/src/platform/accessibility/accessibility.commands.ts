import { LockMode } from '@mikro-orm/core';
import { ANSWER_DAYS, type AnswerBarrier, type ReportBarrier, type SetSupervisor } from '@torilla/schema/accessibility/accessibility';
import { command, sql } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
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

/** Answers it, by mail where there is an address. @throws Problem `not-found`; `not-held` when it was answered already */
export const answerBarrier = command(
  'accessibility.answer',
  ({ id }: AnswerBarrier) => ({ type: 'Barrier', id }),
  async ({ em, actor, clock, services }, { id, answer }) => {
    const barrier = await em.findOne(Barrier, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!barrier) throw new Problem('not-found');
    if (barrier.answeredAt) throw new Problem('not-held');
    em.assign(barrier, { answer, answeredAt: clock.now(), answeredBy: em.getReference(StaffMember, actor.id!) });
    await em.flush();
    // last, so that what is not kept is not sent
    if (barrier.email) await services.mailer.send({ to: barrier.email, ...answerMail(barrier, answer, await em.findOne(Supervisor, { one: 1 })) });
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
