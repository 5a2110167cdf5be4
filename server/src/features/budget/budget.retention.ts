import { deleteFrom, type RetentionRule } from '../../kernel/retention.ts';
import { purgeIdeas } from './idea.commands.ts';

/** The days that an idea is kept that nobody was to read: whoever proposed it may ask why. What everybody reads belongs to the round, and stays with it. */
const UNSEEN_DAYS = 365;

/** The days after voting closes that it is known who has voted: as long as somebody may appeal against the result. */
const VOTER_DAYS = 90;

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
    key: 'budget-idea-unseen',
    of: ['BudgetIdea'],
    ground: 'PUBLIC_TASK',
    days: UNSEEN_DAYS,
    records: `select id, received_at as since, received_at + interval '${UNSEEN_DAYS} days' as until from budget_idea where state <> 'SHOWN'`,
    purge: purgeIdeas,
    named: true,
  },
];
