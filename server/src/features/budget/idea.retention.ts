import type { RetentionRule } from '../../kernel/retention.ts';
import { purgeIdeas } from './idea.commands.ts';

/** The days that an idea is kept that nobody was to read: whoever proposed it may ask why. What everybody reads belongs to the round, and stays with it. */
const UNSEEN_DAYS = 365;

export const retention: RetentionRule[] = [
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
