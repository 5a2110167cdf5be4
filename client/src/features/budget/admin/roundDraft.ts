import { BallotKind } from '@torilla/schema/budget/ballot';
import { toldPhases } from '@torilla/schema/budget/phases';
import { SaveRound, VoterProof } from '@torilla/schema/budget/round';
import { CountKind, raises } from '@torilla/schema/budget/rules';
import { newId } from '@torilla/schema/kernel/newId';
import type { RoundPlanFragment } from '../../../gql/budget/admin/graphql.ts';
import { instantOf } from '../../../kernel/cityTime.ts';
import { parseEuros, typedEuros } from '../../../kernel/euros.ts';
import { cityTimeOf } from '../../../kernel/format.ts';
import { said, wordsOf, type Words } from '../../../kernel/words.ts';

/** What a count by votes may do besides. */
export const countTerms = ['stopsAtTooExpensive', 'onePerPlace'] as const;

/** A part of the city while it is written. Sums and numbers are as they were typed. */
export interface AreaDraft {
  id: string;
  name: Words;
  money: string;
  districts: string[];
}

/** The days of a phase while they are written. */
export interface DaysDraft {
  phase: (typeof toldPhases)[number];
  from: string | null;
  to: string | null;
}

/** A round while it is written. */
export interface RoundDraft {
  id: string;
  unit: string;
  year: string;
  title: Words;
  about: Words;
  measureIds: string[];
  areas: AreaDraft[];
  categories: { id: string; name: Words }[];
  leastAge: string;
  mostAge: string;
  proofs: string[];
  ballot: { kind: string; least: string; most: string; leastMoney: string; points: string; mostPoints: string; terms: string[] };
  count: {
    kind: string;
    leastVotes: string;
    terms: string[];
    utility: string;
    completion: string;
    comparison: string;
    start: string;
    floor: string;
    unit: string;
    stop: string;
  };
  tieSteps: string[];
  days: DaysDraft[];
  opens: { day: string | null; time: string | null };
  closes: { day: string | null; time: string | null };
  /** Hours. */
  grace: string;
}

const typed = (number?: number | null): string => (number == null ? '' : String(number));
const money = (cents?: number | null): string => (cents == null ? '' : typedEuros(cents));
const momentOf = (at?: string | null): { day: string | null; time: string | null } => {
  const shown = at ? cityTimeOf(new Date(at)) : null;
  return { day: shown?.date ?? null, time: shown?.time ?? null };
};

export const newArea = (): AreaDraft => ({ id: newId(), name: wordsOf(), money: '', districts: [] });
export const newCategory = () => ({ id: newId(), name: wordsOf() });

/** A round as it is; a new one begins with the whole city, baskets, and a count by votes. */
export function draftOf(round: RoundPlanFragment | null, nextYear = new Date().getFullYear() + 1): RoundDraft {
  const { ballot, count } = round ?? {};
  return {
    id: round?.id ?? newId(),
    unit: round?.unit.key ?? '',
    year: String(round?.year ?? nextYear),
    title: wordsOf(round?.title),
    about: wordsOf(round?.about),
    measureIds: round?.measures.map(({ id }) => id) ?? [],
    areas: round?.areas.map(({ id, name, budgetCents, districts }) => ({
      id,
      name: wordsOf(name),
      money: typedEuros(budgetCents),
      districts: districts.map(({ key }) => key),
    })) ?? [{ ...newArea(), name: { fi: 'Koko kaupunki', sv: 'Hela staden', en: 'The whole city' } }],
    categories: round?.categories.map(({ id, name }) => ({ id, name: wordsOf(name) })) ?? [],
    leastAge: typed(round?.leastAge),
    mostAge: typed(round?.mostAge),
    proofs: round?.proofs.slice() ?? Object.values(VoterProof),
    ballot: {
      kind: ballot?.kind ?? BallotKind.BASKET,
      least: typed(ballot?.least),
      most: typed(ballot?.most),
      leastMoney: money(ballot?.leastCents),
      points: typed(ballot?.points),
      mostPoints: typed(ballot?.mostPoints),
      terms: (ballot?.changeable ?? true) ? ['changeable'] : [],
    },
    count: {
      kind: count?.kind ?? CountKind.GREEDY,
      leastVotes: typed(count?.leastVotes),
      terms: countTerms.filter((term) => count?.[term]),
      utility: count?.utility ?? 'COST',
      completion: count?.completion ?? 'ADD_ONE_UTILITARIAN',
      comparison: count?.comparison ?? 'NONE',
      start: count?.start ?? 'EXACT',
      floor: money(count?.floorCents),
      unit: money(count?.unitCents ?? 100),
      stop: count?.stop ?? 'UNTIL_INFEASIBLE',
    },
    tieSteps: round?.tieSteps.slice() ?? ['MOST_VOTES'],
    days: toldPhases.map((phase) => {
      const told = round?.days.find((one) => one.phase === phase);
      return { phase, from: told?.from ?? null, to: told?.to ?? null };
    }),
    opens: momentOf(round?.votingOpensAt),
    closes: momentOf(round?.votingClosesAt),
    grace: String(round?.graceHours ?? 24),
  };
}

// what is no number is sent as none at all, which the contract refuses by its place
const whole = (text: string): number | null => (text.trim() ? Number(text) : null);
const cents = (text: string): number | null => (text.trim() ? (parseEuros(text) ?? Number.NaN) : null);
const instant = ({ day, time }: RoundDraft['opens']): string | null => (day && time ? instantOf(day, time) : null);
const textOf = (words: Words) => (words.fi.trim() ? said(words) : null);

/** A round as it is sent. What a kind of ballot or count has no use for stays behind. */
export function inputOf(draft: RoundDraft, basedOn: number | null): unknown {
  const { ballot, count } = draft;
  const shares = count.kind === CountKind.EQUAL_SHARES;
  const raised = shares && raises(count.completion as 'ADD_ONE');
  return {
    id: draft.id,
    basedOn,
    unit: draft.unit,
    year: whole(draft.year),
    title: said(draft.title),
    about: textOf(draft.about),
    measureIds: draft.measureIds,
    areas: draft.areas.map(({ id, name, money: sum, districts }) => ({ id, name: said(name), budgetCents: cents(sum), districts })),
    categories: draft.categories.filter(({ name }) => name.fi.trim()).map(({ id, name }) => ({ id, name: said(name) })),
    leastAge: whole(draft.leastAge),
    mostAge: whole(draft.mostAge),
    proofs: draft.proofs,
    ballot: {
      kind: ballot.kind,
      least: ballot.kind === BallotKind.ONE ? null : whole(ballot.least),
      most: ballot.kind === BallotKind.ONE ? null : whole(ballot.most),
      leastCents: ballot.kind === BallotKind.BASKET ? cents(ballot.leastMoney) : null,
      points: ballot.kind === BallotKind.POINTS ? whole(ballot.points) : null,
      mostPoints: ballot.kind === BallotKind.POINTS ? whole(ballot.mostPoints) : null,
      changeable: ballot.terms.includes('changeable'),
    },
    count: {
      kind: count.kind,
      ...(count.kind === CountKind.GREEDY && {
        leastVotes: whole(count.leastVotes),
        ...Object.fromEntries(countTerms.map((term) => [term, count.terms.includes(term)])),
      }),
      ...(shares && { utility: count.utility, completion: count.completion, comparison: count.comparison }),
      ...(raised && { start: count.start, unitCents: cents(count.unit), stop: count.stop, ...(count.start === 'FLOOR' && { floorCents: cents(count.floor) }) }),
    },
    tieSteps: draft.tieSteps,
    days: draft.days.filter(({ from, to }) => from || to),
    votingOpensAt: instant(draft.opens),
    votingClosesAt: instant(draft.closes),
    graceHours: whole(draft.grace),
  };
}

/** What is wrong with which field, as the last part of a sentence's key: `areas.0.budgetCents` → `fill`. */
export type RoundFaults = ReadonlyMap<string, string>;

/** What keeps a draft from being saved. */
export function faultsOf(draft: RoundDraft): RoundFaults {
  const faults = new Map<string, string>();
  for (const { path, code, message } of SaveRound.safeParse(inputOf(draft, null)).error?.issues ?? []) {
    const place = path.slice(0, path[0] === 'areas' || path[0] === 'categories' ? 3 : path[0] === 'ballot' || path[0] === 'count' ? 2 : 1).join('.');
    if (!faults.has(place)) faults.set(place, code === 'custom' && KNOWN.has(message) ? message : code === 'too_big' ? 'too-much' : 'fill');
  }
  // half a moment is none
  for (const [place, { day, time }] of [['votingOpensAt', draft.opens] as const, ['votingClosesAt', draft.closes] as const])
    if (!day !== !time) faults.set(place, 'fill');
  return faults;
}
const KNOWN = new Set(['phases-overlap', 'younger-than-youngest', 'closes-before-it-opens', 'fewer-than-least', 'more-than-all', 'count-needs-choices']);

/** What is settled when the ballot is published, and so has to be known by then. */
export const isReadyForBallot = ({ opens, closes }: RoundDraft): boolean => Boolean(opens.day && opens.time && closes.day && closes.time);
