import { newId } from '@torilla/schema/kernel/newId';
import type { Recurrence, ScheduleKind, Season } from '@torilla/schema/plan/plan';
import type { ReviseMeasureInput } from '../../../gql/plan/draft/graphql.ts';
import { said, wordsOf, type Words } from '../../../kernel/words.ts';
import type { DraftMeasure } from './useDrafts.ts';

/** A schedule while it is written: empty for what is not said. */
export interface ScheduleDraft {
  kind: string;
  due: string | null;
  season: string;
  every: string;
  year: string;
}

/** An action while it is written. */
export interface ActionDraft {
  id: string;
  text: Words;
  schedule: ScheduleDraft;
  responsible: string[];
}

/** A measure of a draft while it is written. */
export interface MeasureDraft {
  title: Words;
  purpose: Words;
  actions: ActionDraft[];
}

/** What is wrong, by the place: `title`, or `text` of an action. */
export type Fault = 'title' | 'purpose' | `${number}.${'text' | 'due' | 'year' | 'responsible'}`;

const YEAR = /^(20|21)\d\d$/;

export const newAction = (): ActionDraft => ({
  id: newId(),
  text: wordsOf(),
  schedule: { kind: 'CONTINUOUS', due: null, season: '', every: '', year: '' },
  responsible: [],
});

/** A measure as it is now, to be changed. */
export const draftOf = ({ title, purpose, actions }: DraftMeasure): MeasureDraft => ({
  title: wordsOf(title),
  purpose: wordsOf(purpose),
  actions: actions.map(({ id, text, schedule, responsible }) => ({
    id,
    text: wordsOf(text),
    schedule: {
      kind: schedule.kind,
      due: schedule.due ?? null,
      season: schedule.season ?? '',
      every: schedule.every ?? '',
      year: String(schedule.first ?? schedule.year ?? ''),
    },
    responsible: responsible.map(({ key }) => key),
  })),
});

// a select gives what it was given, as text
function scheduleOf(draft: ScheduleDraft): ReviseMeasureInput['actions'][number]['schedule'] {
  const { kind, due, season, every, year } = draft as Omit<ScheduleDraft, 'kind' | 'season' | 'every'> & {
    kind: ScheduleKind;
    season: '' | Season;
    every: '' | Recurrence;
  };
  const inSeason = season ? { season } : {};
  switch (kind) {
    case 'CONTINUOUS':
      return { kind, ...(every && { every }) };
    case 'DUE':
      return { kind, due, ...inSeason };
    case 'YEARLY':
      return { kind, ...inSeason, ...(year && { first: Number(year) }) };
    case 'IN_PREPARATION':
      return { kind, ...(year && { year: Number(year) }) };
  }
}

/** What is sent for a draft, or what is wrong with it. */
export function judge({ id, revision }: DraftMeasure, { title, purpose, actions }: MeasureDraft): { input: ReviseMeasureInput | null; faults: Fault[] } {
  const faults: Fault[] = [];
  if (!title.fi.trim()) faults.push('title');
  if (!purpose.fi.trim()) faults.push('purpose');
  for (const [k, { text, schedule, responsible }] of actions.entries()) {
    if (!text.fi.trim()) faults.push(`${k}.text`);
    if (schedule.kind === 'DUE' && !schedule.due) faults.push(`${k}.due`);
    if ((schedule.kind === 'YEARLY' || schedule.kind === 'IN_PREPARATION') && schedule.year && !YEAR.test(schedule.year)) faults.push(`${k}.year`);
    if (!responsible.length) faults.push(`${k}.responsible`);
  }
  if (faults.length) return { input: null, faults };
  return {
    faults,
    input: {
      id,
      basedOn: revision,
      title: said(title),
      purpose: said(purpose),
      actions: actions.map((action) => ({
        id: action.id,
        text: said(action.text),
        schedule: scheduleOf(action.schedule),
        responsible: action.responsible,
      })),
    },
  };
}
