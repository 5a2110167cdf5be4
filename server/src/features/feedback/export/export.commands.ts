import type { GivenReason } from '@torilla/schema/views/views';
import { command, transaction } from '../../../kernel/command.ts';
import type { Context } from '../../../kernel/context.ts';
import { ask } from '../../../kernel/read/index.ts';
import { writeViews } from '../../../platform/views/views.ts';
import type { FeedbackFilter } from '../feedback.filter.ts';
import { withContact } from './export.statement.ts';

const all = () => ({ type: 'Feedback', id: null });

/** Writes down that somebody takes a copy of feedback along. */
const noteExport = command('feedback.export', all, async () => undefined);

interface Contacts {
  filter: FeedbackFilter;
  why: GivenReason;
}

/** Opens the addresses of all who left one, and writes down for each who did and why, as when one of them is opened. @returns whose they are */
const openContacts = command('feedback.export.contact', all, async (ctx, { filter, why }: Contacts): Promise<string[]> => {
  const ids = (await ask<{ id: string }>(ctx, withContact(ctx, filter))).map(({ id }) => id);
  await writeViews(ctx, { ...why, subject: 'Feedback', subjectIds: ids, data: 'CONTACT' });
  return ids;
});

/**
 * Everything that must be written down before the first byte leaves.
 * @returns whose addresses may be in it; null for none
 */
export const beginExport = (ctx: Context, filter: FeedbackFilter, why: GivenReason | null): Promise<string[] | null> =>
  transaction(ctx, async (within) => {
    await noteExport(within, undefined);
    return why && openContacts(within, { filter, why });
  });
