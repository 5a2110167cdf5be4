import type { CookieSerializeOptions } from '@fastify/cookie';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Services } from '../kernel/services.ts';
import { system } from '../kernel/actor.ts';
import { actorOf } from '../platform/staff/session.ts';

/** What is made once, at start. */
export interface App {
  orm: MikroORM;
  clock: Clock;
  services: Services;
}

/** The context of the server itself: for jobs and the seed. */
export const systemContext = ({ orm, clock, services }: App): Context => ({ em: orm.em.fork(), actor: system, clock, services, audit: [], address: '' });

/** The context of one request: a unit of work of its own, and whoever the session's cookie says. */
export const requestContext =
  (app: App) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const em = app.orm.em.fork();
    // `__Host-` binds the cookie to this host over https; browsers refuse the prefix over plain http, as when trying Torilla on a LAN
    const secure = app.services.publicUrl.startsWith('https:');
    const name = secure ? '__Host-session' : 'session';
    const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
    const secret = request.cookies[name] ?? null;
    return {
      em,
      clock: app.clock,
      services: app.services,
      audit: [],
      address: request.ip,
      actor: await actorOf(em, secret, app.clock),
      session: {
        secret,
        set: (value) => void reply.setCookie(name, value, options),
        clear: () => void reply.clearCookie(name, options),
      },
    };
  };
