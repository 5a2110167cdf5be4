import type { ActionState } from '@torilla/schema/plan/plan';
import type { AnyLocalized } from '../../../kernel/useLocale.ts';
import { sectorOf, type Sector } from '../sector.ts';

interface Report {
  id: string;
  day: string;
  withdrawnAt?: string | null;
  note?: AnyLocalized | null;
}
interface Action {
  id: string;
  state: ActionState;
  text: AnyLocalized;
  reports: readonly Report[];
}
interface Measure {
  number: number;
  title: AnyLocalized;
  purpose: AnyLocalized;
  actions: readonly Action[];
}

/** A measure in one look: its state, how many of its actions are done, and which are late. */
export interface Glance extends Sector {
  purpose: Measure['purpose'];
  actions: number;
  done: number;
  late: Action[];
}

/** What was reported of a measure. */
export type News = Report & Pick<Measure, 'number' | 'title'>;

/** How the groups follow each other: what needs a look first. */
const order = ['LATE', 'RUNNING', 'DONE', 'PLANNED'] as const satisfies ActionState[];

/** The measures by their state; a state of none is left out. */
export function byState(measures: readonly Measure[]): { state: ActionState; measures: Glance[] }[] {
  const glances = measures.map((measure): Glance => ({
    ...sectorOf(measure),
    purpose: measure.purpose,
    actions: measure.actions.length,
    done: measure.actions.filter(({ state }) => state === 'DONE').length,
    late: measure.actions.filter(({ state }) => state === 'LATE'),
  }));
  return order.flatMap((state) => {
    const own = glances.filter((one) => one.state === state);
    return own.length ? [{ state, measures: own }] : [];
  });
}

/** What was reported last, the newest first; what was withdrawn is not told. */
export const newsOf = (measures: readonly Measure[], most = 5): News[] =>
  measures
    .flatMap(({ number, title, actions }) => actions.flatMap(({ reports }) => reports.map((report) => ({ ...report, number, title }))))
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, most);
