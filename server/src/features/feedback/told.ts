import type { AnswerKind, AnswerMail } from '@torilla/schema/feedback/feedback';
import type { FeedbackState } from '@torilla/schema/feedback/states';
import { newId } from '@torilla/schema/kernel/id';
import type { DeliveryResult } from '@torilla/schema/notifications/kinds';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { About, Teller, Tellers } from '../../kernel/teller.ts';
import { tell, type Recipient } from '../../platform/notifications/tell.ts';
import { answerMail } from './answer.mail.ts';
import { FeedbackAnswer } from './feedback.entity.ts';

/** The states of which a resident is told as they come; of an answer the answer itself tells. */
const toldStates: ReadonlySet<FeedbackState> = new Set(['READ', 'IN_PROGRESS']);

/** Has residents told of answers to what they said, in as many statements however many they are. @returns the notifications */
export async function tellOfAnswers(ctx: Context, kind: AnswerKind, answerIds: readonly string[]): Promise<string[]> {
  await ctx.em.flush();
  const recipients = await sql<Recipient>(
    ctx.em,
    `select f.id as "subjectId", f.resident_id as "residentId", c.email is not null as "byMail", a.id as cause
    from feedback_answer a join feedback f on f.id = a.feedback_id left join feedback_contact c on c.id = f.contact_id where a.id = any($1::uuid[])`,
    [answerIds],
  );
  const told = await tell(ctx, { kind: 'ANSWER', detail: kind }, recipients);
  await sql(
    ctx.em,
    `update feedback_answer a set mail = 'WAITING' from notification n join delivery d on d.notification_id = n.id where n.id = any($1::uuid[]) and n.cause = a.id and d.channel = 'MAIL'`,
    [told],
  );
  return told;
}

/** Has residents told that what they said came to a state. */
export async function tellOfSteps(
  ctx: Context,
  state: FeedbackState,
  steps: readonly { cause: string; subjectId: string; residentId: string | null }[],
): Promise<void> {
  if (toldStates.has(state)) await tell(ctx, { kind: 'STATE', detail: state }, steps);
}

/** Has members of staff told that feedback is theirs to take care of now. */
export const tellOfAssigning = (ctx: Context, recipients: readonly Recipient[]): Promise<string[]> => tell(ctx, { kind: 'ASSIGNED', detail: '' }, recipients);

/** Has members of staff told that a note names them; what it says is told nobody. */
export const tellOfMention = (ctx: Context, feedbackId: string, staffIds: readonly string[]): Promise<string[]> =>
  tell(
    ctx,
    { kind: 'MENTIONED', detail: '' },
    staffIds.map((staffId) => ({ subjectId: feedbackId, staffId, cause: newId() })),
  );

// the receipt's code stands behind the `#`, where no server sees it, and travels sealed to the browser that asked for it
async function pathOf({ em }: Context, { subjectId }: About, whose: 'ACCOUNT' | 'RECEIPT'): Promise<string> {
  if (whose === 'ACCOUNT') return '/oma/palautteet';
  const [feedback] = await sql<{ receipt: string | null }>(em, 'select receipt from feedback where id = $1', [subjectId]);
  return feedback?.receipt ? `/kuitti#${feedback.receipt}` : '/kuitti';
}

const mailOf: Record<DeliveryResult, AnswerMail> = {
  WAITING: 'WAITING',
  SENT: 'SENT',
  REFUSED: 'FAILED',
  GIVEN_UP: 'FAILED',
  GONE: 'FAILED',
  WITHDRAWN: 'NONE',
};

const answers: Teller = {
  path: pathOf,
  // an address that was taken back meanwhile is no longer written to
  async letter({ em, services }, { cause }) {
    const answer = await em.findOne(FeedbackAnswer, { id: cause }, { populate: ['feedback.contact', 'measure'] });
    const feedback = answer?.feedback.unwrap();
    const to = feedback?.contact?.unwrap().email;
    return answer && feedback && to ? answerMail({ to, answer, feedback, publicUrl: services.publicUrl }) : null;
  },
  mailed: ({ em }, { cause }, result) => em.nativeUpdate(FeedbackAnswer, { id: cause }, { mail: mailOf[result] }),
};

const atDesk: Teller['path'] = async (_, { subjectId }) => `/hallinta/palautteet/${subjectId}`;

/** How feedback says what people are told of. */
export const tells: Tellers = {
  ANSWER: answers,
  STATE: { path: pathOf },
  ASSIGNED: { path: atDesk },
  MENTIONED: { path: atDesk },
};
