import type { Feature } from '../../kernel/feature.ts';
import { policy } from '../../kernel/policy.ts';
import { Action, ActionBudget, ActionTarget, Measure, Plan, PlanGovernance } from './plan.entity.ts';
import { PlanResolver } from './plan.resolver.ts';
import { seedPlan } from './plan.seed.ts';
import { Unit } from './unit.entity.ts';

/** The participation plan: measures, actions, who answers for them, when, with what money. */
export const plan: Feature = {
  entities: [Unit, Plan, PlanGovernance, Measure, Action, ActionBudget, ActionTarget],
  resolvers: [PlanResolver],
  policy: policy({}),
  private: [
    'PlanGovernance.plan',
    'PlanGovernance.position',
    'Measure.plan',
    'Action.measure',
    'Action.position',
    'ActionBudget.action',
    'ActionTarget.action',
  ],
  publicReads: ['plan', 'measure', 'units'],
  impersonal: ['Unit', 'Plan', 'PlanGovernance', 'Measure', 'Action', 'ActionBudget', 'ActionTarget'],
  seed: seedPlan,
};
