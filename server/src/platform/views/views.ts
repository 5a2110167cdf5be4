import type { LocalizedText } from '@torilla/schema/kernel/localized';
import type { GivenReason, ViewedData, ViewReason } from '@torilla/schema/views/views';
import { sql as send } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { raw, sql, type Sql } from '../../kernel/read/index.ts';

/** A look at somebody's data. */
export interface View extends GivenReason {
  subject: string;
  subjectId: string;
  data: ViewedData;
  /** The unit for which they work with it, where that is not the whole city. */
  unit?: string | null;
}

/** Writes down that the member of staff who asks looks at it, in the transaction that gives it to them. */
export async function writeView({ em, actor, clock }: Context, { subject, subjectId, data, reason, words, unit }: View): Promise<void> {
  const lines = await send(
    em,
    `insert into view_line (at, staff_id, by, unit_key, data, reason, words, subject, subject_id)
    select $1, id, display_name, $3, $4, $5, $6, $7, $8 from staff_member where id = $2 returning id`,
    [clock.now(), actor.id, unit ?? null, data, reason, reason === 'OTHER' ? words : null, subject, subjectId],
  );
  if (lines.length !== 1) throw new Error('Only staff open personal data');
}

/** How long one look at a list counts as the same: whoever holds an event looks at it many times. */
const SAME_LOOK = '12 hours';

/** Writes down that the member of staff who asks looks at the data of many at once; of each once in half a day. */
export async function writeViews(
  { em, actor, clock }: Context,
  { subject, subjectIds, data, reason, words }: Omit<View, 'subjectId' | 'unit'> & { subjectIds: readonly string[] },
): Promise<void> {
  await send(
    em,
    `insert into view_line (at, staff_id, by, data, reason, words, subject, subject_id)
    select $1, s.id, s.display_name, $3, $4, $8, $5, looked.id from staff_member s, unnest($6::uuid[]) as looked (id)
    where s.id = $2 and not exists (select from view_line v where v.subject_id = looked.id and v.staff_id = s.id and v.data = $3 and v.at > $1::timestamptz - $7::interval)`,
    [clock.now(), actor.id, data, reason, subject, subjectIds, SAME_LOOK, reason === 'OTHER' ? words : null],
  );
}

/** Who looked, as the person is told whose data it is. */
export interface SeenView {
  /** ISO 8601. */
  at: string;
  by: string;
  unit: LocalizedText | null;
  data: ViewedData;
  reason: ViewReason;
  words: string | null;
}

/** Who looked at things, the newest first. A message has the id of the capture that it came in, so looks at either are looks at both. */
export const viewsAt = ({ em }: Pick<Context, 'em'>, ids: readonly string[]): Promise<SeenView[]> =>
  send<SeenView>(
    em,
    `select to_json(v.at) as at, v.by, u.name as unit, v.data, v.reason, v.words from view_line v left join unit u on u.key = v.unit_key
    where v.subject_id = any($1::uuid[]) order by v.id desc`,
    [ids],
  );

type Owned = (id: Sql, resident: Sql) => Sql;
const owned: Owned[] = [];

/** Declares which subjects of a noun are a resident's, so that they see who looked. */
export const ownedBy = (condition: Owned): void => void owned.push(condition);

/** Whether a line is about what is theirs. */
export const isTheirs = (subjectId: Sql, resident: Sql): Sql =>
  owned.map((condition) => condition(subjectId, resident)).reduce((all, one) => sql`${all} or ${one}`, raw('false'));
