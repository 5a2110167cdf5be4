import { newId } from '@torilla/schema/kernel/newId';
import { missingOf } from '@torilla/schema/participation/states';
import { templateSteps } from '@torilla/schema/participation/template';
import type { SaveParticipationInput } from '../../../gql/participation/admin/graphql.ts';
import { said, wordsOf, type Words } from '../../../kernel/words.ts';
import type { Plan } from './usePlans.ts';

/** The parts of a plan that are texts, in the order of the form. */
export const parts = ['changes', 'affected', 'answers', 'outcome'] as const;

/** A step while it is written. */
export interface StepDraft {
  id: string;
  from: string | null;
  to: string | null;
  words: Words;
  eventId: string;
}

/** A plan while it is written. */
export type PlanDraft = Record<(typeof parts)[number], Words> & {
  id: string;
  unit: string;
  title: Words;
  measureIds: string[];
  steps: StepDraft[];
};

export const newStep = (words: Words = wordsOf()): StepDraft => ({ id: newId(), from: null, to: null, words, eventId: '' });

/** A plan as it is, or a new one begun from the template. */
export const draftOf = (plan: Plan | null): PlanDraft => ({
  id: plan?.id ?? newId(),
  unit: plan?.unit.key ?? '',
  title: wordsOf(plan?.title),
  changes: wordsOf(plan?.changes),
  affected: wordsOf(plan?.affected),
  answers: wordsOf(plan?.answers),
  outcome: wordsOf(plan?.outcome),
  measureIds: plan?.measures.map(({ id }) => id) ?? [],
  steps: plan
    ? plan.steps.map(({ id, startsOn, endsOn, words, event }) => ({
        id,
        from: startsOn ?? null,
        to: endsOn ?? null,
        words: wordsOf(words),
        eventId: event?.id ?? '',
      }))
    : templateSteps.map((words) => newStep(wordsOf(words))),
});

/** A plan as it is sent. A step without words is left out. */
export function inputOf(draft: PlanDraft, basedOn: number | null): SaveParticipationInput {
  const text = (words: Words) => (words.fi.trim() ? said(words) : null);
  return {
    id: draft.id,
    basedOn,
    unit: draft.unit,
    title: said(draft.title),
    ...(Object.fromEntries(parts.map((part) => [part, text(draft[part])])) as Record<(typeof parts)[number], { fi: string } | null>),
    measureIds: draft.measureIds,
    steps: draft.steps
      .filter(({ words }) => words.fi.trim())
      .map(({ id, from, to, words, eventId }) => ({ id, from, to, words: said(words), eventId: eventId || null })),
  };
}

/** What keeps a draft from being saved, by its place. */
export function faultsOf({ unit, title, steps }: PlanDraft): string[] {
  return [
    ...(title.fi.trim() ? [] : ['title']),
    ...(unit ? [] : ['unit']),
    ...steps.flatMap(({ from, to }, k) => (to && (!from || to < from) ? [`${k}.to`] : [])),
  ];
}

/** What a plan lacks before everybody may read it. */
export const lacking = (draft: PlanDraft): string[] => missingOf(inputOf(draft, null));
