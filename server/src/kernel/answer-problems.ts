import type { FastifyInstance } from 'fastify';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { Problem } from './problem.ts';

const STATUS: Partial<Record<ProblemCode, number>> = {
  unauthenticated: 401,
  'token-ended': 401,
  forbidden: 403,
  'not-found': 404,
  'too-many-requests': 429,
};

/** Has the routes of a scope, which stand beside GraphQL, answer a problem as GraphQL would: with its code and facts, and the status that goes with it. */
export function answerProblems(scope: FastifyInstance, more: Partial<Record<ProblemCode, number>> = {}): void {
  scope.setErrorHandler((error, _, reply) => {
    if (!(error instanceof Problem)) return reply.send(error);
    const { retryAfterMs } = error.facts;
    if (typeof retryAfterMs === 'number') reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
    return reply
      .code({ ...STATUS, ...more }[error.code] ?? 400)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message: error.code, extensions: { code: error.code, facts: error.facts } }] });
  });
}
