import type { Channel, Mood } from '@torilla/schema/feedback/feedback';
import type { FeedbackQueue, Priority } from '@torilla/schema/feedback/handling';

// not taken from the contract's own lists, which bring Zod along
export const moodOrder: readonly Mood[] = ['ANGRY', 'DISAPPOINTED', 'NEUTRAL', 'HOPEFUL', 'HAPPY'];
export const channelList: readonly Channel[] = ['TALKED', 'WROTE_SELF', 'PHONE', 'PAPER', 'ONLINE'];
export const priorities: readonly Priority[] = ['HIGH', 'NORMAL', 'LOW'];

/** An officer's queues, by their names in the address. */
export const queues = {
  uudet: 'NEW',
  omat: 'MINE',
  mainittu: 'MENTIONED',
  yksikko: 'UNIT',
  myohassa: 'LATE',
  odottaa: 'WAITING',
} as const satisfies Record<string, FeedbackQueue>;
export type QueueName = keyof typeof queues;
export const queueNames = Object.keys(queues) as QueueName[];
