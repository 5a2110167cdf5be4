import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { problemCodes, type ProblemCode, type ProblemFacts } from '@torilla/schema/kernel/problem';

/** A problem as the reader meets it: a code with a sentence in their language, and what the sentence needs. */
export interface Problem {
  code: ProblemCode | 'offline';
  facts: ProblemFacts;
  /** The number under which the server wrote down a fault of its own; worth telling when asking for help. */
  incident?: string;
}

const known = new Set<string>(problemCodes);

/** What went wrong, as an answer's error tells it in its extensions. */
export function problemFrom(extensions: unknown): Problem {
  const { code, facts, incident } = (extensions ?? {}) as Partial<Problem> & { code?: string };
  return { code: code && known.has(code) ? (code as ProblemCode) : 'internal', facts: facts ?? {}, incident };
}

/** What went wrong, whatever threw it: an answer with a code, a server that is away, or no network at all. */
export function problemOf(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) {
    return problemFrom(error.errors[0]?.extensions);
  }
  if (ServerError.is(error)) return { code: error.statusCode === 429 ? 'too-many-requests' : 'unavailable', facts: {} };
  // fetch tells a missing network by a TypeError and nothing else
  return { code: error instanceof TypeError ? 'offline' : 'internal', facts: {} };
}
