import { CornerUpLeft, Camera, ClipboardList, Languages, Map, MessageCircle, StickyNote, Users } from '@lucide/vue';
import type { Channel, SpokenLanguage } from '@torilla/schema/feedback/feedback';
import type { Component } from 'vue';

/** Who fills the form in: a worker with a tablet, or a resident from home. */
export type Variant = 'worker' | 'resident';

/** What is asked behind a chip, for those who have it. */
export type Detail = 'district' | 'about' | 'headcount' | 'photos' | 'contact' | 'language' | 'channel' | 'note';

export const detailIcon: Record<Detail, Component> = {
  district: Map,
  about: ClipboardList,
  headcount: Users,
  photos: Camera,
  contact: CornerUpLeft,
  language: Languages,
  channel: MessageCircle,
  note: StickyNote,
};

/** The chips of each form, in order: those in sight, and those that are rarely needed. */
export const detailsOf: Record<Variant, { first: readonly Detail[]; rest: readonly Detail[] }> = {
  worker: { first: ['district', 'headcount', 'photos', 'contact'], rest: ['about', 'language', 'channel', 'note'] },
  resident: { first: ['district', 'photos', 'contact', 'about'], rest: [] },
};

// in the order in which they are offered; not taken from the contract's own lists, which bring Zod along
const languages: Record<SpokenLanguage, true> = { fi: true, sv: true, en: true, ru: true, uk: true, et: true, ar: true, other: true };
export const languageList = Object.keys(languages) as SpokenLanguage[];
const workerChannels: Record<Exclude<Channel, 'ONLINE'>, true> = { TALKED: true, WROTE_SELF: true, PHONE: true, PAPER: true };
/** How words come to a worker. */
export const channelList = Object.keys(workerChannels) as Channel[];
