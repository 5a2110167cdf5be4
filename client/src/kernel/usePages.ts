import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue';
import { useGradually } from './useGradually.ts';
import { useRead, type ReadOptions } from './useRead.ts';

/** A page of a list as every connection of the API has it. */
interface Connection<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** Reads a list page by page: what has come so far and is drawn, how many there are in all, and the verb that fetches more. */
export function usePages<T, V extends OperationVariables & { after?: string | null }, Node>(
  document: TypedDocumentNode<T, V>,
  variables: MaybeRefOrGetter<V>,
  connectionOf: (answer: T) => Connection<Node>,
  options: ReadOptions = {},
) {
  const { data, more: fetchMore, ...read } = useRead(document, variables, { audience: 'staff', ...options });
  const page = computed(() => data.value && connectionOf(data.value));
  const fetching = ref(false);
  async function more(): Promise<void> {
    const { hasNextPage, endCursor } = page.value?.pageInfo ?? {};
    if (!hasNextPage || fetching.value) return;
    fetching.value = true;
    await fetchMore({ ...toValue(variables), after: endCursor });
    // the cache tells its readers a moment later; until then the page before would be asked again
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    fetching.value = false;
  }
  return {
    ...read,
    more,
    fetching,
    rows: useGradually(() => page.value?.nodes),
    total: computed(() => page.value?.totalCount ?? 0),
    hasMore: computed(() => page.value?.pageInfo.hasNextPage ?? false),
  };
}
