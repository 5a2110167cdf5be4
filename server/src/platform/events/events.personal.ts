import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { gone, recordsOf, stays, type Personal } from '../../kernel/personal.ts';
import { forgetSubjects } from '../notifications/tell.ts';
import { viewsAt } from '../views/views.ts';
import { fillPlaces, forget, lockEvent } from './guests.ts';
import { Registration } from './registration.entity.ts';

/** In their account, or made without one by an address that a mailed code showed to be theirs. */
const THEIRS = `(r.resident_id = $1::uuid or lower(r.email) = (select email from resident where id = $1))`;

const idsOf = async ({ em }: Context, residentId: string): Promise<string[]> =>
  (await sql<{ id: string }>(em, `select r.id from registration r where ${THEIRS} order by r.registered_at, r.id`, [residentId])).map(({ id }) => id);

/** What residents registered for, and what they were told of it. */
export const personal: Personal = {
  async export(ctx, id) {
    const records = await recordsOf(
      ctx,
      `select e.title as event, e.starts_at as "startsAt", p.name as place, r.name, r.email, r.phone, r.party_size as "partySize", r.needs, r.language as locale, r.state, r.code as receipt,
        r.registered_at as "registeredAt", r.checked_in_at as "checkedInAt",
        coalesce((select jsonb_agg(d.last_at order by d.last_at) from delivery d join notification n on n.id = d.notification_id where n.subject_id = r.id and d.channel = 'MAIL' and d.result = 'SENT'), '[]') as "noticesSentAt"
      from registration r join event e on e.id = r.event_id join place p on p.key = e.place_key where ${THEIRS} order by r.registered_at, r.id`,
      [id],
    );
    return [
      { class: 'registration', records },
      { class: 'view', records: await viewsAt(ctx, await idsOf(ctx, id)) },
    ];
  },
  async erase(ctx, id) {
    const ids = await idsOf(ctx, id);
    const views = await viewsAt(ctx, ids);
    // their places go to those who wait, event by event
    for (const registration of await ctx.em.find(Registration, { id: { $in: ids } }, { orderBy: { event: 'asc' } })) {
      const event = await lockEvent(ctx, registration.event.id);
      await ctx.em.refresh(registration);
      if (registration.state === 'ATTENDING' || registration.state === 'WAITLIST') forget(event, registration);
      await fillPlaces(ctx, event);
      await ctx.em.flush();
    }
    await sql(ctx.em, 'delete from registration where id = any($1::uuid[])', [ids]);
    await forgetSubjects(ctx, ids);
    return [gone('registration', ids.length), stays('view', views.length)];
  },
};
