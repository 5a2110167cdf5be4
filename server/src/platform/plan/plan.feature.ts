import type { Feature } from '../../kernel/feature.ts';
import { policy, staff } from '../../kernel/policy.ts';
import { FiguresResolver } from './figures.resolver.ts';
import { Action, ActionBudget, ActionReport, ActionTarget, Measure, Plan, PlanGovernance } from './plan.entity.ts';
import { demoReports } from './plan.demo.ts';
import { finds } from './plan.finds.ts';
import { PlanResolver } from './plan.resolver.ts';
import { sql, visible } from '../../kernel/read/index.ts';
import { seedPlan } from './plan.seed.ts';
import { reportPictures } from './report.pictures.ts';
import { ActionReportResolver, ReportResolver } from './report.resolver.ts';
import { Unit } from './unit.entity.ts';
import { VersionResolver } from './version.resolver.ts';

// a draft is the working group's until it is adopted
visible(Plan, (column, actor) => (actor.may('plan.draft') ? undefined : sql`${column('state')} <> 'DRAFT'`));

/** The participation plan: measures, actions, who answers for them, when, with what money. */
export const plan: Feature = {
  entities: [Unit, Plan, PlanGovernance, Measure, Action, ActionReport, ActionBudget, ActionTarget],
  resolvers: [PlanResolver, ReportResolver, ActionReportResolver, FiguresResolver, VersionResolver],
  policy: policy({
    'plan.report': staff('OFFICER'),
    'plan.report.withdraw': staff('OFFICER'),
    'plan.draft': staff(),
    'plan.draft.discard': staff(),
    'plan.revise': staff(),
    'plan.adopt': staff(),
  }),
  constraints: { action_report_pkey: 'already-exists', plan_one_in_force: 'already-adopted', action_responsible_unit_key_foreign: 'unknown-unit' },
  private: [
    'Plan.basedOn',
    'PlanGovernance.plan',
    'PlanGovernance.position',
    'Measure.plan',
    'Measure.foundBy',
    'Action.measure',
    'Action.position',
    'Action.reported',
    'Action.foundBy',
    'ActionReport.action',
    'ActionReport.words',
    'ActionBudget.action',
    'ActionTarget.action',
  ],
  pictured: [reportPictures],
  finds,
  publicReads: ['plan', 'planVersions', 'planVersion', 'measure', 'units', 'measureFigures'],
  // who reported is the city's staff, who have a rule of their own
  impersonal: ['Unit', 'Plan', 'PlanGovernance', 'Measure', 'Action', 'ActionReport', 'ActionBudget', 'ActionTarget'],
  seed: seedPlan,
  demo: demoReports,
};
