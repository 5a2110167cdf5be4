import { onScopeDispose, watch } from 'vue';
import { useMe } from '../../../platform/staff/useMe.ts';
import type { FeedbackWhole } from './useFeedback.ts';
import { useMove } from './useHandling.ts';

/** Whoever has something before their eyes for so long has read it; moving along the list by keyboard has not. */
const READ_MS = 2000;

/** Tells the resident that what they said was read, once an officer has read it. */
export function useMarkRead(feedback: () => FeedbackWhole | null): void {
  const { may } = useMe();
  const { run } = useMove();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unread = () => (may(['OFFICER']) && feedback()?.state === 'RECEIVED' ? feedback()!.id : null);
  watch(
    unread,
    (id) => {
      clearTimeout(timer);
      if (id) timer = setTimeout(() => void run({ input: { ids: [id], state: 'READ' } }), READ_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
}
