import { computed } from 'vue';
import {
  CancelRegistrationDocument,
  MyRegistrationsDocument,
  RegisterForEventDocument,
  RegistrationByCodeDocument,
  type OwnRegistrationFactsFragment,
  type RegistrationWholeFragment,
} from '../../../gql/events/own/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type OwnRegistration = OwnRegistrationFactsFragment;
export type RegistrationWhole = RegistrationWholeFragment;

/** The registration behind a code; nothing is asked while there is none. */
export function useRegistration(code: () => string | null) {
  const { data, ...read } = useRead(RegistrationByCodeDocument, () => ({ code: code() ?? '' }), { audience: 'resident', enabled: () => code() !== null });
  const registration = computed(() => data.value?.registration ?? null);
  return { registration, missing: computed(() => data.value !== undefined && !registration.value), ...read };
}

/** What the resident who is signed in registered for. */
export function useMyRegistrations() {
  const { data, ...read } = useRead(MyRegistrationsDocument, {}, { audience: 'resident' });
  return { registrations: computed(() => data.value?.myRegistrations), ...read };
}

/** Registers somebody. The event's own page then tells how many places are left. */
export const useRegistering = () => useWrite(RegisterForEventDocument, { audience: 'resident', refetch: ['EventById'] });

/** Whoever has the code will not come. */
export const useCancelling = () => useWrite(CancelRegistrationDocument, { audience: 'resident', refetch: ['RegistrationByCode', 'MyRegistrations'] });
