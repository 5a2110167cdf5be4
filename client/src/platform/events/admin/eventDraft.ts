import { ScheduleEvent } from '@torilla/schema/events/events';
import { newId } from '@torilla/schema/kernel/id';
import { locales, type Locale } from '@torilla/schema/kernel/locale';
import type { ScheduleEventInput } from '../../../gql/events/admin/graphql.ts';
import { instantOf } from '../../../kernel/cityTime.ts';
import { cityTimeOf } from '../../../kernel/format.ts';
import type { EventFacts } from './useAdminEvents.ts';

type Words = Record<Locale, string>;

/** An event as it is typed: days and times of the city, and an empty text where there is none. */
export interface EventDraft {
  id: string;
  kind: EventFacts['kind'] | '';
  title: Words;
  description: Words;
  place: string;
  startDay: string | null;
  startTime: string | null;
  endDay: string | null;
  endTime: string | null;
  measureIds: string[];
  staffIds: string[];
}

/** The fields that can be wrong; the words are `admin.events.wrong.<field>`. */
const fields = ['kind', 'title', 'place', 'starts', 'ends'] as const;
export type Field = (typeof fields)[number];

const words = (text?: EventFacts['description']): Words => ({ fi: text?.fi ?? '', sv: text?.sv ?? '', en: text?.en ?? '' });
const said = (text: Words) => Object.fromEntries(locales.flatMap((l) => (text[l].trim() ? [[l, text[l].trim()]] : []))) as { fi: string };

/** A new event, whose id is minted here, so that saving twice makes one; or one that is to be changed. */
export function draftOf(event: EventFacts | null): EventDraft {
  const start = event ? cityTimeOf(new Date(event.startsAt)) : null;
  const end = event ? cityTimeOf(new Date(event.endsAt)) : null;
  return {
    id: event?.id ?? newId(),
    kind: event?.kind ?? '',
    place: event?.place.key ?? '',
    title: words(event?.title),
    description: words(event?.description),
    startDay: start?.date ?? null,
    startTime: start?.time ?? null,
    endDay: end?.date ?? null,
    endTime: end?.time ?? null,
    measureIds: event?.measures.map(({ id }) => id) ?? [],
    staffIds: event?.staffing.map(({ id }) => id) ?? [],
  };
}

const at = (day: string | null, time: string | null) => (day && time ? instantOf(day, time) : '');
const fieldOf: Record<string, Field> = { kind: 'kind', title: 'title', place: 'place', startsAt: 'starts', endsAt: 'ends' };

/** The event as the API takes it, judged by the rules that the server applies; or the fields that are wrong. */
export function judge(draft: EventDraft): { input: ScheduleEventInput } | { wrong: Field[] } {
  const { id, kind, title, description, place, startDay, startTime, endDay, endTime, measureIds, staffIds } = draft;
  const { success, data, error } = ScheduleEvent.safeParse({
    id,
    kind,
    title: said(title),
    place,
    measureIds,
    staffIds,
    description: description.fi.trim() ? said(description) : null,
    startsAt: at(startDay, startTime),
    endsAt: at(endDay ?? startDay, endTime),
  });
  if (success) return { input: data };
  return { wrong: [...new Set(error.issues.map(({ path }) => fieldOf[String(path[0])] ?? 'title'))] };
}
