import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { computed, onScopeDispose, onServerPrefetch, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import { useApollo, type ReadAs } from './apollo.ts';
import { problemOf, type Problem } from './problem.ts';
import { useOnline } from './useOnline.ts';

export interface ReadOptions {
  audience?: ReadAs;
  /** False holds the question back until what it needs is known, and takes an answer out of sight. */
  enabled?: MaybeRefOrGetter<boolean>;
  /** Asks in the body of the request, where no log of addresses has it. Such an answer is kept by nobody. */
  inBody?: boolean;
  /** Asks again after so many milliseconds, while the page is in sight. */
  pollMs?: number;
}

/** What a page knows of something it asked for. */
export interface Read<T, V = OperationVariables> {
  data: Readonly<Ref<T | undefined>>;
  /** Nothing to show yet, and an answer is on its way. */
  loading: Readonly<Ref<boolean>>;
  /** Why there is no fresh answer; there may still be an older one to show. */
  problem: Readonly<Ref<Problem | null>>;
  /** What is shown may be out of date: the network is away or the last answer was a problem. */
  stale: Readonly<Ref<boolean>>;
  again(): void;
  /** Fetches a further page of the same list; the cache adds it to what is shown. */
  more(variables: Partial<V>): Promise<void>;
}

/**
 * Asks, shows what the cache has at once, and follows the cache from then on. Asks again when the network returns.
 * A page that the server renders waits for the answer instead, and is not rendered without one.
 */
export function useRead<T, V extends OperationVariables>(
  document: TypedDocumentNode<T, V>,
  variables: MaybeRefOrGetter<V>,
  options: ReadOptions = {},
): Read<T, V> {
  const client = useApollo();
  const online = useOnline();
  const data = shallowRef<T>();
  const busy = shallowRef(true);
  const problem = shallowRef<Problem | null>(null);
  let stop = () => {};
  let again = () => {};
  let more: Read<T, V>['more'] = () => Promise.resolve();

  // by their text: variables that are made anew with the same values are the same question
  watch(
    [() => JSON.stringify(toValue(variables)), () => toValue(options.enabled ?? true)] as const,
    ([text, enabled], [before]) => {
      stop();
      if (text !== before || !enabled) data.value = undefined;
      busy.value = enabled;
      if (!enabled) return;
      const query = client.watchQuery<T, V>({
        query: document,
        variables: toValue(variables),
        context: { audience: options.audience ?? 'public', inBody: options.inBody },
        ...(options.pollMs && { pollInterval: options.pollMs, skipPollAttempt: () => globalThis.document.hidden }),
      } as Parameters<typeof client.watchQuery<T, V>>[0]);
      const subscription = query.subscribe((result) => {
        busy.value = result.loading;
        problem.value = result.error ? problemOf(result.error) : null;
        // a refused answer leaves the last good one in sight
        if (result.dataState === 'complete') data.value = result.data as T;
      });
      stop = () => subscription.unsubscribe();
      again = () => {
        query.refetch().catch(() => {
          /* the subscription has told it already */
        });
      };
      more = async (further) => {
        problem.value = null;
        await query.fetchMore({ variables: further }).catch((error: unknown) => {
          problem.value = problemOf(error);
        });
      };
    },
    { immediate: !import.meta.env.SSR },
  );
  onServerPrefetch(async () => {
    if (toValue(options.enabled ?? true))
      data.value = (await client.query<T>({ query: document, variables: toValue(variables), context: { inBody: options.inBody } })).data;
  });

  watch(online, (is) => {
    if (is && problem.value) again();
  });
  onScopeDispose(() => stop());
  return {
    data,
    problem,
    again: () => again(),
    more: (further) => more(further),
    loading: computed(() => busy.value && data.value === undefined),
    stale: computed(() => data.value !== undefined && (problem.value !== null || !online.value)),
  };
}
