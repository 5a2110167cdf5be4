import type { WordsFate } from '@torilla/schema/residents/data';
import { sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { gone, recordsOf, stays, type Fate, type Personal } from '../../kernel/personal.ts';
import { viewsAt } from '../../platform/views/views.ts';
import { withdrawContacts } from './contact.ts';
import { eraseWords } from './erase.ts';

/** An address that somebody left without an account, or never put into it, is theirs all the same: a mailed code showed that it is. */
const BY_ADDRESS = `from feedback_contact c left join feedback f on f.contact_id = c.id
  where f.resident_id is distinct from $1::uuid and lower(c.email) = (select email from resident where id = $1)`;

const idsOf = async ({ em }: Context, text: string, residentId: string): Promise<string[]> =>
  (await sql<{ id: string }>(em, text, [residentId])).map(({ id }) => id);
const saidBy = (ctx: Context, residentId: string): Promise<string[]> => idsOf(ctx, 'select id from feedback where resident_id = $1', residentId);

/** What residents said and put into their account, and every address that is theirs. */
export const personal: Personal = {
  async export(ctx, id) {
    const rows = (text: string) => recordsOf(ctx, text, [id]);
    const said = await rows(
      `select f.id, f.receipt, ch.first_name as child, f.words, f.mood, f.language, f.channel, f.headcount, f.note, f.captured_at as "capturedAt", f.received_at as "receivedAt",
        e.title as event, p.name as place, u.name as unit, d.name as district, m.title as measure, f.contact_withdrawn_at as "contactWithdrawnAt",
        coalesce((select jsonb_agg(t.name order by t.position) from feedback_topics ft join topic t on t.key = ft.topic_key where ft.feedback_id = f.id), '[]') as topics,
        coalesce((select jsonb_agg(jsonb_build_object('words', a.words, 'answeredAt', a.answered_at) order by a.answered_at) from feedback_answer a where a.feedback_id = f.id), '[]') as answers,
        f.state, f.due_on as "dueOn", f.rating, f.masked_at as "maskedAt", f.masked_why as "maskedWhy", f.hidden_at as "hiddenAt", f.hidden_why as "hiddenWhy",
        coalesce((select jsonb_agg(jsonb_build_object('state', s.state, 'at', s.at, 'words', s.words) order by s.at) from feedback_step s where s.feedback_id = f.id), '[]') as steps,
        coalesce((select jsonb_agg(jsonb_build_object('words', r.words, 'at', r.at) order by r.at) from feedback_remark r where r.feedback_id = f.id), '[]') as remarks,
        coalesce((select jsonb_agg(jsonb_build_object('words', q.words, 'markedAt', q.marked_at, 'fit', q.fit) order by q.marked_at) from feedback_quote q where q.feedback_id = f.id), '[]') as quotes
      from feedback f left join child ch on ch.id = f.child_id left join event e on e.id = f.event_id left join place p on p.key = e.place_key left join unit u on u.key = f.unit_key
        left join district d on d.key = f.district_key left join measure m on m.id = f.measure_id
      where f.resident_id = $1 order by f.captured_at`,
    );
    const addresses = await rows(
      `select f.receipt, c.name, c.email, c.phone, c.consent, c.delete_on as "deleteOn"
      from feedback_contact c join feedback f on f.contact_id = c.id where f.resident_id = $1 order by f.captured_at`,
    );
    const others = await rows(`select c.email, c.consent, c.delete_on as "deleteOn", f.captured_at as "capturedAt" ${BY_ADDRESS}`);
    const photos = await rows(
      `select f.receipt, p.type, p.bytes, a.completed_at as "receivedAt", '/attachments/' || f.id || '/' || p.id as address
      from feedback_photo p join feedback f on f.id = p.feedback_id left join attachment a on a.id = p.id where f.resident_id = $1 order by f.captured_at, p.position`,
    );
    const sealed = await rows(
      `select i.receipt, i.revision, i.captured_at as "capturedAt", i.received_at as "receivedAt", i.state
      from inbox_item i join feedback f on f.id = i.capture_id where f.resident_id = $1 and i.sealed <> '' order by i.received_at`,
    );
    return [
      { class: 'feedback', records: said },
      { class: 'photo', records: photos },
      { class: 'feedback-contact', records: [...addresses, ...others] },
      { class: 'sealed', records: sealed },
      { class: 'view', records: await viewsAt(ctx, await saidBy(ctx, id)) },
    ];
  },
  async erase(ctx, id, words) {
    const said = await saidBy(ctx, id);
    const elsewhere = await idsOf(ctx, `select c.id ${BY_ADDRESS}`, id);
    const addresses = await idsOf(ctx, 'select c.id from feedback_contact c join feedback f on f.contact_id = c.id where f.resident_id = $1', id);
    const [sealed] = await sql<{ count: number }>(ctx.em, `select count(*)::int as count from inbox_item where capture_id = any($1::uuid[]) and sealed <> ''`, [
      said,
    ]);
    await withdrawContacts(ctx, [...said, ...elsewhere]);
    return [
      ...(await fateOfWords(ctx, said, words)),
      gone('feedback-contact', addresses.length + elsewhere.length),
      gone('sealed', sealed!.count),
      stays('view', (await viewsAt(ctx, said)).length),
    ];
  },
};

// What was said to the city about the city's affairs stays as words without a person, as its documents do, unless they want it gone. What colleagues noted
// may tell who it was, and goes either way.
async function fateOfWords(ctx: Context, said: string[], words: WordsFate): Promise<Fate[]> {
  const [photos] = await sql<{ count: number }>(ctx.em, 'select count(*)::int as count from feedback_photo where feedback_id = any($1::uuid[])', [said]);
  if (words === 'GO') await eraseWords(ctx, said);
  else {
    await sql(ctx.em, 'update feedback set resident_id = null, child_id = null, note = null where id = any($1::uuid[])', [said]);
    await sql(ctx.em, 'delete from feedback_remark where feedback_id = any($1::uuid[])', [said]);
  }
  const fate = words === 'GO' ? gone : stays;
  return [fate('feedback', said.length), fate('photo', photos!.count)];
}
