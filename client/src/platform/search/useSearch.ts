import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { DEFAULT_PAGE } from '@torilla/schema/kernel/page';
import { SearchAllDocument, SearchOfKindDocument, type FoundFragment, type SearchAllQuery } from '../../gql/search/graphql.ts';
import type { ReadAs } from '../../kernel/apollo.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { usePages } from '../../kernel/usePages.ts';
import { useRead } from '../../kernel/useRead.ts';

/** Something that was found. */
export type Found = FoundFragment;
/** What was found of a kind. */
export type FoundGroup = SearchAllQuery['search']['groups'][number];

/** What was found by some words: each kind with its best. It is asked in the body of the request: what somebody looks for stands in no log of addresses. */
export function useSearch(text: MaybeRefOrGetter<string>, { audience, enabled = true }: { audience: ReadAs; enabled?: MaybeRefOrGetter<boolean> }) {
  const { locale } = useLocale();
  const wanted = computed(() => toValue(enabled) && toValue(text) !== '');
  const { data, ...read } = useRead(SearchAllDocument, () => ({ text: toValue(text), language: locale.value }), { audience, enabled: wanted, inBody: true });
  const groups = computed(() => data.value?.search.groups);
  return { ...read, groups, total: computed(() => data.value?.search.totalCount ?? 0) };
}

/** All that was found of one kind. */
export function useSearchOf(text: MaybeRefOrGetter<string>, kind: MaybeRefOrGetter<string>, { audience }: { audience: ReadAs }) {
  const { locale } = useLocale();
  const { rows, ...pages } = usePages(
    SearchOfKindDocument,
    () => ({ text: toValue(text), kinds: [toValue(kind)], language: locale.value, first: DEFAULT_PAGE }),
    // each row beside its kind, which stands in the answer once
    ({ search: { nodes, groups, ...page } }) => ({ ...page, nodes: nodes.map((hit) => ({ hit, group: groups[0]! })) }),
    { audience, enabled: () => toValue(text) !== '' && toValue(kind) !== '', inBody: true },
  );
  return { ...pages, hits: computed(() => rows.value?.map(({ hit }) => hit)), group: computed(() => rows.value?.[0]?.group) };
}
