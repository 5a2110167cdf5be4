import { sql } from '../../kernel/command.ts';
import { gone, recordsOf, type Personal } from '../../kernel/personal.ts';

/** What residents support and follow. How they voted is nowhere, and that they did is a hash that their account is not found by. */
export const personal: Personal = {
  async export(ctx, id) {
    const records = await recordsOf(
      ctx,
      `select coalesce(i.title, p.title->>'fi') as title, case when f.idea_id is null then 'PROJECT' else 'IDEA' end as of, f.since
      from budget_follow f left join budget_idea i on i.id = f.idea_id left join budget_project p on p.id = f.project_id where f.resident_id = $1 order by f.since, f.id`,
      [id],
    );
    return [{ class: 'budget-follow', records }];
  },
  async erase({ em }, id) {
    const rows = await sql(em, 'delete from budget_follow where resident_id = $1 returning id', [id]);
    return [gone('budget-follow', rows.length)];
  },
};
