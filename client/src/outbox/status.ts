import type { Contact, Enrolment } from './meta.ts';

/** How much is where. */
export interface Counts {
  /** The last number that this device gave. */
  made: number;
  onlyHere: number;
  sending: number;
  received: number;
  /** With the city, where a person must look. */
  withCity: number;
  /** Only here, and the city cannot take it as it is. */
  needsHelp: number;
  /** Photos that the city does not have yet. */
  photosLeft: number;
  /** Entries and photos that the city does not have: what would be lost with this device. */
  unsent: number;
}

/** The outbox as a person should see it. */
export interface OutboxStatus extends Counts, Pick<Contact, 'clockOffsetMs' | 'lastContactAt' | 'updateRequired' | 'problem'> {
  enrolment: Enrolment | null;
  /** Whether the city's key is here, so that capturing works. */
  ready: boolean;
  /** How many entries came back from their copies, as the browser had thrown the database away. */
  restored: number;
}

export const emptyStatus: OutboxStatus = {
  made: 0,
  onlyHere: 0,
  sending: 0,
  received: 0,
  withCity: 0,
  needsHelp: 0,
  photosLeft: 0,
  unsent: 0,
  clockOffsetMs: null,
  lastContactAt: null,
  updateRequired: false,
  problem: null,
  enrolment: null,
  ready: false,
  restored: 0,
};
