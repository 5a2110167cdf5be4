import { computed } from 'vue';
import { NoticeListDocument, NoticeWholeDocument } from '../../gql/notices/graphql.ts';
import type { Question } from '../../kernel/feature.ts';
import { useRead } from '../../kernel/useRead.ts';
import { isPrivacy, type Purpose } from './purpose.ts';

/** What is read without a network: what becomes of feedback. */
export const askedAhead: Question[] = [{ query: NoticeWholeDocument, variables: { purpose: 'FEEDBACK' satisfies Purpose } }];

/** The privacy notices, without their texts. */
export function useNotices() {
  const { data, ...read } = useRead(NoticeListDocument, {});
  return { notices: computed(() => data.value?.notices.filter(({ purpose }) => isPrivacy(purpose))), ...read };
}

/** One notice, whole. */
export function useNotice(purpose: () => Purpose | null) {
  const { data, ...read } = useRead(NoticeWholeDocument, () => ({ purpose: purpose() ?? 'FEEDBACK' }), { enabled: () => purpose() !== null });
  const notice = computed(() => (purpose() ? (data.value?.notice ?? null) : null));
  return { ...read, notice, missing: computed(() => !purpose() || (data.value !== undefined && !notice.value)) };
}
