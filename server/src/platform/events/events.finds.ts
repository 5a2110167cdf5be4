import type { Findable } from '../../kernel/search/index.ts';
import { Event } from './events.entity.ts';

/** What is found of the calendar. */
export const finds: readonly Findable[] = [
  {
    kind: 'event',
    name: { fi: 'Tapahtumat', sv: 'Evenemang', en: 'Events' },
    entity: Event,
    title: 'title',
    words: 'description',
    at: 'startsAt',
    path: ({ id }) => `/tapahtumat/${id}`,
    staffPath: ({ id }) => `/hallinta/tapahtumat/${id}`,
  },
];
