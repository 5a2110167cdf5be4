import type { RoundPhase } from '@torilla/schema/budget/phases';
import type { Context } from '../../../kernel/context.ts';
import { diceOf } from '../../../kernel/dice.ts';
import { dayAt } from '../../../platform/municipality/day.ts';
import { District } from '../../../platform/places/places.entity.ts';
import { Measure } from '../../../platform/plan/plan.entity.ts';
import { Unit } from '../../../platform/plan/unit.entity.ts';
import { BudgetIdea } from '../idea.entity.ts';
import { BudgetArea, BudgetCategory, BudgetRound } from '../round.entity.ts';
import { categories, ideas } from './words.ts';

const SEED = 20_265;
const DAY = 86_400_000;
/** The measure of the plan that rounds put into practice. */
const MEASURE = 'participatory-budgeting';

interface DemoRound {
  phase: RoundPhase;
  /** The year whose money it is; without one the next. */
  year?: number;
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
    phase: 'IDEAS',
    cents: 5_000_000,
    days: [
      ['IDEAS', -30, 30],
      ['SCREENING', 38, 70],
      ['COSTING', 72, 90],
      ['BALLOT', 95, 95],
      ['VOTING', 100, 120],
      ['COUNTING', 122, 124],
      ['CONFIRMED', 130, 130],
      ['REALISATION', 131, 340],
    ],
  },
];

/** Three rounds: two that are over, and one for which ideas are gathered now. */
export async function demoBudget(ctx: Context): Promise<void> {
  const { em, clock } = ctx;
  const dice = diceOf(SEED);
  const now = clock.now().getTime();
  const measures = await em.find(Measure, { key: MEASURE });
  for (const { phase, year = clock.now().getFullYear() + 1, cents, days } of rounds) {
    const settled = phase === 'CLOSED';
    const start = settled ? Date.UTC(year, 0, 1) : now;
    const at = (offset: number): Date => new Date(start + offset * DAY);
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
      count: { kind: 'GREEDY', stopsAtTooExpensive: false, onePerPlace: false },
      tieSteps: ['MOST_VOTES'],
      tieSeed: settled ? dice.id().replaceAll('-', '') : null,
      days: days.map(([one, from, to]) => ({ phase: one, from: dayAt(at(from)), to: to > from ? dayAt(at(to)) : null })),
      votingOpensAt: at(opens),
      votingClosesAt: at(closes),
      createdAt: at(-90),
    });
    round.measures.set(measures);
    em.create(BudgetArea, {
      id: dice.id(),
      round,
      position: 0,
      name: { fi: 'Koko kaupunki', sv: 'Hela staden', en: 'The whole city' },
      budgetCents: cents,
    });
    const known = new Map(categories.map(({ key, name }, position) => [key, em.create(BudgetCategory, { id: dice.id(), round, position, name })]));
    if (settled) continue;
    ideas.forEach(({ title, words, about, district, place, language = 'fi' }) =>
      em.create(BudgetIdea, {
        id: dice.id(),
        revision: 1,
        round,
        title,
        words,
        language,
        category: about && known.get(about)!,
        district: district ? em.getReference(District, district) : null,
        place: place ?? null,
        way: dice.chance(0.3) ? 'TALKED' : 'SELF',
        state: 'SHOWN',
        receivedAt: new Date(now - dice.upTo(29 * DAY)),
      }),
    );
  }
  await em.flush();
}
