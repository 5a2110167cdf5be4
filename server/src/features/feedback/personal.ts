import { sql } from '../../kernel/command.ts';
import type { Personal } from '../../kernel/feature.ts';
import { dropContact } from './contact.commands.ts';
import { eraseWords } from './feedback.commands.ts';

/** The contact details that are theirs: of what is in their account, and whatever has the address that they proved to have. */
const CONTACTS = `feedback_contact c join feedback f on f.id = c.id
  where f.resident_id = $1 or lower(c.email) = (select email from resident where id = $1)`;

/** What residents said and put into their account, how they wished to be answered, and who looked at that. */
export const personal: Personal = {
  export: async ({ em }, id) => ({
    Feedback: await sql(
      em,
      `select f.receipt, f.words, f.mood, f.language, f.channel, f.headcount, to_json(f.captured_at) as "capturedAt", to_json(f.received_at) as "receivedAt",
         e.title as event, d.name as district, m.title as measure, u.name as unit,
         (select jsonb_agg(t.name order by t.position) from feedback_topics ft join topic t on t.key = ft.topic_key where ft.feedback_id = f.id) as topics
       from feedback f left join event e on e.id = f.event_id left join district d on d.key = f.district_key
         left join measure m on m.id = f.measure_id left join unit u on u.key = f.unit_key
       where f.resident_id = $1 order by f.captured_at desc, f.id`,
      [id],
    ),
    FeedbackPhoto: await sql(
      em,
      `select f.receipt, p.type, p.bytes, '/attachments/' || f.id || '/' || p.id as photo
       from feedback_photo p join feedback f on f.id = p.feedback_id where f.resident_id = $1 order by f.captured_at desc, p.position`,
      [id],
    ),
    FeedbackContact: await sql(
      em,
      `select f.receipt, c.name, c.email, c.phone, c.consent, c.delete_on::text as "deleteOn" from ${CONTACTS} order by f.captured_at desc`,
      [id],
    ),
    ViewLine: await sql(
      em,
      `select to_json(v.at) as at, v.by, v.data, v.reason, f.receipt from view_line v join feedback f on f.id = v.subject_id where f.resident_id = $1 order by v.id desc`,
      [id],
    ),
  }),
  erase: async (ctx, id) => {
    const { em } = ctx;
    const contacts = await sql<{ id: string }>(em, `select c.id from ${CONTACTS}`, [id]);
    for (const contact of contacts) await dropContact({ em }, contact.id);
    const photos = await sql(em, 'select from feedback_photo p join feedback f on f.id = p.feedback_id where f.resident_id = $1', [id]);
    const said = await sql<{ id: string }>(em, 'select id from feedback where resident_id = $1', [id]);
    for (const one of said) await eraseWords(ctx, one.id);
    return { FeedbackContact: contacts.length, FeedbackPhoto: photos.length, Feedback: said.length };
  },
};
