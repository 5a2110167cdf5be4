import { computed } from 'vue';
import { HeldContactDocument, WithdrawContactDocument } from '../../gql/feedback/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** Whether the city holds contact details for a receipt, until when, and who looked. */
export function useHeldContact(code: () => string) {
  const { data, ...read } = useRead(HeldContactDocument, () => ({ code: code() }), { audience: 'resident' });
  return { held: computed(() => data.value?.heldContact), ...read };
}

/** Takes them back; the words stay. */
export const useWithdraw = () => useWrite(WithdrawContactDocument, { audience: 'resident', refetch: ['HeldContact'] });
