import type { MeasureState, Schedule } from './plan.ts';

/** The facts of a schedule, as the API gives them: what does not apply is null. */
export type ScheduleFacts = Pick<Schedule, 'kind'> & { [K in Exclude<keyof Schedule, 'kind'>]?: Schedule[K] | null };

/**
 * Where an action stands on a day (`2027-05-18`), as its schedule tells. Nothing has been reported of it yet, so a day
 * that has passed makes it late: better to ask a unit once too often than to call done what nobody did.
 */
export function actionState(schedule: ScheduleFacts, today: string): MeasureState {
  const year = Number(today.slice(0, 4));
  switch (schedule.kind) {
    case 'CONTINUOUS':
      return 'RUNNING';
    case 'YEARLY':
      return schedule.first && schedule.first > year ? 'PREPARING' : 'RUNNING';
    case 'IN_PREPARATION':
      return schedule.year && schedule.year < year ? 'LATE' : 'PREPARING';
    case 'DUE':
      return schedule.due && schedule.due < today ? 'LATE' : 'RUNNING';
  }
}

/** Where a measure stands: late as soon as one action is, done when all are, running when one runs. */
export function measureState(actions: readonly MeasureState[]): MeasureState {
  if (actions.includes('LATE')) return 'LATE';
  if (actions.length > 0 && actions.every((a) => a === 'DONE')) return 'DONE';
  return actions.some((a) => a !== 'PREPARING') ? 'RUNNING' : 'PREPARING';
}

/** How far a measure is, from 0 to 1: the share of its actions that run or are done. */
export function progressOf(actions: readonly MeasureState[]): number {
  if (actions.length === 0) return 0;
  return actions.filter((a) => a === 'RUNNING' || a === 'DONE').length / actions.length;
}
