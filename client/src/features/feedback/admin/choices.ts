import type { Channel, Mood } from '@torilla/schema/feedback/feedback';

// not taken from the contract's own lists, which bring Zod along
export const moodOrder: readonly Mood[] = ['ANGRY', 'DISAPPOINTED', 'NEUTRAL', 'HOPEFUL', 'HAPPY'];
export const channelList: readonly Channel[] = ['TALKED', 'WROTE_SELF', 'PHONE', 'PAPER', 'ONLINE'];
