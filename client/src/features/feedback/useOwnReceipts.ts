import { useApollo } from '../../kernel/apollo.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { keepReceipt, presence } from '../../platform/residents/presence.ts';

/** Keeps the receipt of what somebody just said, who is signed in here, until their account has it. Of anybody else it keeps nothing. */
export function useOwnReceipts(): (receipt: string) => void {
  const client = useApollo();
  const { outbox } = useOutbox();
  return (receipt) => {
    if (!presence.value) return;
    keepReceipt(receipt);
    import('./own/claiming.ts').then(
      ({ startClaiming }) => startClaiming(client, outbox),
      () => undefined, // without a network it cannot be claimed anyway: the next start goes on
    );
  };
}
