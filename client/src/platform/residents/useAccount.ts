import { computed, watch } from 'vue';
import {
  AddChildDocument,
  ChangeEmailDocument,
  MyAccountDocument,
  RemoveChildDocument,
  UpdateAccountDocument,
  type AccountFragment,
  type ChildFragment,
} from '../../gql/residents/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { arrive, leaving, presence } from './presence.ts';

export type Account = AccountFragment;
export type Child = ChildFragment;

/** The resident who is signed in; null when nobody is, undefined until it is known. */
export function useAccount() {
  const { data, ...read } = useRead(MyAccountDocument, {}, { audience: 'resident', enabled: () => !leaving.value });
  const account = computed(() => (leaving.value ? null : data.value?.myAccount));
  watch(
    account,
    (now) => {
      if (now) arrive(now.id);
    },
    { immediate: true },
  );
  return {
    ...read,
    account,
    /** Whether somebody is, as the city says or, without a network, this device. */
    signedIn: computed(() => Boolean(account.value ?? (account.value === undefined && read.problem.value && presence.value))),
  };
}

/** Changes their name and language. */
export const useAccountUpdate = () => useWrite(UpdateAccountDocument, { audience: 'resident' });

/** Moves the account to another address, by the code that was mailed there. */
export const useEmailChange = () => useWrite(ChangeEmailDocument, { audience: 'resident' });

const refetch = ['MyAccount'];
/** Adds a child to the account. */
export const useChildAdding = () => useWrite(AddChildDocument, { audience: 'resident', refetch });
/** Takes a child out of it. */
export const useChildRemoval = () => useWrite(RemoveChildDocument, { audience: 'resident', refetch });
