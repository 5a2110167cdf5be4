import type { FollowFeedback, UnfollowFeedback } from '@torilla/schema/notifications/notifications';
import { command } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { follow, follows, unfollow } from '../../platform/notifications/browsers.commands.ts';
import { behind } from './receipt.commands.ts';

const subject = (_: { receipt: string }, { id }: { id: string }) => ({ type: 'Feedback', id });

const idBehind = async (ctx: Context, receipt: string): Promise<string> => {
  const found = await behind(ctx, receipt);
  if (!found) throw new Problem('not-found');
  return found.id;
};

/** Whoever has the receipt is told on this browser what comes of it. @throws Problem `not-found`, `push-unavailable`, `push-unknown-service`, `too-many-requests` */
export const followFeedback = command('feedback.follow', subject, async (ctx, { receipt, ...browser }: FollowFeedback) => {
  const id = await idBehind(ctx, receipt);
  await follow(ctx, browser, { subjectId: id });
  return { id };
});

/** They are told of it no more on this browser. @throws Problem `not-found` */
export const unfollowFeedback = command('feedback.unfollow', subject, async (ctx, { receipt, endpoint }: UnfollowFeedback) => {
  const id = await idBehind(ctx, receipt);
  return { id, left: await unfollow(ctx, endpoint, { subjectId: id }) };
});

/** Whether this browser is told of what belongs to a receipt. */
export async function isFollowed(ctx: Context, { receipt, endpoint }: UnfollowFeedback): Promise<boolean> {
  const found = await behind(ctx, receipt);
  return found !== null && follows(ctx, endpoint, { subjectId: found.id });
}
