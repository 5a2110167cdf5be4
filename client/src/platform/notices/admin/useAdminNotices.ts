import { computed } from 'vue';
import { AdminNoticeDocument, AdminNoticesDocument, AdminPublishNoticeDocument, type NoticeTextFragment } from '../../../gql/notices/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import type { Purpose } from '../purpose.ts';

/** A notice as it was published once. */
export type Version = NoticeTextFragment;

/** Which notices there are, and since when. */
export function useAdminNotices() {
  const { data, ...read } = useRead(AdminNoticesDocument, {}, { audience: 'staff' });
  return { ...read, notices: computed(() => data.value?.notices) };
}

/** All that a notice ever said, the newest first; none while the city has published none. */
export function useVersions(purpose: () => Purpose | null) {
  const { data, ...read } = useRead(AdminNoticeDocument, () => ({ purpose: purpose() ?? 'FEEDBACK' }), {
    audience: 'staff',
    enabled: () => purpose() !== null,
  });
  return { ...read, versions: computed(() => data.value && (data.value.notice?.versions ?? [])) };
}

export const usePublish = () => useWrite(AdminPublishNoticeDocument, { refetch: ['AdminNotices', 'AdminNotice'] });
