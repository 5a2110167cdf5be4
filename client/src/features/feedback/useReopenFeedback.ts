import { RateAnswerDocument, ReopenFeedbackDocument } from '../../gql/feedback/graphql.ts';
import { useWrite } from '../../kernel/useWrite.ts';

const refetch = ['ReceiptHeld', 'MyFeedback'];

/** Takes up again what the city answered: whoever has the receipt may. */
export const useReopenFeedback = () => useWrite(ReopenFeedbackDocument, { audience: 'resident', refetch });

/** Tells whether an answer helped. */
export const useRateAnswer = () => useWrite(RateAnswerDocument, { audience: 'resident', refetch });
