import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StopSecret } from '@torilla/schema/notifications/notifications';
import { answerProblems } from '../../kernel/answer-problems.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { stopMail } from './choices.commands.ts';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

/**
 * One click in somebody's mail program ends such mail (RFC 8058): a POST to the address that the mail names. A GET of it is the app's page with one
 * button, for scanners follow links. No cookie is asked for and none is heeded: the secret in the address says it all.
 */
export function stopRoutes(http: FastifyInstance, contextOf: ContextOf): void {
  void http.register(async (scope) => {
    answerProblems(scope, { 'bad-input': 404 });
    // what stands in the body says nothing more
    scope.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], (_, body, done) => {
      body.resume();
      done(null, null);
    });
    scope.post<{ Params: { secret: string } }>('/viestit/lopeta/:secret', { logLevel: 'silent' }, async (request, reply) => {
      await stopMail(await contextOf(request, reply), { secret: parse(StopSecret, request.params.secret) });
      return { stopped: true };
    });
  });
}
