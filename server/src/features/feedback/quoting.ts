import { personalPartsOf } from '@torilla/schema/kernel/personalData';
import { sql } from '../../kernel/command.ts';
import type { EventQuote, Quoting } from '../../kernel/occasion.ts';

/** Words of an event that somebody found fit for the public: as long as they stand in what was said, and that is not hidden, and nothing in them tells who it was. */
export const quoting: Quoting = async ({ em }, eventId, ids) => {
  const rows = await sql<EventQuote>(
    em,
    `select q.id, q.words, f.language from feedback_quote q join feedback f on f.id = q.feedback_id
    where f.event_id = $1 and ($2::uuid[] is null or q.id = any($2)) and q.fit and f.hidden_at is null and strpos(f.words, q.words) > 0
    order by q.marked_at, q.id limit 100`,
    [eventId, ids ?? null],
  );
  return rows.filter(({ words }) => personalPartsOf(words).length === 0);
};
