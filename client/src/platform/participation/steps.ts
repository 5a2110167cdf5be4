/** A step as far as its days go. */
interface Timed {
  startsOn?: string | null;
  endsOn?: string | null;
}

/** Whether a step is over, going on or ahead on a day; one without a day is ahead. */
export function stepState({ startsOn, endsOn }: Timed, today: string): 'PAST' | 'NOW' | 'AHEAD' {
  if (!startsOn || today < startsOn) return 'AHEAD';
  return (endsOn ?? startsOn) < today ? 'PAST' : 'NOW';
}

/** The step that goes on, or else the next one. */
export const nextStep = <T extends Timed>(steps: readonly T[], today: string): T | null =>
  steps.find((step) => stepState(step, today) === 'NOW') ?? steps.find((step) => stepState(step, today) === 'AHEAD') ?? null;
