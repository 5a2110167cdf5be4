import type { Holder } from '../../kernel/holder.ts';
import { sql } from '../../kernel/command.ts';
import { assertMay } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { ActionReport } from './plan.entity.ts';
import { assertReportsOn } from './report.commands.ts';

/** The pictures of what was reported of an action: everybody sees them at once, and with the report they go. */
export const reportPictures: Holder = {
  of: 'ACTION_REPORT',
  table: 'action_report_pictures',
  column: 'action_report_id',
  assertMayChange: async ({ em, actor }, reportId) => {
    assertMay(actor, 'plan.report');
    const report = await em.findOne(ActionReport, { id: reportId, withdrawnAt: null }, { populate: ['action'] });
    if (!report) throw new Problem('not-found');
    await assertReportsOn(actor, report.action.unwrap());
  },
  isPublic: async ({ em }, reportId) => (await sql(em, 'select from action_report where id = $1 and withdrawn_at is null', [reportId])).length > 0,
};
