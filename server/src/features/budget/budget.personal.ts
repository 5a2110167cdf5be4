import { sql } from '../../kernel/command.ts';
import { gone, recordsOf, type Personal } from '../../kernel/personal.ts';

/** What residents support and follow, and say of ideas. How they voted is nowhere, and that they did is a hash that their account is not found by. */
export const personal: Personal = {
  async export(ctx, id) {
    const records = await recordsOf(
      ctx,
      `select coalesce(i.title, p.title->>'fi') as title, case when f.idea_id is null then 'PROJECT' else 'IDEA' end as of, f.since
      from budget_follow f left join budget_idea i on i.id = f.idea_id left join budget_project p on p.id = f.project_id where f.resident_id = $1 order by f.since, f.id`,
      [id],
    );
    const comments = await recordsOf(
      ctx,
      `select i.title as idea, c.words, c.language, c.state, c.written_at as "writtenAt" from budget_comment c join budget_idea i on i.id = c.idea_id where c.resident_id = $1 order by c.written_at, c.id`,
      [id],
    );
    return [
      { class: 'budget-follow', records },
      { class: 'budget-comment', records: comments },
    ];
  },
  // what was said to everybody stays without whose it was, or goes, as they choose
  async erase({ em }, id, words) {
    const follows = await sql(em, 'delete from budget_follow where resident_id = $1 returning id', [id]);
    const unseen = await sql(em, `delete from budget_comment where resident_id = $1 and ($2 or state <> 'SHOWN') returning id`, [id, words === 'GO']);
    const said = await sql(em, 'update budget_comment set resident_id = null where resident_id = $1 returning id', [id]);
    return [gone('budget-follow', follows.length), { class: 'budget-comment', goes: unseen.length, stays: said.length }];
  },
};
