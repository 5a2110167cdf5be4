import { computed } from 'vue';
import { AdminRetentionDocument, AdminRetentionRunsDocument, type AdminRetentionQuery } from '../../../gql/retention/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';

/** A rule, and what it holds. */
export type Rule = AdminRetentionQuery['retention']['rules'][number];

/** The rules of retention: what each holds and what goes next. */
export function useRetention() {
  const { data, ...read } = useRead(AdminRetentionDocument, {}, { audience: 'staff' });
  return { ...read, rules: computed(() => data.value?.retention.rules), nextRunAt: computed(() => data.value?.retention.nextRunAt) };
}

/** What went in the nights before, the last first. */
export const useRuns = () => usePages(AdminRetentionRunsDocument, { first: 14 }, (answer) => answer.retentionRuns);
