import { computed, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import {
  AdminFeedbackOfficersDocument,
  AdminFeedbackQueuesDocument,
  AdminMoveFeedbackDocument,
  AdminRemarkOnFeedbackDocument,
  AdminSortFeedbackDocument,
  type SortFeedbackChangeInput,
} from '../../../gql/feedback/admin/graphql.ts';
import { toast } from '../../../kernel/announcer.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import type { FeedbackRow } from './useFeedback.ts';

/** What becomes of pieces of feedback that are sorted together. */
export type Change = Omit<SortFeedbackChangeInput, 'id'>;

const lists = ['AdminFeedbackPage', 'AdminFeedbackQueues', 'AdminMatters', 'AdminMatter', 'AdminAlikeFeedback'];

/** How much waits in each of an officer's queues, asked again while in sight. */
export function useQueues() {
  const { data } = useRead(AdminFeedbackQueuesDocument, {}, { audience: 'staff', pollMs: 30_000 });
  return computed(
    () =>
      data.value && {
        uudet: data.value.new,
        omat: data.value.mine,
        mainittu: data.value.mentioned,
        yksikko: data.value.unit,
        myohassa: data.value.late,
        odottaa: data.value.waiting,
      },
  );
}

/** Who may take care of a piece of feedback, by name. */
export function useOfficers(enabled: MaybeRefOrGetter<boolean> = true) {
  const { data } = useRead(AdminFeedbackOfficersDocument, {}, { audience: 'staff', enabled });
  return computed(() =>
    (data.value?.staff ?? [])
      .filter(({ roles }) => roles.some((role) => role === 'OFFICER' || role === 'ADMINISTRATOR'))
      .map(({ id, displayName }) => ({ value: id, label: displayName })),
  );
}

/** What a piece is now, of all that a change touches: sent, it takes the change back. */
function formerOf(row: FeedbackRow, change: Change): SortFeedbackChangeInput {
  const now: Required<Change> = {
    unit: row.unit?.key ?? null,
    assigneeId: row.assignee?.id ?? null,
    measureId: row.measure?.id ?? null,
    matterId: row.matter?.id ?? null,
    topics: row.topics.map(({ key }) => key),
    priority: row.priority,
    dueOn: row.dueOn ?? null,
  };
  const touched = Object.keys(change) as (keyof Change)[];
  return { id: row.id, ...Object.fromEntries(touched.map((key) => [key, now[key]])) };
}

/** Sorts one piece or several at once, and offers to take it back. */
export function useSort() {
  const { t } = useI18n();
  const { busy, problem, run } = useWrite(AdminSortFeedbackDocument, { refetch: lists });

  /** @returns whether it is done */
  async function sort(rows: readonly FeedbackRow[], change: Change): Promise<boolean> {
    const former = rows.map((row) => formerOf(row, change));
    const done = await run({ input: { changes: rows.map(({ id }) => ({ id, ...change })) } });
    if (!done) return false;
    const undo = async () => {
      const undone = await run({ input: { changes: former } });
      if (undone) toast(t('admin.feedback.sort.undone'));
      else toast(t(`kernel.problem.${problem.value?.code ?? 'internal'}`), { tone: 'brick' });
    };
    const told = change.matterId ? 'admin.feedback.matter.joined' : 'admin.feedback.sort.done';
    toast(t(told, { n: rows.length }, rows.length), { action: { label: t('admin.feedback.sort.undo'), run: () => void undo() } });
    return true;
  }
  return { busy, problem, sort };
}

/** Tells residents how far the city is. */
export const useMove = () => useWrite(AdminMoveFeedbackDocument, { refetch: lists });

/** Writes notes for colleagues. */
export const useRemark = () => useWrite(AdminRemarkOnFeedbackDocument);
