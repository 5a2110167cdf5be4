import { GraphQLError } from 'graphql';
import type { ProblemCode, ProblemFacts } from '@torilla/schema/kernel/problem';

/**
 * Something that went wrong and that a person or a program can do something about.
 * Carries a code of the catalogue and facts, never prose: the sentence is the reader's, in their language.
 */
export class Problem extends GraphQLError {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    // Apollo answers with this status and these headers, and leaves them out of the body
    const http = typeof facts.retryAfterMs === 'number' && { status: 429, headers: new Map([['retry-after', String(Math.ceil(facts.retryAfterMs / 1000))]]) };
    super(code, { extensions: { code, facts, ...(http && { http }) } });
  }
}

interface DatabaseError {
  constraint?: string;
  code?: string;
  detail?: string;
  cause?: unknown;
  previous?: unknown;
}

// which key a foreign key missed: a name of one of the city's lists, never something that a person wrote
function unknownIn({ code, detail }: DatabaseError): ProblemFacts {
  const missed = code === '23503' ? /=\((.{1,60})\) is not present/.exec(detail ?? '')?.[1] : undefined;
  return missed ? { unknown: [missed] } : {};
}

const ofConstraint = new Map<string, ProblemCode>();

/** Names the problem that breaking a constraint of the database is. The database has the last word; this gives it a sentence. */
export function constraintProblems(problems: Readonly<Record<string, ProblemCode>>): void {
  for (const [constraint, code] of Object.entries(problems)) ofConstraint.set(constraint, code);
}

/** The problem behind an error of PostgreSQL, or null when it is none of ours: then it is a fault and stays one. */
export function problemOf(error: unknown): Problem | null {
  for (let e = error as DatabaseError | undefined; e; e = (e.cause ?? e.previous) as typeof e) {
    const code = e.constraint ? ofConstraint.get(e.constraint) : undefined;
    if (code) return new Problem(code, unknownIn(e));
    // a value that PostgreSQL cannot read as its type: a cursor or an id that somebody made up
    if (typeof e.code === 'string' && /^22(P02|003|007|008|021)$/.test(e.code)) return new Problem('bad-input');
  }
  return null;
}
