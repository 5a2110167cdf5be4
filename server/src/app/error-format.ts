import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { Problem, problemOf } from '../kernel/problem.ts';
import { tooExpensiveIn } from '../kernel/read/index.ts';

const OF_APOLLO: Readonly<Record<string, ProblemCode>> = {
  GRAPHQL_PARSE_FAILED: 'bad-input',
  GRAPHQL_VALIDATION_FAILED: 'bad-input',
  BAD_USER_INPUT: 'bad-input',
  BAD_REQUEST: 'bad-input',
  OPERATION_RESOLUTION_FAILURE: 'bad-input',
  PERSISTED_QUERY_NOT_FOUND: 'not-found',
  PERSISTED_QUERY_NOT_SUPPORTED: 'bad-input',
};

/**
 * What of an error leaves the server: problems as they are, GraphQL's own refusals with a code of the catalogue,
 * everything else masked behind an incident's number under which the log has it. Messages that echo what was sent never leave.
 */
export const formatErrorWith =
  (log: FastifyBaseLogger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const problem = original instanceof Problem ? original : (tooExpensiveIn(original) ?? problemOf(original));
    if (problem) return { ...placeOf(formatted), message: problem.code, extensions: { code: problem.code, facts: problem.facts } };
    const apollo = String(formatted.extensions?.code);
    const code = OF_APOLLO[apollo];
    if (code) {
      // parse and validation messages name fields and types of the schema, which are public; values of variables do not leave
      return { ...placeOf(formatted), message: apollo === 'BAD_USER_INPUT' ? code : formatted.message, extensions: { code } };
    }
    const unavailable = isConnectionError(original);
    const incident = randomUUID();
    log.error({ incident, path: formatted.path, err: original }, 'a request failed');
    return {
      ...placeOf(formatted),
      message: unavailable ? 'unavailable' : 'internal',
      extensions: { code: unavailable ? 'unavailable' : 'internal', incident },
    };
  };

const placeOf = ({ path, locations }: GraphQLFormattedError) => ({ ...(path && { path }), ...(locations && { locations }) });

function isConnectionError(error: unknown): boolean {
  for (let e = error as { code?: unknown; message?: unknown; cause?: unknown; previous?: unknown } | undefined; e; e = (e.cause ?? e.previous) as typeof e) {
    if (typeof e.code === 'string' && /^(ECONNREFUSED|ECONNRESET|57P0[123]|08...)$/.test(e.code)) return true;
    if (typeof e.message === 'string' && /Connection terminated|timeout exceeded when trying to connect/.test(e.message)) return true;
  }
  return false;
}
