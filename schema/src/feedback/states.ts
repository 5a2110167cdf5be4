import { lifecycle } from '../kernel/lifecycle.ts';

/** How far a piece of feedback is, as its resident is told: received, read, being looked into, answered, something changed because of it, taken up again by them. */
export const feedbackStates = ['RECEIVED', 'READ', 'IN_PROGRESS', 'ANSWERED', 'CHANGED', 'REOPENED'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/**
 * What may follow what. A step may be passed over: whoever answers has read. Only the resident takes up again what was
 * answered, and there is no way back to a step that they were told of already.
 */
export const handling = lifecycle<FeedbackState>({
  RECEIVED: ['READ', 'IN_PROGRESS', 'ANSWERED', 'CHANGED'],
  READ: ['IN_PROGRESS', 'ANSWERED', 'CHANGED'],
  IN_PROGRESS: ['ANSWERED', 'CHANGED'],
  ANSWERED: ['CHANGED', 'REOPENED'],
  CHANGED: ['REOPENED'],
  REOPENED: ['IN_PROGRESS', 'ANSWERED', 'CHANGED'],
});

/** The states in which the city has nothing left to do, unless the resident takes it up again. */
export const settledStates: readonly FeedbackState[] = ['ANSWERED', 'CHANGED'];

/** Whether the city still owes something. */
export const isOpen = (state: FeedbackState): boolean => !settledStates.includes(state);
