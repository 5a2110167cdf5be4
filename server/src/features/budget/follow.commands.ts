import type { FollowNews, FollowProject, SupportIdea } from '@torilla/schema/budget/follow';
import { hasReached, permits } from '@torilla/schema/budget/phases';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Teller } from '../../kernel/teller.ts';
import { tell } from '../../platform/notifications/tell.ts';
import { BudgetIdea, BudgetProject } from './idea.entity.ts';

/** What a resident supports and follows in a round, and which comments are theirs. */
export interface Follows {
  ideas: string[];
  projects: string[];
  comments: string[];
}

/** What the resident who asks supports and follows in a round; nothing for everybody else. */
export async function myFollows({ em, actor }: Context, roundId: string): Promise<Follows> {
  if (actor.kind !== 'resident') return { ideas: [], projects: [], comments: [] };
  const [row] = await sql<Follows>(
    em,
    `select coalesce(array_agg(i.id::text) filter (where i.id is not null), '{}') as ideas, coalesce(array_agg(p.id::text) filter (where p.id is not null), '{}') as projects,
      (select coalesce(array_agg(c.id::text), '{}') from budget_comment c join budget_idea o on o.id = c.idea_id where c.resident_id = $1 and o.round_id = $2) as comments
    from budget_follow f left join budget_idea i on i.id = f.idea_id left join budget_project p on p.id = f.project_id
    where f.resident_id = $1 and $2::uuid in (i.round_id, p.round_id)`,
    [actor.id, roundId],
  );
  return row!;
}

/**
 * Supports an idea, or takes that back; whoever does is told what becomes of it. Done twice it is once.
 * @throws Problem `not-found` for what not everybody reads, `wrong-phase` once ideas are worked into projects
 */
export const supportIdea = command(
  'budget.support',
  ({ ideaId }: SupportIdea) => ({ type: 'BudgetIdea', id: ideaId }),
  async ({ em, actor, clock }, { ideaId, on }): Promise<string> => {
    const idea = await em.findOne(BudgetIdea, { id: ideaId, state: 'SHOWN' }, { populate: ['round'] });
    if (!idea) throw new Problem('not-found');
    if (on && !permits(idea.round.$.phase, 'support')) throw new Problem('wrong-phase');
    await follow(em, 'idea', { id: ideaId, on, residentId: actor.id!, at: clock.now() });
    return idea.round.id;
  },
);

/** Follows a project that everybody reads, or does no longer. Done twice it is once. @throws Problem `not-found` */
export const followProject = command(
  'budget.follow',
  ({ projectId }: FollowProject) => ({ type: 'BudgetProject', id: projectId }),
  async ({ em, actor, clock }, { projectId, on }): Promise<string> => {
    const project = await em.findOne(BudgetProject, { id: projectId }, { populate: ['round'] });
    if (!project || !hasReached(project.round.$.phase, 'BALLOT')) throw new Problem('not-found');
    await follow(em, 'project', { id: projectId, on, residentId: actor.id!, at: clock.now() });
    return project.round.id;
  },
);

interface Following {
  id: string;
  on: boolean;
  residentId: string;
  at: Date;
}

const follow = (em: Context['em'], what: 'idea' | 'project', { id, on, residentId, at }: Following): Promise<unknown> =>
  on
    ? sql(
        em,
        `insert into budget_follow (id, resident_id, ${what}_id, since) values ($1, $2, $3, $4) on conflict on constraint budget_follow_${what}_once do nothing`,
        [newId(), residentId, id, at],
      )
    : sql(em, `delete from budget_follow where resident_id = $1 and ${what}_id = $2`, [residentId, id]);

/** Who follows a project, or supports one of the ideas that it came of. */
const OF_PROJECTS = `select distinct on (f.resident_id, p.id) p.id as "subjectId", f.resident_id as "residentId", gen_random_uuid() as cause
  from budget_project p join budget_follow f on f.project_id = p.id
    or f.idea_id in (select b.budget_idea_id from budget_project_ideas b where b.budget_project_id = p.id)`;

interface Recipient {
  subjectId: string;
  residentId: string;
  cause: string;
}

const told = async (ctx: Context, news: FollowNews, query: string, params: readonly unknown[]): Promise<void> => {
  await ctx.em.flush();
  await tell(ctx, { kind: 'BUDGET', detail: news }, await sql<Recipient>(ctx.em, query, params));
};

/** Has those told who follow a project. */
export const tellOfProject = (ctx: Context, news: FollowNews, projectId: string): Promise<void> =>
  told(ctx, news, `${OF_PROJECTS} where p.id = $1`, [projectId]);

/** Has those told who follow anything on the ballot of a round. */
export const tellOfBallot = (ctx: Context, news: FollowNews, roundId: string): Promise<void> =>
  told(ctx, news, `${OF_PROJECTS} where p.round_id = $1 and p.withdrawn_at is null`, [roundId]);

/** Has those told who support an idea. */
export const tellOfIdea = (ctx: Context, news: FollowNews, ideaId: string): Promise<void> =>
  told(ctx, news, `select idea_id as "subjectId", resident_id as "residentId", gen_random_uuid() as cause from budget_follow where idea_id = $1`, [ideaId]);

/** How budgeting says what people are told of: it is all on the page of the round. */
export const tellsOfBudget: Teller = {
  async path({ em }, { subjectId }) {
    const [row] = await sql<{ round: string }>(
      em,
      'select round_id as round from budget_project where id = $1 union all select round_id from budget_idea where id = $1',
      [subjectId],
    );
    return row ? `/budjetti/${row.round}` : '/budjetti';
  },
};
