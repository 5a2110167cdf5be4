/** Why nothing could be saved: the outbox's own codes, or a fault that has no name. */
export type CaptureProblem = 'storage-full' | 'storage-unavailable' | 'no-city-key' | 'internal';

const codes: readonly string[] = ['storage-full', 'storage-unavailable', 'no-city-key'] satisfies CaptureProblem[];

/** What went wrong while saving, whatever threw it. */
export function captureProblemOf(error: unknown): CaptureProblem {
  const code = (error as { code?: unknown } | null)?.code;
  return (codes.find((known) => known === code) as CaptureProblem | undefined) ?? 'internal';
}
