import type { LocalizedText } from '@torilla/schema/kernel/localized';
import type { AnswerKind } from '@torilla/schema/feedback/feedback';
import type { AnswerRating, RateAnswer, ReopenFeedback } from '@torilla/schema/feedback/handling';
import type { FeedbackState } from '@torilla/schema/feedback/states';
import { Receipt } from '@torilla/schema/kernel/receipt';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { Problem } from '../../kernel/problem.ts';
import { viewsAt, type SeenView } from '../../platform/views/views.ts';
import { withdrawContacts } from './contact.ts';
import { eraseWords } from './erase.ts';
import { promisedDay, step } from './steps.ts';

const HOUR = 60 * 60_000;

/** What is held of whoever has a receipt, as they are told without an account. */
export interface HeldByReceipt {
  contactUntil: string | null;
  claimed: boolean;
  state: FeedbackState;
  dueOn: string | null;
  saidBy: number | null;
  maskedWhy: string | null;
  rating: AnswerRating | null;
  hiddenWhy: string | null;
  steps: { state: FeedbackState; at: Date; unit: LocalizedText | null; words: string | null }[];
  answers: ReceiptAnswer[];
  views: SeenView[];
}

/** What the city answered, and where what changed is seen: the number of a measure of the plan, or the id of an event. */
interface ReceiptAnswer {
  words: string;
  language: string;
  answeredAt: Date;
  unit: LocalizedText | null;
  kind: AnswerKind;
  measureNumber: number | null;
  eventId: string | null;
}

export interface Found {
  id: string;
  unit: string | null;
  state: FeedbackState;
  dueOn: string | null;
  saidBy: number | null;
  maskedWhy: string | null;
  rating: AnswerRating | null;
  hiddenWhy: string | null;
  contactUntil: string | null;
  claimed: boolean;
}

/** What stands behind a receipt; null while it is not in effect and once it is erased. @throws Problem `too-many-requests` */
export async function behind({ em, address, services }: Context, code: string): Promise<Found | null> {
  services.limit(`receipt:${address}`, 60, 60_000);
  const [found] = await sql<Found>(
    em,
    `select f.id, f.unit_key as unit, f.state, f.due_on::text as "dueOn", f.rating, f.masked_why as "maskedWhy", f.hidden_why as "hiddenWhy", c.delete_on::text as "contactUntil",
      (select sum(o.headcount)::int from feedback o where o.matter_id = f.matter_id) as "saidBy", f.resident_id is not null as claimed
    from feedback f left join feedback_contact c on c.id = f.contact_id where f.id = (select capture_id from inbox_item where receipt = $1 limit 1)`,
    [parse(Receipt, code)],
  );
  return found ?? null;
}

/** What is held behind a receipt, and who looked; null while it is not in effect and once it is erased. */
export async function heldByReceipt(ctx: Context, code: string): Promise<HeldByReceipt | null> {
  const found = await behind(ctx, code);
  if (!found) return null;
  const answers = await sql<ReceiptAnswer>(
    ctx.em,
    `select a.words, a.language, a.answered_at as "answeredAt", u.name as unit, a.kind, m.number as "measureNumber", a.event_id as "eventId"
    from feedback_answer a left join unit u on u.key = a.unit_key left join measure m on m.id = a.measure_id where a.feedback_id = $1 order by a.answered_at, a.id`,
    [found.id],
  );
  const steps = await sql<HeldByReceipt['steps'][number]>(
    ctx.em,
    'select s.state, s.at, u.name as unit, s.words from feedback_step s left join unit u on u.key = s.unit_key where s.feedback_id = $1 order by s.at, s.id',
    [found.id],
  );
  return {
    ...found,
    answers: answers.map((answer) => ({ ...answer, answeredAt: new Date(answer.answeredAt) })),
    steps: steps.map((one) => ({ ...one, at: new Date(one.at) })),
    views: await viewsAt(ctx, [found.id]),
  };
}

const subject = (_: { code: string }, id: string) => ({ type: 'Feedback', id });

/** Whoever has the receipt takes back the address that they left. @throws Problem `not-found` */
export const withdrawContactByReceipt = command('feedback.contact.withdraw', subject, async (ctx, { code }: { code: string }) => {
  const found = await behind(ctx, code);
  if (!found) throw new Problem('not-found');
  await withdrawContacts(ctx, [found.id]);
  return found.id;
});

/** Whoever has the receipt erases the words and what came with them. What is in an account is its resident's to erase. @throws Problem `not-found`, `already-claimed` */
export const eraseByReceipt = command('feedback.erase.receipt', subject, async (ctx, { code }: { code: string }) => {
  const found = await behind(ctx, code);
  if (!found) throw new Problem('not-found');
  if (found.claimed) throw new Problem('already-claimed');
  await eraseWords(ctx, [found.id]);
  return found.id;
});

/**
 * Whoever has the receipt takes up again what was answered, in their own words; from that day the city has its time to answer anew.
 * @throws Problem `not-found`; `not-answered` where there is nothing to take up, for it is open
 */
export const reopenFeedback = command(
  'feedback.reopen',
  (_: ReopenFeedback, id: string) => ({ type: 'Feedback', id }),
  async (ctx, { receipt, words }) => {
    ctx.services.limit(`reopen:${ctx.address}`, 20, HOUR);
    const found = await behind(ctx, receipt);
    if (!found) throw new Problem('not-found');
    if (!(await step(ctx, [found.id], 'REOPENED', words)).length) throw new Problem('not-answered');
    await sql(ctx.em, 'update feedback set due_on = $2 where id = $1', [found.id, await promisedDay(ctx, found.unit, ctx.clock.now())]);
    return found.id;
  },
);

/** Whoever has the receipt tells whether the answer helped; the last word counts. @throws Problem `not-found`, also where nothing was answered yet */
export const rateAnswer = command(
  'feedback.rate',
  (_: RateAnswer, id: string) => ({ type: 'Feedback', id }),
  async (ctx, { receipt, rating }) => {
    const found = await behind(ctx, receipt);
    const rated =
      found &&
      (await sql(ctx.em, 'update feedback set rating = $2 where id = $1 and exists (select from feedback_answer a where a.feedback_id = $1) returning id', [
        found.id,
        rating,
      ]));
    if (!rated?.length) throw new Problem('not-found');
    return found!.id;
  },
);
