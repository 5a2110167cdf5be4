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
