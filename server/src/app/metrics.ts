import type { ApolloServerPlugin } from '@apollo/server';
import Fastify, { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../kernel/context.ts';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const duration = new Histogram({
  name: 'torilla_operation_seconds',
  help: 'Time to answer a GraphQL operation, by its name.',
  labelNames: ['operation'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
  registers: [registry],
});
const problems = new Counter({ name: 'torilla_problems_total', help: 'Errors answered, by code.', labelNames: ['code'], registers: [registry] });
const mails = new Counter({ name: 'torilla_mails_total', help: 'Mails, by what became of them.', labelNames: ['result'], registers: [registry] });
/** Subscriptions that are being told of changes. */
export const streamsOpen = new Gauge({ name: 'torilla_streams_open', help: 'Open subscriptions.', registers: [registry] });

/** Counts a mail that left, or that could not be sent. */
export const countMail = (result: 'sent' | 'failed'): void => mails.inc({ result });

/** Counts operations and the problems they ended with. Only the app's own names become labels, so that nobody can make up endless ones. */
export const countOperations: ApolloServerPlugin<Context> = {
  requestDidStart: async () => {
    const started = process.hrtime.bigint();
    return {
      willSendResponse: async ({ response, request, operationName }) => {
        const trusted = request.extensions?.persistedQuery !== undefined || operationName === 'PushCaptures';
        duration.observe({ operation: (trusted && operationName) || 'other' }, Number(process.hrtime.bigint() - started) / 1e9);
        if (response.body.kind === 'single')
          for (const error of response.body.singleResult.errors ?? []) problems.inc({ code: String(error.extensions?.code) });
      },
    };
  },
};

/** Prometheus' page, on a port of its own that listens on loopback only. */
export async function serveMetrics(port: number): Promise<FastifyInstance> {
  const server = Fastify();
  server.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  await server.listen({ port, host: '127.0.0.1' });
  return server;
}
