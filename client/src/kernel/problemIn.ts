import { problemFrom, type Problem } from './problem.ts';

/** What went wrong, as a route beside GraphQL tells it; `unavailable` where it tells nothing. */
export async function problemIn(response: Response): Promise<Problem> {
  const answer = (await response.json().catch(() => null)) as { errors?: { extensions?: unknown }[] } | null;
  return answer?.errors ? problemFrom(answer.errors[0]?.extensions) : { code: 'unavailable', facts: {} };
}
