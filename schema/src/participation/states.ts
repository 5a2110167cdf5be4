import { lifecycle } from '../kernel/lifecycle.ts';

/** How far a participation plan is: being written, read by everybody, or over, with what came of it. */
export const participationStates = ['DRAFT', 'PUBLISHED', 'ENDED'] as const;
export const participating = lifecycle<(typeof participationStates)[number]>({ DRAFT: ['PUBLISHED'], PUBLISHED: ['ENDED'], ENDED: [] });

/** What a plan still lacks before everybody may read it, by its parts. */
export function missingOf({
  changes,
  affected,
  answers,
  steps,
}: {
  changes?: unknown;
  affected?: unknown;
  answers?: unknown;
  steps: readonly { from?: string | null }[];
}): string[] {
  const parts = { changes, affected, answers, steps: steps.length > 0 && steps.every(({ from }) => from) };
  return Object.entries(parts).flatMap(([part, there]) => (there ? [] : [part]));
}
