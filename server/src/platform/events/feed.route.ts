import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { eventKinds } from '@torilla/schema/events/events';
import { Id } from '@torilla/schema/kernel/id';
import { locales } from '@torilla/schema/kernel/locale';
import { answerProblems } from '../../kernel/answer-problems.ts';
import type { Context } from '../../kernel/context.ts';
import { parse } from '../../kernel/input.ts';
import { calendarOf } from './feed.ts';

const MINUTE = 60_000;

/** Which events a feed has: all, those of a kind, those that serve a measure, or one. */
const Asked = z.object({
  kind: z.enum(eventKinds).optional(),
  measure: z.coerce.number().int().min(1).max(15).optional(),
  id: Id.optional(),
  lang: z.enum(locales).default('fi'),
});

/** `GET /tapahtumat.ics`: the calendar for people's own calendars. Anybody's, and the same for everybody. */
export function feedRoutes(http: FastifyInstance, contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): void {
  http.register(async (scope) => {
    answerProblems(scope);
    scope.get('/tapahtumat.ics', async (request, reply) => {
      const ctx = await contextOf(request, reply);
      ctx.services.limit(`feed:${ctx.address}`, 120, MINUTE);
      const text = await calendarOf(ctx, parse(Asked, request.query));
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'public, max-age=0, must-revalidate')
        .header('content-disposition', 'inline; filename="tapahtumat.ics"')
        .send(text);
    });
  });
}
