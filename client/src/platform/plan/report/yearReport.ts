import type { ActionState } from '@torilla/schema/plan/plan';
import { measureState } from '@torilla/schema/plan/measure';
import { actionState, lastReported } from '@torilla/schema/plan/state';
import type { PlanOfYearQuery } from '../../../gql/plan/report/graphql.ts';
import type { Figure, Report } from '../useProgress.ts';

/** A measure of the plan that the year belongs to. */
export type PlannedMeasure = NonNullable<PlanOfYearQuery['planVersion']>['measures'][number];
type PlannedAction = PlannedMeasure['actions'][number];

/** An action as the year left it: where it stood at its end, what was told of the year, and the money and targets of it. */
export interface ActionYear extends PlannedAction {
  state: ActionState;
  reports: readonly Report[];
}

/** A measure as the year left it. */
export interface MeasureYear extends Omit<PlannedMeasure, 'actions'> {
  state: ActionState;
  actions: readonly ActionYear[];
  figures: readonly Figure[];
}

const MOST_YEARS = 12;

/** The day by which a year is judged: its last, or today while it goes on. */
export const endOf = (year: number, today: string): string => (today < `${year}-12-31` ? today : `${year}-12-31`);

/** The years of which there may be a report: from the first plan's first until this one, the newest first. */
export function yearsOf(versions: readonly { from: number }[], today: string): number[] {
  const last = Number(today.slice(0, 4));
  const first = Math.min(...versions.map(({ from }) => from));
  return Array.from({ length: Math.max(0, last - Math.max(first, last - MOST_YEARS + 1) + 1) }, (_, k) => last - k);
}

/** The plan that a year belongs to: the newest that had begun; of versions the newest first. */
export const versionOf = <V extends { from: number }>(versions: readonly V[], year: number): V | undefined => versions.find(({ from }) => from <= year);

/** Measure by measure what a year came to. What was withdrawn is no part of it. */
export function yearReport(
  measures: readonly PlannedMeasure[],
  reports: ReadonlyMap<string, readonly Report[]>,
  figures: readonly Figure[],
  year: number,
  today: string,
): MeasureYear[] {
  const day = endOf(year, today);
  return measures.map((measure) => {
    const actions = measure.actions.map((action): ActionYear => {
      const all = reports.get(action.id) ?? [];
      return {
        ...action,
        budgets: action.budgets.filter((budget) => budget.year === year),
        targets: action.targets.filter((target) => target.year === year),
        state: actionState(action.schedule, lastReported(all, day), day),
        reports: all.filter((report) => !report.withdrawnAt && report.day.startsWith(`${year}-`)),
      };
    });
    const state = measureState(actions.map((action) => action.state));
    return { ...measure, state, actions, figures: figures.filter((figure) => figure.measure === measure.number) };
  });
}
