import { command } from '../../kernel/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secret.ts';
import { Session } from './access.entity.ts';

/** Ends the session of this browser. */
export const signOut = command(
  'access.sign-out',
  () => ({ type: 'Session', id: null }),
  async (ctx, _: null) => {
    if (ctx.session?.secret) await ctx.em.nativeDelete(Session, { hash: hashOf(ctx.session.secret) });
    ctx.session?.clear();
    return true;
  },
);

/** Ends all of one's own sessions but the one that asks, and gives how many those were. */
export const endOtherSessions = command(
  'access.session.end-others',
  () => ({ type: 'Session', id: null }),
  ({ em, actor, session }, _: null) =>
    em.nativeDelete(Session, {
      ...(session?.id && { id: { $ne: session.id } }),
      ...(actor.kind === 'resident' ? { resident: actor.id } : { staff: actor.id }),
    }),
);

/** Ends another of one's own sessions. @throws Problem `not-found` for one that is over or somebody else's */
export const endSession = command(
  'access.session.end',
  ({ id }: { id: string }) => ({ type: 'Session', id }),
  async ({ em, actor }, { id }) => {
    const ended = await em.nativeDelete(Session, { id, ...(actor.kind === 'resident' ? { resident: actor.id } : { staff: actor.id }) });
    if (!ended) throw new Problem('not-found');
    return id;
  },
);
