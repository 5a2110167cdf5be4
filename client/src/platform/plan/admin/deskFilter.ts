import type { ActionState } from '@torilla/schema/plan/plan';
import type { DeskMeasure } from './usePlanDesk.ts';

/** What is looked at: actions in a state, or of a unit; null for any. */
export interface DeskFilter {
  state: ActionState | null;
  unit: string | null;
}

/** The measures with those of their actions that the filter lets through; a measure without one is left out. */
export const filtered = (measures: readonly DeskMeasure[], { state, unit }: DeskFilter): DeskMeasure[] =>
  measures
    .map((measure) => ({
      ...measure,
      actions: measure.actions.filter((action) => (!state || action.state === state) && (!unit || action.responsible.some(({ key }) => key === unit))),
    }))
    .filter(({ actions }) => actions.length > 0);
