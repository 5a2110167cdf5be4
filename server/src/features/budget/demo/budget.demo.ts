import type { RoundPhase } from '@torilla/schema/budget/phases';
import type { Context } from '../../../kernel/context.ts';
import { sql } from '../../../kernel/command.ts';
import { diceOf, type Dice } from '../../../kernel/dice.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { District } from '../../../platform/places/places.entity.ts';
import { Measure } from '../../../platform/plan/plan.entity.ts';
import { Unit } from '../../../platform/plan/unit.entity.ts';
import { countAreas } from '../count.commands.ts';
import { BudgetCount } from '../count.entity.ts';
import { BudgetIdea, BudgetProgress, BudgetProject } from '../idea.entity.ts';
import { BudgetArea, BudgetCategory, BudgetRound } from '../round.entity.ts';
import { turnoutOf } from '../vote.commands.ts';
import { BudgetCodeBatch } from '../vote.entity.ts';
import { categories, ideas, pastProjects, works } from './words.ts';

const SEED = 20_265;
const DAY = 86_400_000;
/** The measure of the plan that rounds put into practice. */
const MEASURE = 'participatory-budgeting';

interface DemoRound {
  phase: RoundPhase;
  /** The year whose money it is, of one that is over. */
  year?: number;
  /** How many years ahead it is otherwise; one, unless it is told. */
  ahead?: number;
  cents: number;
  /** When each phase begins and ends, in days from today or, for a year that is named, from its first. */
  days: readonly [RoundPhase, number, number][];
}

const rounds: readonly DemoRound[] = [
  {
    phase: 'CLOSED',
    year: 2023,
    cents: 15_000_000,
    days: [
      ['IDEAS', -60, -1],
      ['SCREENING', 10, 40],
      ['VOTING', 80, 100],
      ['REALISATION', 120, 340],
    ],
  },
  {
    phase: 'CLOSED',
    year: 2024,
    cents: 5_000_000,
    days: [
      ['IDEAS', -60, -1],
      ['SCREENING', 10, 40],
      ['VOTING', 80, 100],
      ['REALISATION', 120, 340],
    ],
  },
  {
    phase: 'VOTING',
    cents: 5_000_000,
    days: [
      ['IDEAS', -120, -80],
      ['SCREENING', -79, -40],
      ['COSTING', -39, -15],
      ['BALLOT', -14, -14],
      ['VOTING', -10, 14],
      ['COUNTING', 15, 18],
      ['CONFIRMED', 20, 20],
      ['REALISATION', 25, 340],
    ],
  },
  {
    phase: 'IDEAS',
    ahead: 2,
    cents: 5_000_000,
    days: [
      ['IDEAS', -10, 60],
      ['SCREENING', 61, 100],
      ['VOTING', 140, 160],
    ],
  },
];
/** How many voted, by the phase of the round. */
const VOTERS: Partial<Record<RoundPhase, number>> = { CLOSED: 460, VOTING: 1200 };

/** Four rounds: two that are over, one in which people vote now, and one for which ideas are gathered. */
export async function demoBudget(ctx: Context): Promise<void> {
  const { em } = ctx;
  const dice = diceOf(SEED);
  const measures = await em.find(Measure, { key: MEASURE });
  for (const told of rounds) {
    const { round, area, categories: known } = aRound(ctx, dice, told, measures);
    if (told.phase === 'IDEAS') continue;
    const projects = told.phase === 'VOTING' ? ofIdeas(ctx, dice, round, area, known) : ofThePast(ctx, dice, round, area);
    await em.flush();
    await vote(ctx, dice, round, area, projects, VOTERS[told.phase]!);
    if (told.phase === 'VOTING') await handOut(ctx, dice, round);
    if (told.phase !== 'CLOSED') continue;
    await countAreas(ctx, round);
    await em.flush();
    await carryOut(ctx, dice, round);
  }
  await em.flush();
}

function aRound({ em, clock }: Context, dice: Dice, { phase, year: named, ahead = 1, cents, days }: DemoRound, measures: Measure[]) {
  const year = named ?? clock.now().getFullYear() + ahead;
  const at = (offset: number): Date => new Date((named ? Date.UTC(named, 0, 1) : clock.now().getTime()) + offset * DAY);
  const [, opens, closes] = days.find(([one]) => one === 'VOTING')!;
  const round = em.create(BudgetRound, {
    id: dice.id(),
    phase,
    unit: em.getReference(Unit, 'wellbeing-promotion'),
    year,
    title: { fi: `Haminan budjetti ${year} (esittely)`, sv: `Fredrikshamns budget ${year} (demo)`, en: `Budget of Hamina ${year} (demo)` },
    about: {
      fi: 'Asukkaat päättävät, mitä rahalla tehdään. Rahaa voi käyttää kaupungin omille alueille ja tiloihin, ei palkkoihin.',
      sv: 'Invånarna beslutar vad pengarna används till. De kan användas på stadens egna områden och i dess lokaler, inte till löner.',
      en: "Residents decide what is done with the money. It can be used on the city's own land and premises, not for wages.",
    },
    leastAge: 8,
    proofs: ['STRONG', 'CODE', 'STAFF'],
    ballot: { kind: 'BASKET', changeable: true },
    count: { kind: 'GREEDY', leastVotes: 20, stopsAtTooExpensive: false, onePerPlace: false },
    tieSteps: ['MOST_VOTES'],
    tieSeed: phase === 'IDEAS' ? null : dice.id().replaceAll('-', ''),
    days: days.map(([one, from, to]) => ({ phase: one, from: dayAt(at(from)), to: to > from ? dayAt(at(to)) : null })),
    votingOpensAt: at(opens),
    votingClosesAt: at(closes),
    graceHours: 24,
    createdAt: at(-150),
  });
  round.measures.set(measures);
  const name = { fi: 'Koko kaupunki', sv: 'Hela staden', en: 'The whole city' };
  const area = em.create(BudgetArea, { id: dice.id(), round, position: 0, name, budgetCents: cents });
  const known = new Map(
    categories.map(({ key, name: called }, position) => [key, em.create(BudgetCategory, { id: dice.id(), round, position, name: called })]),
  );
  return { round, area, categories: known };
}

/** Forty ideas, and a project of each. */
function ofIdeas({ em, clock }: Context, dice: Dice, round: BudgetRound, area: BudgetArea, known: ReadonlyMap<string, BudgetCategory>): BudgetProject[] {
  const now = clock.now().getTime();
  return ideas.map(({ title, words, about, district, place = null, language = 'fi' }) => {
    const shared = { round, category: about && known.get(about)!, district: district ? em.getReference(District, district) : null, place };
    const idea = em.create(BudgetIdea, {
      ...shared,
      id: dice.id(),
      revision: 1,
      title,
      words,
      language,
      way: dice.chance(0.3) ? 'TALKED' : 'SELF',
      state: 'SHOWN',
      receivedAt: new Date(now - 81 * DAY - dice.upTo(38 * DAY)),
    });
    const project = em.create(BudgetProject, {
      ...shared,
      id: dice.id(),
      area,
      // what was written in another language stands in Finnish too, for a ballot is in it
      title: { fi: title, [language]: title },
      about: { fi: words, [language]: words },
      costCents: (8 + dice.upTo(150)) * 10_000,
      createdAt: new Date(now - 30 * DAY),
    });
    project.ideas.set([idea]);
    return project;
  });
}

const ofThePast = ({ em }: Context, dice: Dice, round: BudgetRound, area: BudgetArea): BudgetProject[] =>
  pastProjects[round.year]!.map(({ fi, sv, euros }) =>
    em.create(BudgetProject, {
      id: dice.id(),
      round,
      area,
      title: { fi, sv },
      about: { fi: 'Asukkaat ehdottivat tätä, ja kaupunki arvioi sen.', sv: 'Invånarna föreslog detta, och staden bedömde det.' },
      costCents: euros * 100,
      createdAt: round.createdAt,
    }),
  );

/** Baskets, in which some projects are wanted more than others. */
async function vote({ em }: Context, dice: Dice, round: BudgetRound, area: BudgetArea, projects: readonly BudgetProject[], voters: number): Promise<void> {
  const wanted = projects.map(() => 0.1 + 0.35 * (dice.upTo(100) / 100) ** 2);
  const ballots = Array.from({ length: voters }, () => {
    let left = area.budgetCents;
    const from = dice.upTo(projects.length);
    return projects.flatMap((_, k) => {
      const n = (from + k) % projects.length;
      const { id, costCents } = projects[n]!;
      if (!dice.chance(wanted[n]!) || costCents! > left) return [];
      left -= costCents!;
      return [{ id }];
    });
  }).filter((choices) => choices.length);
  const fields = `(id, round_id, area_id, choices, receipt_hash)`;
  await sql(em, `insert into budget_ballot ${fields} select gen_random_uuid(), $1, $2, choices, gen_random_uuid()::text from unnest($3::jsonb[]) choices`, [
    round.id,
    area.id,
    ballots.map((choices) => JSON.stringify(choices)),
  ]);
  // half online, the rest by codes, at school, at the square and on paper
  const channels = ballots.map(() => dice.oneOf(['ONLINE', 'ONLINE', 'ONLINE', 'ONLINE', 'CODE', 'CLASS', 'TABLET', 'PAPER'] as const));
  await sql(
    em,
    `insert into budget_voter (id, round_id, person, channel) select gen_random_uuid(), $1, gen_random_uuid()::text, channel from unnest($2::text[]) channel`,
    [round.id, channels],
  );
}

/** The codes that were handed out, some of which have been used. */
async function handOut({ em }: Context, dice: Dice, round: BudgetRound): Promise<void> {
  const batches = ['Kirjasto', 'Uimahalli', 'Yhteiskoulu'].map((place, at) =>
    em.create(BudgetCodeBatch, { id: dice.id(), round, place, madeAt: new Date(round.votingOpensAt!.getTime() - at * DAY) }),
  );
  // a class at school that has voted; of its codes, as of all, nobody has more than a hash
  const ofSchool = em.create(BudgetCodeBatch, {
    id: dice.id(),
    round,
    place: 'Pappilansalmen koulu, 5 B',
    madeAt: round.votingOpensAt!,
    teacherHash: dice.id(),
    pupilsHash: dice.id(),
    openUntil: new Date(round.votingOpensAt!.getTime() + DAY),
  });
  await em.flush();
  await sql(em, `insert into budget_code (hash, batch_id) select person, $2 from budget_voter where round_id = $1 and channel = 'CLASS' order by id limit 24`, [
    round.id,
    ofSchool.id,
  ]);
  for (const { id } of batches) {
    await sql(
      em,
      `insert into budget_code (hash, batch_id) select person, $2 from budget_voter v where round_id = $1 and channel = 'CODE'
      and not exists (select from budget_code c where c.hash = v.person) limit 70`,
      [round.id, id],
    );
    await sql(em, `insert into budget_code (hash, batch_id) select gen_random_uuid()::text, $1 from generate_series(1, 60)`, [id]);
  }
}

/** What became of what was voted for: all but the last is done. */
async function carryOut({ em }: Context, dice: Dice, round: BudgetRound): Promise<void> {
  const counts = await em.find(BudgetCount, { round: round.id });
  const from = round.votingClosesAt!.getTime();
  round.turnout = await turnoutOf({ em }, round.id);
  const winners = counts.flatMap((count) => count.winners);
  for (const [at, id] of winners.entries()) {
    const project = await em.findOneOrFail(BudgetProject, { id });
    const dropped = at === winners.length - 1 && at > 1;
    const [begun, ended] = [from + (40 + dice.upTo(40)) * DAY, from + (120 + dice.upTo(90)) * DAY].map((time) => new Date(time)) as [Date, Date];
    const spent = Math.round((project.costCents! * (85 + dice.upTo(20))) / 10_000) * 100;
    em.create(BudgetProgress, { id: dice.id(), project, state: 'UNDER_WAY', day: dayAt(begun), note: works.begun, reportedAt: begun });
    const last = dropped
      ? ({ state: 'DROPPED', note: works.dropped, spentCents: 0 } as const)
      : ({ state: 'DONE', note: works.done, spentCents: spent } as const);
    em.create(BudgetProgress, { id: dice.id(), project, ...last, day: dayAt(ended), reportedAt: ended });
  }
}
