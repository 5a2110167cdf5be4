import type { CookieSerializeOptions } from '@fastify/cookie';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Services, SessionTimes } from '../kernel/services.ts';
import { type Actor, anonymous, system } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { agentOf } from '../platform/access/agent.ts';
import type { Door } from '../platform/access/provider/door.ts';
import { actorOf, bearerIn } from '../platform/access/tokens/bearer.ts';
import { openedBy, stillOpen } from '../platform/access/session.ts';
import type { ChangeFeed } from './changes.ts';
import { networkOf } from './rate-limit.ts';

/** What is made once, at start. */
export interface App {
  orm: MikroORM;
  clock: Clock;
  services: Services;
  sessionTimes: SessionTimes;
  /** The ways in through identity providers. */
  doors: readonly Door[];
  /** What the other processes tell; closed when the server stops. */
  changes: ChangeFeed;
}

/** The context of the server itself: for jobs and the seed. */
export const systemContext = ({ orm, clock, services }: App): Context => ({ em: orm.em.fork(), actor: system, clock, services, audit: [], address: '' });

/**
 * The context of one request: a unit of work of its own, and whoever the session's cookie says, or a script's token.
 * @throws Problem `token-ended`, with the status 401: a script that asked on as nobody would not learn why it sees nothing
 */
export const requestContext =
  (app: App) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const em = app.orm.em.fork();
    const common = { em, clock: app.clock, services: app.services, audit: [], address: networkOf(request.ip) };
    const bearer = bearerIn(request.headers.authorization);
    if (bearer) {
      const actor = await actorOf(em, bearer, app.clock);
      if (!actor) throw tokenEnded();
      return { ...common, actor };
    }
    // `__Host-` binds the cookie to this host over https; browsers refuse the prefix over plain http, as when trying Torilla on a LAN
    const name = cookieName(app);
    const secure = isSecure(app);
    const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
    const secret = request.cookies[name] ?? null;
    const opened = secret ? await openedBy(em, secret, app.clock, app.sessionTimes) : null;
    return {
      ...common,
      actor: opened?.actor ?? anonymous,
      session: {
        secret,
        id: opened?.sessionId ?? null,
        agent: agentOf(request.headers['user-agent']),
        set: (value) => void reply.setCookie(name, value, options),
        clear: () => void reply.clearCookie(name, options),
      },
    };
  };

const isSecure = ({ services }: App): boolean => services.publicUrl.startsWith('https:');
const cookieName = (app: App): string => (isSecure(app) ? '__Host-session' : 'session');

/** What whoever made a request may do by now, long after: null once their session or their token has ended. */
export async function actorNow(app: App, request: FastifyRequest): Promise<Actor | null> {
  const em = app.orm.em.fork();
  const bearer = bearerIn(request.headers.authorization);
  if (bearer) return actorOf(em, bearer, app.clock);
  const secret = request.cookies[cookieName(app)];
  return secret ? stillOpen(em, secret, app.clock, app.sessionTimes) : null;
}

function tokenEnded(): Problem {
  const problem = new Problem('token-ended');
  return Object.assign(problem, { extensions: { ...problem.extensions, http: { status: 401 } } });
}
