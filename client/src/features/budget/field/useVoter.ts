import type { Id } from '@torilla/schema/kernel/id';
import { shallowRef } from 'vue';

/** The page that a voter at the square has in hand. */
export const BALLOT_DESK = '/kentta/aanestys/lippu';

/** Somebody at the square who votes: the round, and by what the city will find their right. */
export interface Voter {
  roundId: Id;
  proof: { code: string } | { number: string };
}

/** Who is about to vote on this tablet: between the worker's step and theirs, in memory alone. */
export const voter = shallowRef<Voter | null>(null);
