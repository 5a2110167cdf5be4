import { comparePlans } from '@torilla/schema/plan/compare';
import { computed } from 'vue';
import { PlanVersionDocument, PlanVersionsDocument, type PlanVersionQuery, type VersionHeadFragment } from '../../../gql/plan/versions/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';

/** A version of the plan: its name, its years, and how it was adopted. */
export type VersionHead = VersionHeadFragment;
export type Version = NonNullable<PlanVersionQuery['planVersion']>;

/** Every version that was adopted, the newest first. */
export function useVersions() {
  const { data, ...read } = useRead(PlanVersionsDocument, {});
  return { ...read, versions: computed(() => data.value?.planVersions) };
}

/** One version, whole. */
export function useVersion(id: () => string) {
  const { data, ...read } = useRead(PlanVersionDocument, () => ({ id: id() }));
  return { ...read, version: computed(() => data.value && (data.value.planVersion ?? null)) };
}

/** What changed from one version to another. */
export function useComparison(before: () => string, after: () => string) {
  const [old, now] = [useVersion(before), useVersion(after)];
  return {
    before: old.version,
    after: now.version,
    changes: computed(() => (old.version.value && now.version.value ? comparePlans(old.version.value.measures, now.version.value.measures) : null)),
    loading: computed(() => old.loading.value || now.loading.value),
    problem: computed(() => old.problem.value ?? now.problem.value),
    missing: computed(() => old.version.value === null || now.version.value === null),
    stale: computed(() => old.stale.value || now.stale.value),
    again: () => {
      old.again();
      now.again();
    },
  };
}
