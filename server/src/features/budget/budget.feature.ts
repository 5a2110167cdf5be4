import * as kinds from '@torilla/schema/budget/capture';
import { sql as run } from '../../kernel/command.ts';
import { capture, type Feature } from '../../kernel/feature.ts';
import { anyone, device, inPerson, policy, resident, staff } from '../../kernel/policy.ts';
import { raw, sql, visible } from '../../kernel/read/index.ts';
import { demoBudget } from './demo/budget.demo.ts';
import { CommentResolver } from './comment.resolver.ts';
import { CodesResolver } from './codes.resolver.ts';
import { BudgetCount } from './count.entity.ts';
import { CountResolver } from './count.resolver.ts';
import { proposeIdea } from './idea.commands.ts';
import { tellsOfBudget } from './follow.commands.ts';
import { FollowResolver } from './follow.resolver.ts';
import { BudgetComment, BudgetFollow, BudgetIdea, BudgetProgress, BudgetProject, BudgetRemark } from './idea.entity.ts';
import { IdeaResolver } from './idea.resolver.ts';
import { personal } from './budget.personal.ts';
import { retention } from './budget.retention.ts';
import { BudgetPaperBatch, BudgetPaperSheet } from './paper.entity.ts';
import { PaperResolver } from './paper.resolver.ts';
import { ProgressResolver } from './progress.resolver.ts';
import { projectPictures } from './project.pictures.ts';
import { ProjectResolver } from './project.resolver.ts';
import { BudgetArea, BudgetCategory, BudgetRound } from './round.entity.ts';
import { RoundResolver } from './round.resolver.ts';
import { BudgetBallot, BudgetCode, BudgetCodeBatch, BudgetTurnedAway, BudgetVoter } from './vote.entity.ts';
import { castOnTablet } from './tablet.commands.ts';
import { TabletResolver } from './tablet.resolver.ts';
import { VoteResolver } from './vote.resolver.ts';

// a draft is its unit's until residents may read it
visible(BudgetRound, (column, actor) => {
  const open = sql`${column('phase')} <> 'DRAFT'`;
  if (actor.kind !== 'staff' || !actor.may('budget.save')) return open;
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`${open} or ${column('unit')} = any(${actor.unitsOf('OFFICER')})`;
});

// an idea is everybody's to read, but for what waits for a person or was hidden
visible(BudgetIdea, (column, actor) => {
  const shown = sql`${column('state')} = 'SHOWN'`;
  if (actor.kind !== 'staff' || !actor.may('budget.idea.judge')) return shown;
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`${shown} or exists (select from budget_round r where r.id = ${column('round')} and r.unit_key = any(${actor.unitsOf('OFFICER')}))`;
});

// a comment is everybody's to read beside its idea, its writer's in any case
visible(BudgetComment, (column, actor) => {
  const shown = sql`(${column('state')} = 'SHOWN' and exists (select from budget_idea i where i.id = ${column('idea')} and i.state = 'SHOWN'))`;
  if (actor.kind === 'resident') return sql`${shown} or ${column('resident')} = ${actor.id}::uuid`;
  if (actor.kind !== 'staff' || !actor.may('budget.comment.judge')) return shown;
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`${shown} or exists (select from budget_idea i join budget_round r on r.id = i.round_id where i.id = ${column('idea')} and r.unit_key = any(${actor.unitsOf('OFFICER')}))`;
});

visible(BudgetRemark, (_, actor) => (actor.kind === 'staff' && actor.may('budget.remark') ? undefined : raw('false')));

// what is voted on is settled, and everybody's to read, once the ballot is published
visible(BudgetProject, (column, actor) => {
  const published = sql`exists (select from budget_round r where r.id = ${column('round')} and r.tie_seed is not null)`;
  if (actor.kind !== 'staff' || !actor.may('budget.project.save')) return published;
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`exists (select from budget_round r where r.id = ${column('round')} and (r.tie_seed is not null or r.unit_key = any(${actor.unitsOf('OFFICER')})))`;
});

// officers see what they counted before it is everybody's
visible(BudgetCount, (column, actor) => {
  const confirmed = sql`exists (select from budget_round r where r.id = ${column('round')} and r.phase in ('CONFIRMED', 'REALISATION', 'CLOSED'))`;
  if (actor.kind !== 'staff' || !actor.may('budget.count')) return confirmed;
  if (actor.has('ADMINISTRATOR') || actor.has('OFFICER')) return undefined;
  return sql`${confirmed} or exists (select from budget_round r where r.id = ${column('round')} and r.unit_key = any(${actor.unitsOf('OFFICER')}))`;
});

/** Participatory budgeting: residents decide what the city does with a part of its money. */
export const budget: Feature = {
  entities: [
    BudgetRound,
    BudgetArea,
    BudgetCategory,
    BudgetIdea,
    BudgetRemark,
    BudgetComment,
    BudgetFollow,
    BudgetProject,
    BudgetProgress,
    BudgetCodeBatch,
    BudgetCode,
    BudgetPaperBatch,
    BudgetPaperSheet,
    BudgetVoter,
    BudgetBallot,
    BudgetTurnedAway,
    BudgetCount,
  ],
  resolvers: [
    RoundResolver,
    IdeaResolver,
    CommentResolver,
    FollowResolver,
    ProjectResolver,
    CodesResolver,
    PaperResolver,
    VoteResolver,
    TabletResolver,
    CountResolver,
    ProgressResolver,
  ],
  policy: policy({
    'budget.save': staff('OFFICER'),
    'budget.move': staff('OFFICER'),
    'budget.discard': staff('OFFICER'),
    'budget.propose': device,
    'budget.support': inPerson(resident),
    'budget.follow': inPerson(resident),
    'budget.comment': inPerson(resident),
    'budget.comment.withdraw': inPerson(resident),
    'budget.comment.judge': staff('OFFICER'),
    'budget.remark': inPerson(staff('OFFICER')),
    'budget.idea.judge': staff('OFFICER'),
    'budget.idea.decline': staff('OFFICER'),
    'budget.project.save': staff('OFFICER'),
    'budget.project.drop': staff('OFFICER'),
    'budget.project.withdraw': staff('OFFICER'),
    'budget.codes.make': inPerson(staff('OFFICER')),
    'budget.codes.void': staff('OFFICER'),
    'budget.paper.save': staff('OFFICER'),
    'budget.paper.drop': staff('OFFICER'),
    'budget.paper.enter': inPerson(staff('OFFICER')),
    'budget.paper.settle': inPerson(staff('OFFICER')),
    'budget.paper.sign': inPerson(staff('OFFICER')),
    'budget.vote': inPerson(resident),
    // whoever has the paper
    'budget.vote.code': anyone,
    'budget.class.open': anyone,
    // a tablet, whoever is at it
    'budget.vote.tablet': device,
    'budget.count': staff('OFFICER'),
    'budget.report': staff('OFFICER'),
    'budget.help': staff('OFFICER'),
  }),
  constraints: {
    budget_round_unit_key_foreign: 'unknown-unit',
    budget_round_measures_measure_id_foreign: 'unknown-measure',
    budget_area_districts_district_key_foreign: 'unknown-district',
    budget_area_pkey: 'already-exists',
    budget_category_pkey: 'already-exists',
    budget_idea_district_key_foreign: 'unknown-district',
    budget_project_unit_key_foreign: 'unknown-unit',
    budget_project_district_key_foreign: 'unknown-district',
    budget_project_area_id_foreign: 'still-in-use',
    budget_code_pkey: 'already-exists',
  },
  captures: [capture(kinds.proposeIdea, proposeIdea), capture(kinds.castOnTablet, castOnTablet)],
  private: [
    'BudgetArea.round',
    'BudgetArea.position',
    'BudgetCategory.round',
    'BudgetCategory.position',
    'BudgetCount.round',
    'BudgetProgress.project',
    'BudgetFollow.*',
    'BudgetComment.resident',
    'BudgetRemark.idea',
    'BudgetCodeBatch.*',
    'BudgetCode.*',
    'BudgetPaperBatch.*',
    'BudgetPaperSheet.*',
    'BudgetTurnedAway.*',
    'BudgetVoter.id',
    'BudgetVoter.round',
    'BudgetVoter.person',
    'BudgetVoter.channel',
    'BudgetBallot.id',
    'BudgetBallot.round',
    'BudgetBallot.area',
    'BudgetBallot.choices',
    'BudgetBallot.receiptHash',
  ],
  serves: [
    {
      key: 'budget.rounds',
      name: { fi: 'osallistuvan budjetoinnin kierrosta', sv: 'omgångar av medborgarbudgetering', en: 'rounds of participatory budgeting' },
      count: ({ em }, { measures, from, to }) =>
        run(
          em,
          `select m.measure_id as measure, count(*)::int as value from budget_round_measures m join budget_round r on r.id = m.budget_round_id
          where m.measure_id = any($1::uuid[]) and r.phase <> 'DRAFT' and make_date(r.year, 1, 1) < $3::timestamptz and make_date(r.year, 12, 31) >= $2::timestamptz group by 1`,
          [measures, from, to],
        ),
    },
    {
      key: 'budget.built',
      name: {
        fi: 'asukkaiden äänestämää hanketta valmiina',
        sv: 'projekt som invånarna röstat fram är färdiga',
        en: 'projects that residents voted for and that are done',
      },
      count: ({ em }, { measures, from, to }) =>
        run(
          em,
          `select m.measure_id as measure, count(distinct g.project_id)::int as value from budget_progress g join budget_project p on p.id = g.project_id
          join budget_round_measures m on m.budget_round_id = p.round_id
          where m.measure_id = any($1::uuid[]) and g.state = 'DONE' and g.day >= $2::timestamptz and g.day < $3::timestamptz group by 1`,
          [measures, from, to],
        ),
    },
  ],
  publicReads: ['budgetRounds', 'budgetRound', 'budgetIdeas', 'budgetIdea', 'budgetComments', 'budgetProjects', 'budgetProject', 'budgetCounts'],
  retention,
  pictured: [projectPictures],
  personal,
  tells: { BUDGET: tellsOfBudget },
  // it tells of the city's money, and of nobody
  impersonal: [
    'BudgetRound',
    'BudgetArea',
    'BudgetCategory',
    'BudgetProject',
    'BudgetRemark',
    'BudgetProgress',
    'BudgetCodeBatch',
    'BudgetCode',
    'BudgetPaperBatch',
    'BudgetPaperSheet',
    'BudgetBallot',
    'BudgetTurnedAway',
    'BudgetCount',
  ],
  demo: demoBudget,
};
