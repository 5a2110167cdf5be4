import { system } from '../../kernel/actor.ts';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Job } from '../../kernel/feature.ts';
import { noteMailed } from './answer.commands.ts';
import { answerMail } from './answer.mail.ts';
import { FeedbackAnswer } from './feedback.entity.ts';

const AT_ONCE = 50;
/** A mail that did not leave is tried again so often, for so long. */
const AGAIN_MINUTES = 15;
const GIVE_UP_DAYS = 2;

/** Mails the answers that wait: those to a whole matter, and those that did not leave when they were given. */
export const mailAnswers: Job = {
  name: 'feedback.answers.mail',
  cron: '* * * * *',
  run: async (ctx) => {
    let mailed = AT_ONCE;
    while (mailed === AT_ONCE) {
      const em = ctx.em.fork({ clear: true, keepTransactionContext: true }) as Context['em'];
      mailed = await mailSome({ ...ctx, em, actor: system });
    }
  },
};

// taken before they are sent, so that two processes do not mail the same
async function mailSome(ctx: Context): Promise<number> {
  const { em, clock, services } = ctx;
  const taken = await sql<{ id: string }>(
    em,
    `update feedback_answer set mail_tried_at = $1 where id in (
      select id from feedback_answer where mail = 'WAITING' and answered_at > $1::timestamptz - interval '${GIVE_UP_DAYS} days'
        and (mail_tried_at is null or mail_tried_at < $1::timestamptz - interval '${AGAIN_MINUTES} minutes')
      order by answered_at limit ${AT_ONCE} for update skip locked) returning id`,
    [clock.now()],
  );
  const answers = await em.find(FeedbackAnswer, { id: { $in: taken.map(({ id }) => id) } }, { populate: ['feedback.contact', 'measure'] });
  for (const answer of answers) {
    const feedback = answer.feedback.unwrap();
    const to = feedback.contact?.unwrap().email;
    // an address that was taken back meanwhile is no longer written to
    if (!to) await em.nativeUpdate(FeedbackAnswer, { id: answer.id }, { mail: 'NONE' });
    else if (await services.mailer.send(answerMail({ to, answer, feedback, publicUrl: services.publicUrl })))
      await noteMailed(ctx, { id: answer.id, feedbackId: feedback.id });
  }
  return taken.length;
}
