import type { AnswerKind } from '@torilla/schema/feedback/feedback';
import { reactive } from 'vue';
import { useI18n } from 'vue-i18n';
import { AdminAnswerFeedbackDocument, type AnswerFeedbackInput } from '../../../gql/feedback/admin/graphql.ts';
import { toast } from '../../../kernel/announcer.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** Answers a resident, or mails again what has not left, and tells the writer where the answer went. */
export function useAnswer() {
  const { t } = useI18n();
  const { busy, problem, run } = useWrite(AdminAnswerFeedbackDocument, { refetch: ['AdminFeedbackPage', 'AdminFeedbackCount', 'AdminFeedbackQueues'] });

  /** @returns whether the city has the answer now */
  async function send(input: AnswerFeedbackInput): Promise<boolean> {
    const done = await run({ input });
    const mail = done?.answerFeedback?.answers.find(({ id }) => id === input.id)?.mail;
    if (mail) toast(t(`admin.feedback.answer.went.${mail}`), mail === 'WAITING' || mail === 'FAILED' ? { tone: 'brick' } : {});
    return done !== null;
  }
  return { busy, problem, send };
}

/** An answer that is being written; its id stays until it has arrived, so that sending twice makes one. */
export interface AnswerDraft extends Pick<AnswerFeedbackInput, 'id' | 'words' | 'language'> {
  kind: AnswerKind;
  /** Where a change is seen; empty for nowhere. */
  measureId: string;
  eventId: string;
}
const drafts = new Map<string, AnswerDraft>();

/** The answer that was begun to a piece of feedback, as long as the app is open. */
export function answerDraft(feedbackId: string, begin: () => AnswerDraft): AnswerDraft {
  const draft = drafts.get(feedbackId) ?? reactive(begin());
  drafts.set(feedbackId, draft);
  return draft;
}
