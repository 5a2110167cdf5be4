import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';
import { purgeIdeas } from './idea.commands.ts';

/** The days that an idea is kept that nobody was to read: whoever proposed it may ask why. What everybody reads belongs to the round, and stays with it. */
const UNSEEN_DAYS = 365;

/** The days after voting closes that it is known who has voted: as long as somebody may appeal against the result. */
const VOTER_DAYS = 90;

/** The days after voting closes that somebody is told what becomes of what they follow: two years, in which most is built. */
const FOLLOW_DAYS = 730;

export const retention: RetentionRule[] = [
  {
    key: 'budget-voter',
    of: ['BudgetVoter'],
    ground: 'PUBLIC_TASK',
    days: VOTER_DAYS,
    // a right to vote has no time of its own: all of a round go together
    records: `select v.id, r.voting_opens_at as since, r.voting_closes_at + interval '${VOTER_DAYS} days' as until from budget_voter v join budget_round r on r.id = v.round_id`,
    purge: deleteFrom('budget_voter'),
  },
  {
    key: 'budget-follow',
    of: ['BudgetFollow'],
    ground: 'CONSENT',
    days: FOLLOW_DAYS,
    records: `select f.id, f.since, r.voting_closes_at + interval '${FOLLOW_DAYS} days' as until from budget_follow f left join budget_idea i on i.id = f.idea_id
      left join budget_project p on p.id = f.project_id join budget_round r on r.id = coalesce(i.round_id, p.round_id)`,
    purge: deleteFrom('budget_follow'),
  },
  {
    key: 'budget-comment',
    of: ['BudgetComment'],
    ground: 'PUBLIC_TASK',
    days: UNSEEN_DAYS,
    // what everybody reads belongs to its idea, and stays with it
    records: `select id, written_at as since, case when state = 'SHOWN' then null else written_at + interval '${UNSEEN_DAYS} days' end as until from budget_comment`,
    purge: deleteFrom('budget_comment'),
  },
  {
    key: 'budget-idea-unseen',
    of: ['BudgetIdea'],
    ground: 'PUBLIC_TASK',
    days: UNSEEN_DAYS,
    records: `select id, received_at as since, received_at + interval '${UNSEEN_DAYS} days' as until from budget_idea where state <> 'SHOWN'`,
    purge: purgeIdeas,
    named: true,
  },
];
