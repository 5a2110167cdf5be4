import type { ActionState } from './plan.ts';

// stands apart from the rule of an action: the front page's wheel needs no more

/** Where a measure stands: late as soon as one action is, done when all are, running when one runs. */
export function measureState(actions: readonly ActionState[]): ActionState {
  if (actions.includes('LATE')) return 'LATE';
  if (actions.length > 0 && actions.every((a) => a === 'DONE')) return 'DONE';
  return actions.some((a) => a !== 'PLANNED') ? 'RUNNING' : 'PLANNED';
}

/** How far a measure is, from 0 to 1: the share of its actions that run or are done. */
export function progressOf(actions: readonly ActionState[]): number {
  if (actions.length === 0) return 0;
  return actions.filter((a) => a === 'RUNNING' || a === 'DONE').length / actions.length;
}
