import { computed } from 'vue';
import { EraseByReceiptDocument, ReceiptHeldDocument, WithdrawContactDocument } from '../../gql/feedback/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** What is held of whoever has the receipt, and what they can do about it without an account. */
export function useReceiptHeld(code: () => string) {
  const { data, again, ...read } = useRead(ReceiptHeldDocument, () => ({ code: code() }), { audience: 'resident' });
  return {
    ...read,
    again,
    held: computed(() => data.value?.receiptHeld ?? null),
    withdrawal: useWrite(WithdrawContactDocument, { audience: 'resident', refetch: ['ReceiptHeld'] }),
    erasure: useWrite(EraseByReceiptDocument, { audience: 'resident' }),
  };
}
