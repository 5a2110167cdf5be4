import type { CookieSerializeOptions } from '@fastify/cookie';
import type { SignInRefusal } from '@torilla/schema/access/refusal';
import { locales } from '@torilla/schema/kernel/locale';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../../kernel/context.ts';
import { Problem } from '../../../kernel/problem.ts';
import { newSecret } from '../../../kernel/secret.ts';
import type { Door } from './door.ts';
import { keepPending, takePending } from './pending.commands.ts';
import { SignInRefused } from './refusal.ts';

const COOKIE_SECONDS = 600;

/**
 * The two addresses of a door: one that sends the browser to the provider, and one to which the provider sends it back. Whatever goes wrong leads to the page
 * that says what to do; the log has the name of the check, and nothing of the person.
 */
export function doorRoutes(
  http: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
  { audience, provider, path, refusals, enter }: Door,
): void {
  type Query = Record<string, unknown>;

  async function leave(ctx: Context, { to, kieli }: Query, reply: FastifyReply): Promise<string> {
    const { address, ...remembered } = await provider.begin(redirectUriOf(ctx));
    const browser = newSecret();
    const locale = locales.find((one) => one === kieli) ?? locales[0];
    await keepPending(ctx, { ...remembered, audience, browser, locale, returnTo: to });
    const { name, options } = cookieFor(ctx, remembered.state);
    reply.setCookie(name, browser, { ...options, maxAge: COOKIE_SECONDS });
    return address.href;
  }

  async function comeBack(ctx: Context, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { state } = request.query as Query;
    if (typeof state !== 'string' || !state) throw new SignInRefused('start-again', 'no-state');
    const { name, options } = cookieFor(ctx, state);
    const browser = request.cookies[name];
    if (!browser) throw new SignInRefused('start-again', 'no-cookie');
    reply.clearCookie(name, options);
    const pending = await takePending(ctx, { state, browser, audience });
    if (!pending) throw new SignInRefused('start-again', 'not-pending');
    const answer = new URL(redirectUriOf(ctx));
    answer.search = new URL(request.url, answer).search;
    const entered = await enter(ctx, await provider.finish(answer, pending), pending);
    if ('refused' in entered) throw new SignInRefused(entered.refused);
    return pending.returnTo ?? entered.start;
  }

  const answering =
    (work: (ctx: Context, request: FastifyRequest, reply: FastifyReply) => Promise<string>) => async (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store');
      try {
        return await reply.redirect(await work(await contextOf(request, reply), request, reply));
      } catch (error) {
        const code = refusalOf(error);
        if (error instanceof SignInRefused) request.log.warn({ code, check: error.check }, 'a sign-in through the provider was refused');
        else if (code === 'internal') request.log.error({ err: error }, 'a sign-in through the provider failed');
        return reply.redirect(`${refusals}?virhe=${code}`);
      }
    };

  http.get(
    path,
    answering((ctx, request, reply) => leave(ctx, request.query as Query, reply)),
  );
  http.get(`${path}/paluu`, answering(comeBack));

  const redirectUriOf = ({ services }: Context): string => `${services.publicUrl}${path}/paluu`;
}

// one for each sign-in under way, so that two tabs do not take each other's
function cookieFor({ services }: Context, state: string): { name: string; options: CookieSerializeOptions } {
  const secure = services.publicUrl.startsWith('https:');
  const name = `${secure ? '__Host-' : ''}pending-${state.replace(/\W/g, '').slice(0, 12)}`;
  return { name, options: { path: '/', httpOnly: true, sameSite: 'lax', secure } };
}

function refusalOf(error: unknown): SignInRefusal {
  if (error instanceof SignInRefused) return error.code;
  return error instanceof Problem && error.code === 'too-many-requests' ? 'too-many-requests' : 'internal';
}
