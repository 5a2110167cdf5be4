import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '@torilla/schema/kernel/id';
import { answerProblems } from '../../kernel/answer-problems.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { openPhoto } from './photo.ts';

const Asked = z.object({ captureId: Id, photoId: Id });

/** `GET` of a photo for whoever sees the words that it belongs to, beside the routes by which devices send its sealed bytes. Kept by nobody on the way. */
export function photoRoutes(http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void {
  http.register(async (scope) => {
    answerProblems(scope, { 'attachment-mismatch': 422 });
    scope.get('/attachments/:captureId/:photoId', { exposeHeadRoute: false }, async (request, reply) => {
      const { type, content } = await openPhoto(await contextOf(request, reply), parse(Asked, request.params));
      return reply
        .type(type)
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', 'inline')
        .send(content);
    });
  });
}
