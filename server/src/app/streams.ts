import { createHandler } from 'graphql-sse/lib/use/fastify';
import {
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  getOperationAST,
} from 'graphql';
import type { RequestParams } from 'graphql-sse';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../kernel/context.ts';
import { Problem } from '../kernel/problem.ts';
import { MAX_TOKENS, queryLimits } from '../kernel/read/index.ts';
import { actorNow, requestContext, type App } from './context.ts';
import { formatErrorWith } from './error-format.ts';
import { streamsOpen } from './metrics.ts';
import { countAsked } from './rate-limit.ts';
import { apiSchema } from './schema.ts';
import { trustedDocuments } from './trusted-documents.ts';

/** Streams that one person, or one address, may have open in this process: a few tabs of a few devices. */
const MOST_STREAMS = 8;
const RETRY_MS = 15_000;
/** What is the server's fault and not the question's. */
const FAULTS: ReadonlyMap<string, number> = new Map([
  ['internal', 500],
  ['unavailable', 503],
]);

type StreamContext = Context & Record<PropertyKey, unknown>;

/**
 * Subscriptions over server-sent events, a connection for each (the distinct mode of the GraphQL over SSE protocol), under the rules of every other question:
 * whose cookie or token it is, limits before any work, the app's own operations by their hash, problems with codes. Only JSON is taken, which no
 * other site's page can send without being asked first. A comment every twelve seconds keeps what stands between awake.
 */
export async function streamRoutes(http: FastifyInstance, app: App): Promise<void> {
  const schema = await apiSchema();
  const documents = trustedDocuments();
  const format = formatErrorWith(http.log);
  const rules = [...specifiedRules, ...queryLimits()];
  const open = new Map<string, number>();

  const told = (error: unknown): GraphQLFormattedError => format(error instanceof GraphQLError ? error.toJSON() : { message: 'internal' }, error);

  async function argsOf(contextValue: Context, params: RequestParams): Promise<ExecutionArgs & { contextValue: StreamContext }> {
    const { operationName, variables, extensions } = params;
    const { sha256Hash } = (extensions?.['persistedQuery'] ?? {}) as { sha256Hash?: unknown };
    const text = params.query || (typeof sha256Hash === 'string' ? await documents.get(`apq:${sha256Hash}`) : undefined);
    // Apollo's own words, as at the other address
    if (!text) throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });
    const document = documentOf(text);
    // the one that is chosen: whatever stands beside it would be run uncounted
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) throw new Problem('bad-input');
    return { schema, document, contextValue: contextValue as StreamContext, operationName, variableValues: variables };
  }

  function documentOf(text: string): DocumentNode {
    try {
      const document = parse(text, { maxTokens: MAX_TOKENS });
      const [refused] = validate(schema, document, rules);
      if (refused) throw refused;
      return document;
    } catch (error) {
      throw error instanceof GraphQLError
        ? new GraphQLError(error.message, { originalError: error, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })
        : error;
    }
  }

  /** Takes one of the streams that whoever asks may have. @returns gives it back @throws Problem `too-many-requests` */
  function take({ actor, address }: Context): () => void {
    const key = actor.id ?? address;
    const beside = open.get(key) ?? 0;
    if (beside >= MOST_STREAMS) throw new Problem('too-many-requests', { retryAfterMs: RETRY_MS });
    open.set(key, beside + 1);
    streamsOpen.inc();
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      streamsOpen.dec();
      const left = open.get(key)! - 1;
      if (left) open.set(key, left);
      else open.delete(key);
    };
  }

  async function stream(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (!request.headers['content-type']?.startsWith('application/json') || request.headers.accept !== 'text/event-stream')
      return reply.code(415).send({ errors: [told(new Problem('bad-input'))] });
    const gone = new AbortController();
    let release = () => {};
    try {
      const asked = await requestContext(app)(request, reply);
      countAsked(asked);
      const args = await argsOf({ ...asked, stream: { signal: gone.signal, actorNow: () => actorNow(app, request) } }, (request.body ?? {}) as RequestParams);
      release = take(asked);
      const handle = createHandler<StreamContext>({
        authenticate: () => null,
        validate: () => [],
        onSubscribe: () => args,
        onNext: (_, __, { errors, ...result }): ExecutionResult | void => {
          if (errors?.length) return { ...result, errors: errors.map(told) as unknown as GraphQLError[] } as ExecutionResult;
        },
      });
      // what is written to nobody never ends by itself
      reply.raw.once('close', () => {
        gone.abort();
        release();
      });
      // no proxy between may keep it to itself until there is more
      reply.header('x-accel-buffering', 'no').hijack();
      await handle(request, reply);
    } catch (error) {
      if (reply.sent) {
        http.log.error({ err: error }, 'a stream failed');
        return reply.raw.destroy();
      }
      const { http: answer } = ((error as Problem).extensions ?? {}) as { http?: { status?: number; headers?: Map<string, string> } };
      for (const [name, value] of answer?.headers ?? []) reply.header(name, value);
      const shown = told(error);
      return reply.code(answer?.status ?? FAULTS.get(String(shown.extensions?.['code'])) ?? 400).send({ errors: [shown] });
    } finally {
      gone.abort();
      release();
    }
  }

  http.route({ method: 'POST', url: '/graphql/stream', handler: stream });
  // whoever follows is told that it is over, and asks another server
  http.addHook('preClose', () => app.changes.close());
}
