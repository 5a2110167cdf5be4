import type { ViewedData, ViewReason } from '@torilla/schema/views/views';
import { sql as send } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import { raw, sql, type Sql } from '../../kernel/read/index.ts';

/** A look at somebody's data. */
export interface View {
  subject: string;
  subjectId: string;
  data: ViewedData;
  reason: ViewReason;
}

/** Writes down that the member of staff who asks looks at it, in the transaction that gives it to them. */
export async function writeView({ em, actor, clock }: Context, { subject, subjectId, data, reason }: View): Promise<void> {
  const lines = await send(
    em,
    `insert into view_line (at, staff_id, by, data, reason, subject, subject_id) select $1, id, display_name, $3, $4, $5, $6 from staff_member where id = $2 returning id`,
    [clock.now(), actor.id, data, reason, subject, subjectId],
  );
  if (lines.length !== 1) throw new Error('Only staff open personal data');
}

type Owned = (id: Sql, resident: Sql) => Sql;
const owned: Owned[] = [];

/** Declares which subjects of a noun are a resident's, so that they see who looked. */
export const ownedBy = (condition: Owned): void => void owned.push(condition);

/** Whether a line is about what is theirs. */
export const isTheirs = (subjectId: Sql, resident: Sql): Sql =>
  owned.map((condition) => condition(subjectId, resident)).reduce((all, one) => sql`${all} or ${one}`, raw('false'));
