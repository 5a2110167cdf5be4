import type { Browser, UnsubscribeBrowser } from '@torilla/schema/notifications/notifications';
import { newId } from '@torilla/schema/kernel/id';
import { command, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { Problem } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secret.ts';
import { forgetIdleBrowsers } from './tell.ts';

const HOUR = 60 * 60_000;
/** So many browsers one account has, and one receipt; a browser follows so many things. */
const MOST_BROWSERS = 20;
const MOST_FOLLOWED = 200;

/** Of what a browser is told: what concerns an account, or something whose receipt somebody holds. */
export type Followed = { residentId: string } | { staffId: string } | { subjectId: string };
const columnOf = (of: Followed) =>
  'residentId' in of
    ? (['resident_id', of.residentId] as const)
    : 'staffId' in of
      ? (['staff_id', of.staffId] as const)
      : (['subject_id', of.subjectId] as const);

/**
 * Names a browser that is to be told. Named again it is once, with the keys and the language that it has now.
 * @throws Problem `push-unavailable` where the city tells no browsers; `push-unknown-service` for an address that is no push service's; `too-many-requests`
 */
export async function follow(ctx: Context, { endpoint, p256dh, auth, language }: Browser, of: Followed): Promise<void> {
  const { em, clock, services, address, session } = ctx;
  services.limit(`push:${address}`, 120, HOUR);
  if (!services.push) throw new Problem('push-unavailable');
  if (!services.push.accepts(endpoint)) throw new Problem('push-unknown-service');
  const now = clock.now();
  const [browser] = await sql<{ id: string }>(
    em,
    `insert into push_browser (id, endpoint_hash, endpoint, p256dh, auth, language, agent, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (endpoint_hash) do update set p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language returning id`,
    [newId(), hashOf(endpoint), endpoint, p256dh, auth, language, session?.agent ?? '', now],
  );
  const [column, id] = columnOf(of);
  const [counts] = await sql<{ browsers: number; followed: number }>(
    em,
    `select (select count(*) from push_subscription where ${column} = $1 and browser_id <> $2)::int as browsers, (select count(*) from push_subscription where browser_id = $2)::int as followed`,
    [id, browser!.id],
  );
  if (counts!.browsers >= MOST_BROWSERS || counts!.followed >= MOST_FOLLOWED) throw new Problem('too-many-requests');
  await sql(em, `insert into push_subscription (id, browser_id, ${column}, created_at) values ($1, $2, $3, $4) on conflict do nothing`, [
    newId(),
    browser!.id,
    id,
    now,
  ]);
}

/** A browser is told of it no more; of nothing any more, it is forgotten. @returns whether it is still told of something else */
export async function unfollow({ em }: Pick<Context, 'em'>, endpoint: string, of: Followed): Promise<boolean> {
  const [column, id] = columnOf(of);
  await sql(em, `delete from push_subscription s using push_browser b where b.id = s.browser_id and b.endpoint_hash = $1 and s.${column} = $2`, [
    hashOf(endpoint),
    id,
  ]);
  await forgetIdleBrowsers({ em });
  return (await sql(em, 'select from push_browser where endpoint_hash = $1', [hashOf(endpoint)])).length > 0;
}

/** Whether a browser is told of it. */
export async function follows({ em }: Pick<Context, 'em'>, endpoint: string, of: Followed): Promise<boolean> {
  const [column, id] = columnOf(of);
  const found = await sql(em, `select from push_subscription s join push_browser b on b.id = s.browser_id where b.endpoint_hash = $1 and s.${column} = $2`, [
    hashOf(endpoint),
    id,
  ]);
  return found.length > 0;
}

/** Whoever asks, as somebody with an account. */
export const account = ({ actor }: Pick<Context, 'actor'>): { residentId: string } | { staffId: string } =>
  actor.kind === 'resident' ? { residentId: actor.id! } : { staffId: actor.id! };

const none = () => ({ type: 'PushSubscription', id: null });

/** Whoever is signed in is told on this browser. @throws Problem `push-unavailable`, `push-unknown-service`, `too-many-requests` */
export const subscribeBrowser = command('notification.push.subscribe', none, async (ctx, browser: Browser) => {
  await follow(ctx, browser, account(ctx));
  return true;
});

/** This browser is told no more of what concerns the account; @returns whether it is still told of something else. */
export const unsubscribeBrowser = command('notification.push.unsubscribe', none, (ctx, { endpoint }: UnsubscribeBrowser) =>
  unfollow(ctx, endpoint, account(ctx)),
);

/** Another browser of one's own, as a phone that was lost, is told no more. @throws Problem `not-found` */
export const removeBrowser = command('notification.push.remove', none, async (ctx, { id }: { id: string }) => {
  const [column, owner] = columnOf(account(ctx));
  const gone = await sql(ctx.em, `delete from push_subscription where browser_id = $1 and ${column} = $2 returning id`, [id, owner]);
  if (!gone.length) throw new Problem('not-found');
  await forgetIdleBrowsers(ctx);
  return true;
});

/** A browser that is told of what concerns somebody's account. */
export interface OwnBrowser {
  id: string;
  agent: string;
  since: Date;
}

/** The browsers that are told of what concerns whoever asks. */
export async function ownBrowsers(ctx: Context): Promise<OwnBrowser[]> {
  const [column, owner] = columnOf(account(ctx));
  const rows = await sql<OwnBrowser>(
    ctx.em,
    `select b.id, b.agent, s.created_at as since from push_subscription s join push_browser b on b.id = s.browser_id where s.${column} = $1 order by s.created_at, b.id`,
    [owner],
  );
  return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}
