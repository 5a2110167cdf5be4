import { MeasureState, ScheduleKind, type Schedule } from './plan.ts';

/** The facts of a schedule, as the API gives them: what does not apply is null. */
export type ScheduleFacts = Pick<Schedule, 'kind'> & { [K in Exclude<keyof Schedule, 'kind'>]?: Schedule[K] | null };

/**
 * Where an action stands on a day (`2027-05-18`), as its schedule tells. Nothing has been reported of it yet, so a day
 * that has passed makes it late: better to ask a unit once too often than to call done what nobody did.
 */
export function actionState(schedule: ScheduleFacts, today: string): MeasureState {
  const year = Number(today.slice(0, 4));
  switch (schedule.kind) {
    case ScheduleKind.CONTINUOUS: return MeasureState.RUNNING;
    case ScheduleKind.YEARLY: return schedule.first && schedule.first > year ? MeasureState.PREPARING : MeasureState.RUNNING;
    case ScheduleKind.IN_PREPARATION: return schedule.year && schedule.year < year ? MeasureState.LATE : MeasureState.PREPARING;
    case ScheduleKind.DUE: return schedule.due && schedule.due < today ? MeasureState.LATE : MeasureState.RUNNING;
  }
}

/** Where a measure stands: late as soon as one action is, done when all are, running when one runs. */
export function measureState(actions: readonly MeasureState[]): MeasureState {
  if (actions.includes(MeasureState.LATE)) return MeasureState.LATE;
  if (actions.length > 0 && actions.every((a) => a === MeasureState.DONE)) return MeasureState.DONE;
  return actions.some((a) => a !== MeasureState.PREPARING) ? MeasureState.RUNNING : MeasureState.PREPARING;
}

/** How far a measure is, from 0 to 1: the share of its actions that run or are done. */
export function progressOf(actions: readonly MeasureState[]): number {
  if (actions.length === 0) return 0;
  return actions.filter((a) => a === MeasureState.RUNNING || a === MeasureState.DONE).length / actions.length;
}
