import type { ScheduleFacts } from '@torilla/schema/plan/state';

/** The key of a schedule's words under `plan.schedule`, and what the words need. Dates are left to the reader's format. */
export interface ScheduleWords {
  key: string;
  year?: number;
  due?: string;
  first?: number;
}

/** A schedule as people read it: 'all the time', 'by the end of 2024', 'every spring', 'in preparation'. */
export function scheduleWords(schedule: ScheduleFacts): ScheduleWords {
  switch (schedule.kind) {
    case 'CONTINUOUS':
      return { key: schedule.every ? `every.${schedule.every}` : 'continuous' };
    case 'YEARLY':
      return { key: `yearly.${schedule.season ?? 'ANY'}`, first: schedule.first ?? undefined };
    case 'IN_PREPARATION':
      return schedule.year ? { key: 'preparingIn', year: schedule.year } : { key: 'preparing' };
    case 'DUE':
      return dueWords(schedule);
  }
}

function dueWords({ due, season }: ScheduleFacts): ScheduleWords {
  if (!due) return { key: 'continuous' };
  const year = Number(due.slice(0, 4));
  // a season says what was agreed; the day is only how it is reckoned
  if (season) return { key: `dueSeason.${season}`, year };
  return due.endsWith('-12-31') ? { key: 'dueYear', year } : { key: 'dueDay', due };
}
