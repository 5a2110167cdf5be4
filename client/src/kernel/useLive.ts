import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { useApollo } from './apollo.ts';
import { problemOf, type Problem } from './problem.ts';
import { useNow } from './useNow.ts';

/** The server tells at least every quarter of a minute: after this long the stream is not what it seems. */
const SILENCE_MS = 40_000;
/** A proxy that keeps everything to itself is not waited for. */
const FIRST_MS = 5000;
const ASK_MS = 15_000;
/** So long it is asked before the stream is tried again. */
const AGAIN_MS = 60_000;
const REFUSED: ReadonlySet<Problem['code']> = new Set(['unauthenticated', 'forbidden', 'not-found']);

/** What is followed as it changes. */
export interface Live<T> {
  data: Readonly<Ref<T | undefined>>;
  /** Why nothing is told; there may be older figures to show. */
  problem: Readonly<Ref<Problem | null>>;
  /** Whether it comes by itself, or is asked for now and then. */
  how: Readonly<Ref<'live' | 'asked'>>;
  /** Whether what is shown is older than it should be. */
  stale: Readonly<Ref<boolean>>;
}

/**
 * Follows a subscription of staff while the page is in sight. Where a stream is not to be had, it asks every quarter of a minute instead, and tries
 * the stream anew after a while. What opens it is fetched when it is first needed.
 */
export function useLive<T, V extends OperationVariables>(
  { subscription, query }: { subscription: TypedDocumentNode<T, V>; query: TypedDocumentNode<T, V> },
  variables: () => V,
): Live<T> {
  const client = useApollo();
  const data = shallowRef<T>();
  const problem = shallowRef<Problem | null>(null);
  const how = ref<'live' | 'asked'>('asked');
  const heardAt = ref(0);
  const now = useNow(5000);
  /** Raised whenever it begins anew: what an earlier beginning still hears is not for this one. */
  let round = 0;
  let close = () => {};
  let timers: ReturnType<typeof setTimeout>[] = [];

  function stop(): void {
    round++;
    close();
    close = () => {};
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  }
  const later = (ms: number, act: () => void) => void timers.push(setTimeout(act, ms));

  function heard(answer: T): void {
    data.value = answer;
    problem.value = null;
    heardAt.value = Date.now();
  }
  function failed(why: Problem): void {
    problem.value = why;
    // whoever may not see them any more does not
    if (REFUSED.has(why.code)) data.value = undefined;
  }

  async function listen(): Promise<void> {
    stop();
    const mine = round;
    const silent = () => {
      if (mine === round) ask();
    };
    later(FIRST_MS, silent);
    try {
      const { openStream } = await import('./stream.ts');
      if (mine !== round) return;
      close = openStream(subscription, variables(), {
        next: (answer) => {
          if (mine !== round) return;
          for (const timer of timers) clearTimeout(timer);
          timers = [];
          how.value = 'live';
          heard(answer);
          later(SILENCE_MS, silent);
        },
        end: (why) => {
          if (mine !== round) return;
          if (why && REFUSED.has(why.code)) {
            stop();
            failed(why);
          } else ask();
        },
      });
    } catch {
      silent();
    }
  }

  function ask(): void {
    stop();
    const mine = round;
    how.value = 'asked';
    later(AGAIN_MS, () => void listen());
    const once = async () => {
      try {
        const answer = await client.query<T, V>({ query, variables: variables(), fetchPolicy: 'network-only', context: { audience: 'staff' } } as Parameters<
          typeof client.query<T, V>
        >[0]);
        if (mine === round) heard(answer.data as T);
      } catch (error) {
        if (mine === round) failed(problemOf(error));
      }
      if (mine === round) later(ASK_MS, () => void once());
    };
    void once();
  }

  const seen = () => (document.hidden ? stop() : void listen());
  document.addEventListener('visibilitychange', seen);
  watch(
    () => JSON.stringify(variables()),
    () => {
      data.value = undefined;
      void listen();
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', seen);
    stop();
  });
  return { data, problem, how, stale: computed(() => data.value !== undefined && now.value - heardAt.value > SILENCE_MS) };
}
