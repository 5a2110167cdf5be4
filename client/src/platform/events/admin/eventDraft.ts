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
  accessibility: Words;
  place: string;
  startDay: string | null;
  startTime: string | null;
  endDay: string | null;
  endTime: string | null;
  measureIds: string[];
  staffIds: string[];
  /** Whether one registers for it; what stands in the fields below is kept while that is off. */
  registers: boolean;
  opensDay: string | null;
  opensTime: string | null;
  closesDay: string | null;
  closesTime: string | null;
  capacity: string;
}

/** The fields that can be wrong; the words are `admin.events.wrong.<field>`. */
const fields = ['kind', 'title', 'place', 'starts', 'ends', 'opens', 'closes', 'capacity', 'until'] as const;
export type Field = (typeof fields)[number];

const words = (text?: EventFacts['description']): Words => ({ fi: text?.fi ?? '', sv: text?.sv ?? '', en: text?.en ?? '' });
const said = (text: Words) => Object.fromEntries(locales.flatMap((l) => (text[l].trim() ? [[l, text[l].trim()]] : []))) as { fi: string };

/** A new event, whose id is minted here, so that saving twice makes one; or one that is to be changed. */
export function draftOf(event: EventFacts | null): EventDraft {
  const start = event ? cityTimeOf(new Date(event.startsAt)) : null;
  const end = event ? cityTimeOf(new Date(event.endsAt)) : null;
  const opens = event?.registrationOpensAt ? cityTimeOf(new Date(event.registrationOpensAt)) : null;
  const closes = event?.registrationClosesAt ? cityTimeOf(new Date(event.registrationClosesAt)) : null;
  return {
    id: event?.id ?? newId(),
    kind: event?.kind ?? '',
    place: event?.place.key ?? '',
    title: words(event?.title),
    description: words(event?.description),
    accessibility: words(event?.accessibility),
    startDay: start?.date ?? null,
    startTime: start?.time ?? null,
    endDay: end?.date ?? null,
    endTime: end?.time ?? null,
    measureIds: event?.measures.map(({ id }) => id) ?? [],
    staffIds: event?.staffing.map(({ id }) => id) ?? [],
    registers: opens !== null,
    opensDay: opens?.date ?? null,
    opensTime: opens?.time ?? null,
    closesDay: closes?.date ?? null,
    closesTime: closes?.time ?? null,
    capacity: event?.capacity?.toString() ?? '',
  };
}

const at = (day: string | null, time: string | null) => (day && time ? instantOf(day, time) : '');
/** When it is, as instants; empty where it is not typed. Most end on the day on which they begin. */
export const spanOf = ({ startDay, startTime, endDay, endTime }: EventDraft) => ({
  startsAt: at(startDay, startTime),
  endsAt: at(endDay ?? startDay, endTime),
});
const fieldOf: Record<string, Field> = {
  kind: 'kind',
  title: 'title',
  place: 'place',
  startsAt: 'starts',
  endsAt: 'ends',
  opensAt: 'opens',
  closesAt: 'closes',
  capacity: 'capacity',
};

/** A text that may be left out. */
const saidAny = (text: Words) => (text.fi.trim() ? said(text) : null);

/** The event as the API takes it, judged by the rules that the server applies; or the fields that are wrong. */
export function judge(draft: EventDraft): { input: ScheduleEventInput } | { wrong: Field[] } {
  const { id, kind, title, description, accessibility, place, measureIds, staffIds } = draft;
  const { registers, opensDay, opensTime, closesDay, closesTime, capacity } = draft;
  const { success, data, error } = ScheduleEvent.safeParse({
    id,
    kind,
    title: said(title),
    place,
    measureIds,
    staffIds,
    description: saidAny(description),
    accessibility: saidAny(accessibility),
    ...spanOf(draft),
    registration: registers
      ? { opensAt: at(opensDay, opensTime), closesAt: at(closesDay, closesTime), capacity: capacity.trim() ? Number(capacity.replace(/\s/g, '')) : null }
      : null,
  });
  if (success) return { input: data };
  return { wrong: [...new Set(error.issues.map(({ path }) => fieldOf[String(path[0] === 'registration' ? (path[1] ?? 'opensAt') : path[0])] ?? 'title'))] };
}
