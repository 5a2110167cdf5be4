import type { ActionState, Schedule, ScheduleKind } from './plan.ts';

/** The facts of a schedule, as the API gives them: what does not apply is null. */
export type ScheduleFacts = Pick<Schedule, 'kind'> & { [K in Exclude<keyof Schedule, 'kind'>]?: Schedule[K] | null };

/** Where an action stood by a report. */
export interface Reported {
  state: ActionState;
  /** The day that the report tells of, `2027-05-18`. */
  day: string;
  /** Whether the state stands whatever the schedule says. */
  firm: boolean;
}

/** A report as the API gives it. */
export interface ReportFacts {
  day: string;
  reportedAt: string | Date;
  state?: ActionState | null;
  firm: boolean;
  withdrawnAt?: string | Date | null;
}

/**
 * Where an action stands on a day (`2027-05-18`), as its schedule tells and what was last reported of its state.
 * A day that has passed makes it late until somebody reports it done: better to ask a unit once too often than to call done what nobody did.
 */
export function actionState(schedule: ScheduleFacts, reported: Reported | null, today: string): ActionState {
  if (reported && (reported.firm || reported.state === 'LATE')) return reported.state;
  const planned = plannedState(schedule, today);
  if (!reported) return planned;
  const thisYear = reported.day.slice(0, 4) === today.slice(0, 4);
  switch (schedule.kind) {
    // what goes on all the time is never done: whoever ends it says so firmly
    case 'CONTINUOUS':
      return reported.state === 'PLANNED' ? 'PLANNED' : 'RUNNING';
    // what was done last year is to be done again this year
    case 'YEARLY':
      return thisYear ? reported.state : planned;
    case 'IN_PREPARATION':
      return reported.state === 'PLANNED' ? planned : reported.state;
    case 'DUE':
      return reported.state === 'DONE' || planned !== 'LATE' ? reported.state : 'LATE';
  }
}

function plannedState(schedule: ScheduleFacts, today: string): ActionState {
  const year = Number(today.slice(0, 4));
  switch (schedule.kind) {
    case 'CONTINUOUS':
      return 'RUNNING';
    case 'YEARLY':
      return schedule.first && schedule.first > year ? 'PLANNED' : 'RUNNING';
    case 'IN_PREPARATION':
      return schedule.year && schedule.year < year ? 'LATE' : 'PLANNED';
    case 'DUE':
      return schedule.due && schedule.due < today ? 'LATE' : 'RUNNING';
  }
}

/** The newest report of a state that stands, of those that tell of a day until `until`; what was withdrawn does not count. */
export function lastReported(reports: readonly ReportFacts[], until = '9999-12-31'): Reported | null {
  const at = ({ day, reportedAt }: ReportFacts): string => `${day} ${new Date(reportedAt).toISOString()}`;
  const standing = reports.filter((report) => report.state && !report.withdrawnAt && report.day <= until);
  const newest = standing.reduce<ReportFacts | null>((last, next) => (last && at(last) > at(next) ? last : next), null);
  return newest?.state ? { state: newest.state, day: newest.day, firm: newest.firm } : null;
}

/** The states that may be reported of an action without being firm; what goes on all the time is not done. */
export const reportable = (kind: ScheduleKind): readonly ActionState[] =>
  kind === 'CONTINUOUS' ? ['PLANNED', 'RUNNING', 'LATE'] : ['PLANNED', 'RUNNING', 'LATE', 'DONE'];
