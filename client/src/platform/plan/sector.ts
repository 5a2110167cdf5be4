import { actionState, measureState, progressOf, type ScheduleFacts } from '@torilla/schema/plan/state';
import type { MeasureState } from '@torilla/schema/plan/plan';
import type { AnyLocalized } from '../../kernel/useLocale.ts';

/** A measure as the wheel shows it. */
export interface Sector {
  number: number;
  title: AnyLocalized;
  state: MeasureState;
  /** From 0 to 1. */
  progress: number;
}

interface MeasureFacts {
  number: number;
  title: AnyLocalized;
  actions: readonly { schedule: ScheduleFacts }[];
}

/** A measure's sector on a day. */
export function sectorOf(measure: MeasureFacts, today: string): Sector {
  const states = measure.actions.map((a) => actionState(a.schedule, today));
  return { number: measure.number, title: measure.title, state: measureState(states), progress: progressOf(states) };
}
