import { computed, ref, shallowRef } from 'vue';
import { ReceiptStateDocument, type ReceiptStateQuery } from '../../gql/feedback/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { problemOf, type Problem } from '../../kernel/problem.ts';

/** Where the capture behind a receipt stands: asks the city anew each time, for a kept answer would be an old one. */
export function useReceipt() {
  const client = useApollo();
  const status = shallowRef<ReceiptStateQuery['receipt'] | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const wrong = ref(false);
  const busy = ref(false);

  async function ask(typed: string): Promise<void> {
    problem.value = null;
    status.value = null;
    const { Receipt } = await import('@torilla/schema/kernel/receipt');
    const code = Receipt.safeParse(typed).data;
    wrong.value = !code;
    if (!code) return;
    busy.value = true;
    try {
      const { data } = await client.query({ query: ReceiptStateDocument, variables: { code }, fetchPolicy: 'no-cache', context: { audience: 'public' } });
      status.value = data?.receipt ?? null;
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
  }
  return { status, problem, wrong, busy, ask, state: computed(() => status.value?.state ?? null) };
}
