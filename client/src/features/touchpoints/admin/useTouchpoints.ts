import { computed, type Ref } from 'vue';
import {
  AdminCloseTouchpointDocument,
  AdminHeldTapWordsDocument,
  AdminJudgeTapWordsDocument,
  AdminRemoveServiceDeedDocument,
  AdminReopenTouchpointDocument,
  AdminSaveServiceDeedDocument,
  AdminSaveTouchpointDocument,
  AdminServiceDeedsDocument,
  AdminTouchpointTrendsDocument,
  AdminTouchpointWordsDocument,
  AdminTouchpointsDocument,
  type DeedListedFragment,
  type TapWordsState,
  type TouchpointListedFragment,
  type WordsListedFragment,
} from '../../../gql/touchpoints/admin/graphql.ts';
import { usePages } from '../../../kernel/usePages.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import type { TrendBy } from '../useTrends.ts';

export type Touchpoint = TouchpointListedFragment;
export type Deed = DeedListedFragment;
export type TapWords = WordsListedFragment;
export type WordsState = TapWordsState;

const audience = 'staff';

/** The service points, and of what a new one can be. */
export function useTouchpoints() {
  const { data, ...read } = useRead(AdminTouchpointsDocument, {}, { audience });
  return {
    points: computed(() => data.value?.touchpoints),
    units: computed(() => data.value?.units ?? []),
    places: computed(() => data.value?.places ?? []),
    ...read,
  };
}
const points = ['AdminTouchpoints'];
export const useSavePoint = () => useWrite(AdminSaveTouchpointDocument, { refetch: [...points, 'ServiceTrends'] });
export const useClosePoint = () => useWrite(AdminCloseTouchpointDocument, { refetch: points });
export const useReopenPoint = () => useWrite(AdminReopenTouchpointDocument, { refetch: points });

/** How it went at a service point. */
export function usePointTrend(by: Ref<TrendBy>, id: () => string) {
  const { data, ...read } = useRead(AdminTouchpointTrendsDocument, () => ({ by: by.value }), { audience });
  return { trend: computed(() => data.value?.touchpointTrends.find(({ touchpointId }) => touchpointId === id()) ?? null), ...read };
}

/** What was said after taps at a point, page by page. */
export const useTapWords = (id: () => string, state: Ref<WordsState | null>) =>
  usePages(
    AdminTouchpointWordsDocument,
    () => ({ touchpointId: id(), state: state.value }),
    (answer) => answer.touchpointWords,
  );
export function useHeldWords() {
  const { data } = useRead(AdminHeldTapWordsDocument, {}, { audience });
  return computed(() => data.value?.touchpointWords.totalCount ?? 0);
}
export const useJudgeWords = () => useWrite(AdminJudgeTapWordsDocument, { refetch: ['AdminTouchpointWords', 'AdminHeldTapWords'] });

/** What a unit did about it. */
export function useDeeds(unit: () => string) {
  const { data, ...read } = useRead(AdminServiceDeedsDocument, () => ({ unit: unit() }), { audience });
  return { deeds: computed(() => data.value?.serviceDeeds), ...read };
}
const deeds = ['AdminServiceDeeds'];
export const useSaveDeed = () => useWrite(AdminSaveServiceDeedDocument, { refetch: deeds });
export const useRemoveDeed = () => useWrite(AdminRemoveServiceDeedDocument, { refetch: deeds });
