import type { Priority } from '@torilla/schema/feedback/handling';
import { feedbackStates, type FeedbackState } from '@torilla/schema/feedback/states';
import { dayAfter, instantOf } from '../../../kernel/cityTime.ts';
import type { FeedbackFilterInput } from '../../../gql/feedback/admin/graphql.ts';
import { channelList, moodOrder, priorities, queueNames, queues, type QueueName } from './choices.ts';

/** What the list is narrowed by, as it stands in the address; days are ISO dates, both included. */
export interface FeedbackFilter {
  search?: string;
  event?: string;
  topic?: string;
  mood?: string;
  channel?: string;
  district?: string;
  measure?: string;
  unit?: string;
  answer?: 'kylla' | 'odottaa' | 'ei';
  queue?: QueueName;
  state?: FeedbackState;
  assignee?: string;
  priority?: Priority;
  matter?: string;
  from?: string;
  to?: string;
}

/** The name that each has in the address. */
const names = {
  search: 'haku',
  event: 'tapahtuma',
  topic: 'aihe',
  mood: 'mieliala',
  channel: 'kanava',
  district: 'alue',
  measure: 'toimenpide',
  unit: 'yksikko',
  answer: 'vastaus',
  queue: 'jono',
  state: 'tila',
  assignee: 'hoitaa',
  priority: 'kiire',
  matter: 'asia',
  from: 'alkaen',
  to: 'asti',
} as const satisfies Record<keyof FeedbackFilter, string>;

export const filterKeys = Object.keys(names) as (keyof FeedbackFilter)[];

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const oneOf = (list: readonly string[]) => (text: string) => list.includes(text);
// an address may be old or typed by hand: what makes no sense in it is passed over
const makesSense: Partial<Record<keyof FeedbackFilter, (text: string) => boolean>> = {
  event: isId,
  measure: isId,
  from: isDay,
  to: isDay,
  mood: oneOf(moodOrder),
  channel: oneOf(channelList),
  answer: oneOf(['kylla', 'odottaa', 'ei']),
  queue: oneOf(queueNames),
  state: oneOf(feedbackStates),
  assignee: isId,
  matter: isId,
  priority: oneOf(priorities),
};

/** Reads the filter out of an address's query. */
export function filterOf(query: Record<string, unknown>): FeedbackFilter {
  const entries = filterKeys.flatMap((key) => {
    const value = query[names[key]];
    return typeof value === 'string' && value && (makesSense[key]?.(value) ?? true) ? [[key, value]] : [];
  });
  return Object.fromEntries(entries) as FeedbackFilter;
}

/** Writes the filter as an address's query. */
export const queryOf = (filter: FeedbackFilter): Record<string, string> =>
  Object.fromEntries(filterKeys.flatMap((key) => (filter[key] ? [[names[key], filter[key]]] : [])));

/** The filter as the API takes it. */
export function inputOf(filter: FeedbackFilter): FeedbackFilterInput {
  const { search, event, topic, mood, channel, district, measure, unit, answer, queue, state, assignee, priority, matter, from, to } = filter;
  return {
    ...(search && { search }),
    ...(event && { eventId: event }),
    ...(topic && { topic }),
    ...(district && { district }),
    ...(unit && { unit }),
    ...(measure && { measureId: measure }),
    ...(answer && { wantsAnswer: answer !== 'ei' }),
    ...(answer === 'odottaa' && { answered: false }),
    ...(queue && { queue: queues[queue] }),
    ...(state && { state }),
    ...(assignee && { assigneeId: assignee }),
    ...(priority && { priority }),
    ...(matter && { matterId: matter }),
    ...(mood && { mood: mood as FeedbackFilterInput['mood'] }),
    ...(channel && { channel: channel as FeedbackFilterInput['channel'] }),
    ...(from && { from: instantOf(from, '00:00') }),
    ...(to && { to: instantOf(dayAfter(to), '00:00') }),
  };
}
