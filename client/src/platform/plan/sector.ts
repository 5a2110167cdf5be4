import { measureState, progressOf } from '@torilla/schema/plan/measure';
import type { ActionState } from '@torilla/schema/plan/plan';
import type { AnyLocalized } from '../../kernel/useLocale.ts';

/** A measure as the wheel shows it. */
export interface Sector {
  number: number;
  title: AnyLocalized;
  state: ActionState;
  /** From 0 to 1. */
  progress: number;
}

interface MeasureFacts {
  number: number;
  title: AnyLocalized;
  actions: readonly { state: ActionState }[];
}

/** A measure's sector. */
export function sectorOf(measure: MeasureFacts): Sector {
  const states = measure.actions.map(({ state }) => state);
  return { number: measure.number, title: measure.title, state: measureState(states), progress: progressOf(states) };
}
