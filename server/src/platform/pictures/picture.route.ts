import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '@torilla/schema/kernel/id';
import { MAX_PICTURE_BYTES, picturePath } from '@torilla/schema/pictures/limits';
import { PutPicture } from '@torilla/schema/pictures/pictures';
import { answerProblems } from '../../kernel/answer-problems.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { assertMay } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import { putPicture } from './pictures.commands.ts';
import { openPicture } from './pictures.ts';

/** What somebody may send in ten minutes. */
const MOST = 60;
const PER_MS = 600_000;
const FOR_EVER = 'public, max-age=31536000, immutable';
const Asked = z.object({ id: Id });

/**
 * The bytes of pictures, beside GraphQL. `PUT` sends one, with what is told of it in the address; no other site can send a `PUT`. `GET` reads it: whoever may have it
 * may keep it, for a picture never changes, and one that is not public yet is kept by nobody.
 */
export function pictureRoutes(http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // one byte more than may be: the answer is then a problem with its sentence
    scope.addContentTypeParser('image/jpeg', { parseAs: 'buffer', bodyLimit: MAX_PICTURE_BYTES + 1 }, (_, body, done) => done(null, body));
    answerProblems(scope, { 'attachment-too-large': 413, 'picture-unfit': 415 });
    scope.put(
      picturePath(':id'),
      {
        bodyLimit: MAX_PICTURE_BYTES + 1,
        // who may not send has nothing read of them
        onRequest: async (request, reply) => {
          if (Number(request.headers['content-length']) > MAX_PICTURE_BYTES) throw new Problem('attachment-too-large', { most: MAX_PICTURE_BYTES });
          assertMay((await contextOf(request, reply)).actor, 'picture.put');
        },
      },
      async (request, reply) => {
        const ctx = await contextOf(request, reply);
        ctx.services.limit(`picture:${ctx.actor.id}`, MOST, PER_MS);
        const told = parse(PutPicture, { ...(request.query as object), ...(request.params as object) });
        return { id: await putPicture(ctx, { ...told, content: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) }) };
      },
    );
    scope.get(picturePath(':id'), { exposeHeadRoute: false }, async (request, reply) => {
      const { id } = parse(Asked, request.params);
      const { content, isPublic } = await openPicture(await contextOf(request, reply), id);
      return reply
        .type('image/jpeg')
        .header('cache-control', isPublic ? FOR_EVER : 'no-store')
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', `inline; filename="kuva-${id}.jpg"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content);
    });
  });
}
