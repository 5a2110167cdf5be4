import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import { Kind } from 'graphql';
import { MAX_TOKENS, queryLimits } from '../kernel/read/index.ts';
import type { Context } from '../kernel/context.ts';
import { featureList } from './features.ts';
import { formatErrorWith } from './error-format.ts';
import { countOperations } from './metrics.ts';
import { countRootFields } from './rate-limit.ts';
import { apiSchema } from './schema.ts';
import { trustedDocuments } from './trusted-documents.ts';

/** The API over HTTP: limits before any work, problems with codes, the app's own operations by their hash. */
export async function apolloServer(log: FastifyBaseLogger, plugins: ApolloServerPlugin[] = []): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema: await apiSchema(),
    introspection: true,
    validationRules: queryLimits(),
    parseOptions: { maxTokens: MAX_TOKENS },
    persistedQueries: { cache: trustedDocuments(), ttl: null },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: formatErrorWith(log),
    plugins: [ApolloServerPluginCacheControlDisabled(), cacheHeaders, countRootFields, countOperations, ...plugins],
  });
  await server.start();
  return server;
}

// What is everybody's may be kept by browsers and asked again with its tag; all else is nobody else's. The app asks for the type everywhere.
const publicReads = new Set(['__typename', ...featureList.flatMap((feature) => feature.publicReads ?? [])]);
const cacheHeaders: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, contextValue, operation }) => {
      const roots = operation?.selectionSet.selections.map((s) => (s.kind === Kind.FIELD ? s.name.value : '')) ?? [];
      const body = response.body.kind === 'single' ? response.body.singleResult : null;
      const open =
        request.http?.method === 'GET' && contextValue.actor.kind === 'anonymous' && body && !body.errors && roots.every((name) => publicReads.has(name));
      response.http.headers.set('cache-control', open ? 'public, max-age=0, must-revalidate' : 'no-store');
      if (open) response.http.headers.set('vary', 'cookie');
    },
  }),
};
