import { onScopeDispose, ref, shallowRef } from 'vue';
import { problemFrom, problemOf, type Problem } from '../../../kernel/problem.ts';
import { usePick, type AnyLocalized } from '../../../kernel/useLocale.ts';
import { tablesOf, type ResultTable } from './resultTable.ts';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { extensions?: unknown }[];
}

/** Runs a question as whoever is signed in, as GraphiQL would, and tells the answer as tables. Nothing of it is kept. */
export function useRunQuery() {
  const { pick } = usePick();
  const busy = ref(false);
  const tables = shallowRef<ResultTable[] | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const abort = new AbortController();
  onScopeDispose(() => abort.abort());

  async function run(query: string, variables: object): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
        body: JSON.stringify({ query, variables }),
        signal: abort.signal,
      });
      const { data, errors } = (await response.json()) as Answer;
      if (errors?.length) problem.value = problemFrom(errors[0]!.extensions);
      tables.value = data && !errors?.length ? tablesOf(data, (text) => pick(text as AnyLocalized)) : null;
    } catch (error) {
      if (!abort.signal.aborted) problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
  }
  return { busy, tables, problem, run, close: () => (tables.value = problem.value = null) };
}
