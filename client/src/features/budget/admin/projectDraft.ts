import { SaveProject } from '@torilla/schema/budget/project';
import { newId } from '@torilla/schema/kernel/newId';
import type { AdminIdeasLeftQuery, ProjectPlanFragment } from '../../../gql/budget/admin/graphql.ts';
import { parseEuros, typedEuros } from '../../../kernel/euros.ts';
import { said, wordsOf, type Words } from '../../../kernel/words.ts';

/** An idea of which nothing has become yet. */
export type IdeaLeft = AdminIdeasLeftQuery['budgetIdeas']['nodes'][number];

/** A project while it is written. Sums are as they were typed. */
export interface ProjectDraft {
  id: string;
  areaId: string;
  categoryId: string;
  unit: string;
  title: Words;
  about: Words;
  district: string;
  place: string;
  least: string;
  most: string;
  cost: string;
  ideaIds: string[];
}

const money = (cents?: number | null): string => (cents == null ? '' : typedEuros(cents));

/** A project as it is; a new one begins with the words of the ideas that it is to be made of: the first says what it is called, each says a part of what it is about. */
export function draftOf(project: ProjectPlanFragment | null, areaId: string, ideas: readonly IdeaLeft[] = []): ProjectDraft {
  const first = ideas.at(0);
  const begun = { title: wordsOf(), about: wordsOf() };
  for (const { language, title, words } of ideas) {
    begun.title[language] ||= title;
    begun.about[language] = [begun.about[language], words].filter(Boolean).join('\n\n');
  }
  return {
    id: project?.id ?? newId(),
    areaId: project?.area.id ?? areaId,
    categoryId: (project ?? first)?.category?.id ?? '',
    unit: project?.unit?.key ?? '',
    title: project ? wordsOf(project.title) : begun.title,
    about: project ? wordsOf(project.about) : begun.about,
    district: (project ?? first)?.district?.key ?? '',
    place: (project ?? first)?.place ?? '',
    least: money(project?.leastCents),
    most: money(project?.mostCents),
    cost: money(project?.costCents),
    ideaIds: (project?.ideas ?? ideas).map(({ id }) => id),
  };
}

// what is no sum is sent as none at all, which the contract refuses by its place
const cents = (text: string): number | null => (text.trim() ? (parseEuros(text) ?? Number.NaN) : null);

/** A project as it is sent. */
export const inputOf = (draft: ProjectDraft, roundId: string, basedOn: number | null) => ({
  id: draft.id,
  basedOn,
  roundId,
  areaId: draft.areaId,
  categoryId: draft.categoryId || null,
  unit: draft.unit || null,
  title: said(draft.title),
  about: said(draft.about),
  district: draft.district || null,
  place: draft.place.trim() || null,
  leastCents: cents(draft.least),
  mostCents: cents(draft.most),
  costCents: cents(draft.cost),
  ideaIds: draft.ideaIds,
});

/** What keeps a draft from being saved, by the field: `fill`, `too-much`, `less-than-least`, or `over-budget` where it costs more than its area has. */
export function faultsOf(draft: ProjectDraft, roundId: string, areas: readonly { id: string; budgetCents: number }[]): ReadonlyMap<string, string> {
  const input = inputOf(draft, roundId, null);
  const faults = new Map<string, string>();
  for (const { path, code, message } of SaveProject.safeParse(input).error?.issues ?? [])
    if (!faults.has(String(path[0]))) faults.set(String(path[0]), message === 'less-than-least' ? message : code === 'too_big' ? 'too-much' : 'fill');
  const area = areas.find(({ id }) => id === draft.areaId);
  if (area && input.costCents != null && input.costCents > area.budgetCents) faults.set('costCents', 'over-budget');
  return faults;
}
