import type { SavedQuery } from './useQueries.ts';

/** A question while it is written; `known` is the one that it changes. */
export interface QueryDraft {
  name: string;
  description: string;
  query: string;
  variables: string;
  shared: boolean;
  known: SavedQuery | null;
}
