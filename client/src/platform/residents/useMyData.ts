import { computed, type Ref } from 'vue';
import {
  ConsentsDocument,
  EraseAccountDocument,
  MyDataDocument,
  ViewLinesDocument,
  WithdrawConsentDocument,
  type ConsentsQuery,
  type EraseAccountMutation,
  type MyDataQuery,
} from '../../gql/residents/graphql.ts';
import { usePages } from '../../kernel/usePages.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

export type HeldData = Omit<MyDataQuery['myData'][number], 'records'> & { records: readonly Record<string, unknown>[] };
export type Consent = ConsentsQuery['consents'][number];
export type Fate = EraseAccountMutation['eraseAccount'][number];

const audience = 'resident';

/** Everything that the city holds of the resident who is signed in, by class. */
export function useMyData() {
  const { data, ...read } = useRead(MyDataDocument, {}, { audience });
  return { ...read, held: computed(() => data.value?.myData) as Ref<readonly HeldData[] | undefined> };
}

/** What they consented to. */
export function useConsents() {
  const { data, ...read } = useRead(ConsentsDocument, {}, { audience });
  return { ...read, consents: computed(() => data.value?.consents) };
}
/** Takes a consent back, and with it what lived by it. */
export const useWithdrawal = () => useWrite(WithdrawConsentDocument, { audience, refetch: ['Consents', 'MyData', 'MyAccount'] });

/** Who looked at their data, the newest first, page by page. */
export const useViews = () =>
  usePages(
    ViewLinesDocument,
    () => ({ first: 20 }),
    (answer) => answer.viewLines,
    { audience },
  );

/** Erases the account, or shows what that would come to. */
export const useErasing = () => useWrite(EraseAccountDocument, { audience, secret: true });
