import type { Around } from '@torilla/schema/queries/cookbook';
import { computed } from 'vue';
import {
  AdminRecipeMeasuresDocument,
  AdminRemoveQueryDocument,
  AdminSavedQueriesDocument,
  AdminSaveQueryDocument,
  type SavedQueryFactsFragment,
} from '../../../gql/queries/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** A question that somebody keeps. */
export type SavedQuery = SavedQueryFactsFragment;

/** One's own, and those that colleagues share. */
export function useSavedQueries() {
  const { data, ...read } = useRead(AdminSavedQueriesDocument, {}, { audience: 'staff' });
  return { saved: computed(() => data.value?.savedQueries), ...read };
}
const refetch = ['AdminSavedQueries'];
export const useSaveQuery = () => useWrite(AdminSaveQueryDocument, { refetch });
export const useRemoveQuery = () => useWrite(AdminRemoveQueryDocument, { refetch });

/** What the recipes' variables are made of; undefined until it is known. */
export function useAround() {
  const { data } = useRead(AdminRecipeMeasuresDocument, {}, { audience: 'staff' });
  const now = new Date();
  return computed<Around | undefined>(() => data.value && { now, measures: new Map(data.value.plan?.measures.map(({ number, id }) => [number, id])) });
}
