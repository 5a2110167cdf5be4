import { sql } from '../../kernel/command.ts';
import { gone, recordsOf, type Personal } from '../../kernel/personal.ts';
import { forgetIdleBrowsers } from './tell.ts';

/** What residents were told, and how they wished to be. A browser's address at its push service is no fact for a copy: whoever has it could be taken for the city. */
export const personal: Personal = {
  async export(ctx, id) {
    const told = await recordsOf(
      ctx,
      `select n.kind, n.created_at as "createdAt", n.read_at as "readAt",
        coalesce((select jsonb_agg(distinct d.channel) from delivery d where d.notification_id = n.id and d.result = 'SENT'), '[]') as "sentBy"
      from notification n where n.resident_id = $1 order by n.created_at, n.id`,
      [id],
    );
    const wishes = await recordsOf(ctx, 'select kind, channel, wanted from notification_choice where resident_id = $1 order by kind, channel', [id]);
    const rhythm = await recordsOf(ctx, 'select rhythm from mail_digest where resident_id = $1', [id]);
    const browsers = await recordsOf(
      ctx,
      `select b.agent, b.language as locale, s.created_at as "createdAt" from push_subscription s join push_browser b on b.id = s.browser_id where s.resident_id = $1 order by s.created_at`,
      [id],
    );
    return [
      { class: 'notification', records: told },
      { class: 'notification-wish', records: [...wishes, ...rhythm] },
      { class: 'push-browser', records: browsers },
    ];
  },
  async erase(ctx, id) {
    const count = async (table: string) => (await sql(ctx.em, `delete from ${table} where resident_id = $1 returning id`, [id])).length;
    const fates = [
      gone('notification', await count('notification')),
      gone('notification-wish', (await count('notification_choice')) + (await count('mail_digest'))),
      gone('push-browser', await count('push_subscription')),
    ];
    await forgetIdleBrowsers(ctx);
    return fates;
  },
};
