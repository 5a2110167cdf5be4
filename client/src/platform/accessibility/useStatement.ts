import { computed } from 'vue';
import { AccessibilityDocument, ReportBarrierDocument, type AccessibilityQuery } from '../../gql/accessibility/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** What the last run of tests found. */
export type Assessment = NonNullable<AccessibilityQuery['accessibilityAssessment']>;
export type Supervisor = NonNullable<AccessibilityQuery['supervisor']>;

/** What is known of how accessible the service is, and who supervises it. */
export function useStatement() {
  const { data, ...read } = useRead(AccessibilityDocument, {});
  return {
    ...read,
    known: computed(() => data.value !== undefined),
    assessment: computed(() => data.value?.accessibilityAssessment ?? null),
    supervisor: computed(() => data.value?.supervisor ?? null),
  };
}

/** Tells of a barrier; nobody's session goes along. */
export const useReport = () => useWrite(ReportBarrierDocument, { audience: 'public' });
