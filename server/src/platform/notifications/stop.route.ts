import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StopSecret } from '@torilla/schema/notifications/notifications';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { stopMail } from './choices.commands.ts';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

/**
 * One click in somebody's mail program ends such mail (RFC 8058): a POST to the address that the mail names. A GET of it is the app's page with one
 * button, for scanners follow links. No cookie is asked for and none is heeded: the secret in the address says it all.
 */
export function stopRoutes(http: FastifyInstance, contextOf: ContextOf): void {
  void http.register(async (scope) => {
    // what stands in the body says nothing more
    scope.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], (_, body, done) => {
      body.resume();
      done(null, null);
    });
    scope.post<{ Params: { secret: string } }>('/viestit/lopeta/:secret', { logLevel: 'silent' }, async (request, reply) => {
      const secret = StopSecret.safeParse(request.params.secret).data;
      if (!secret) return reply.code(404).send({ error: 'not-found' });
      try {
        await stopMail(await contextOf(request, reply), { secret });
        return await reply.code(200).send({ stopped: true });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return reply.code(error.code === 'too-many-requests' ? 429 : 404).send({ error: error.code });
      }
    });
  });
}
