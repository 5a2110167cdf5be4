import { sql } from '../../kernel/command.ts';
import type { Holder } from '../../kernel/holder.ts';
import { assertMay, assertOfficerOf } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { BudgetProject } from './idea.entity.ts';

/** The pictures of a project: of the place as it is, and of what was built. Everybody sees them once everybody reads of the project. */
export const projectPictures: Holder = {
  of: 'BUDGET_PROJECT',
  table: 'budget_project_pictures',
  column: 'budget_project_id',
  assertMayChange: async ({ em, actor }, projectId) => {
    assertMay(actor, 'budget.project.save');
    const project = await em.findOne(BudgetProject, { id: projectId }, { populate: ['round'] });
    if (!project) throw new Problem('not-found');
    assertOfficerOf(actor, project.round.$.unit.key);
  },
  isPublic: async ({ em }, projectId) =>
    (await sql(em, 'select from budget_project p join budget_round r on r.id = p.round_id where p.id = $1 and r.tie_seed is not null', [projectId])).length > 0,
};
