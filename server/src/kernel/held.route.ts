import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Id } from '@torilla/schema/kernel/id';
import type { ProblemCode } from '@torilla/schema/kernel/problem';
import { answerProblems } from './answer-problems.ts';
import type { Context } from './context.ts';
import { parse } from './input.ts';
import { assertMay } from './policy.ts';
import { Problem } from './problem.ts';

/** What somebody may send in ten minutes. */
const MOST = 60;
const PER_MS = 600_000;
/** A removed one is gone from everybody's browser within a day. */
const KEPT = 'public, max-age=86400';
const Asked = z.object({ id: Id });

/** The bytes of something that staff put up. */
export interface Bytes {
  content: Buffer;
  isPublic: boolean;
  /** What it is called where it is saved. */
  name: string;
}

/** How the bytes of one kind come and go. */
export interface HeldRoutes<T> {
  pathOf: (id: string) => string;
  /** Their media type. */
  type: string;
  mostBytes: number;
  /** Who may send them. */
  verb: string;
  unfit: ProblemCode;
  /** What is told of them in the address. */
  told: z.ZodType<T>;
  put: (ctx: Context, told: T & { content: Buffer }) => Promise<string>;
  /** @throws Problem `not-found` */
  open: (ctx: Context, id: string) => Promise<Bytes>;
  /** What a browser that opens one by itself lets it do, as a content security policy. */
  policy: string;
}

/**
 * The bytes of what staff put up, beside GraphQL. `PUT` sends them, with what is told of them in the address; no other site can send a `PUT`. `GET` reads them: whoever
 * may have them may keep them for a day, for they never change, and what is not public yet is kept by nobody.
 */
export function heldRoutes<T>(
  http: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
  { pathOf, type, mostBytes, verb, unfit, told, put, open, policy }: HeldRoutes<T>,
): void {
  http.register(async (scope) => {
    // one byte more than may be: the answer is then a problem with its sentence
    const bodyLimit = mostBytes + 1;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (_, body, done) => done(null, body));
    answerProblems(scope, { 'attachment-too-large': 413, [unfit]: 415 });
    scope.put(
      pathOf(':id'),
      {
        bodyLimit,
        // who may not send has nothing read of them
        onRequest: async (request, reply) => {
          if (Number(request.headers['content-length']) > mostBytes) throw new Problem('attachment-too-large', { most: mostBytes });
          assertMay((await contextOf(request, reply)).actor, verb);
        },
      },
      async (request, reply) => {
        const ctx = await contextOf(request, reply);
        ctx.services.limit(`${verb}:${ctx.actor.id}`, MOST, PER_MS);
        const known = parse(told, { ...(request.query as object), ...(request.params as object) });
        return { id: await put(ctx, { ...known, content: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0) }) };
      },
    );
    scope.get(pathOf(':id'), { exposeHeadRoute: false }, async (request, reply) => {
      const { content, isPublic, name } = await open(await contextOf(request, reply), parse(Asked, request.params).id);
      return reply
        .type(type)
        .header('cache-control', isPublic ? KEPT : 'no-store')
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', `inline; filename="${name}"`)
        .header('content-security-policy', policy)
        .send(content);
    });
  });
}
