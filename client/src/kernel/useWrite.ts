import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { ref, shallowRef, type Ref } from 'vue';
import { useApollo, type ReadAs } from './apollo.ts';
import { problemOf, type Problem } from './problem.ts';
import { useBusyGuard } from './useBusyGuard.ts';

/** A write that a form offers: whether it runs, what went wrong, and the verb. */
export interface Write<T, V> {
  busy: Readonly<Ref<boolean>>;
  problem: Ref<Problem | null>;
  /** Answers null when it failed; `problem` then says why. */
  run(variables: V): Promise<T | null>;
}

export interface WriteOptions {
  audience?: ReadAs;
  /** Names of queries to ask again once the write is done. */
  refetch?: string[];
  /** Whether the answer is not even kept in memory beyond whoever asked: for what is shown once. */
  secret?: boolean;
}

/** Wraps a mutation. A second press while the first runs does nothing. */
export function useWrite<T, V extends OperationVariables>(mutation: TypedDocumentNode<T, V>, options: WriteOptions = {}): Write<T, V> {
  const client = useApollo();
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  useBusyGuard(busy);

  async function run(variables: V): Promise<T | null> {
    if (busy.value) return null;
    busy.value = true;
    problem.value = null;
    try {
      const { data } = await client.mutate<T, V>({
        mutation,
        variables,
        context: { audience: options.audience ?? 'staff' },
        ...(options.secret && { fetchPolicy: 'no-cache' }),
        ...(options.refetch && { refetchQueries: options.refetch, awaitRefetchQueries: true }),
      } as Parameters<typeof client.mutate<T, V>>[0]);
      return (data as T | undefined) ?? null;
    } catch (error) {
      problem.value = problemOf(error);
      return null;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, run };
}
