import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { newId } from '@torilla/schema/kernel/id';
import { computed, ref } from 'vue';
import {
  AddPasskeyDocument,
  OfferPasskeyDocument,
  OwnPasskeysDocument,
  RemovePasskeyDocument,
  RenamePasskeyDocument,
  type PasskeyListedFragment,
} from '../../../gql/access/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';
import { knowsPasskeys, passkeyFaultOf, type PasskeyFault } from '../../staff/passkeyFault.ts';

export type PasskeyFacts = PasskeyListedFragment;

/** One's own passkeys, and whether this browser and this address can make another. */
export function usePasskeys() {
  const { data, ...read } = useRead(OwnPasskeysDocument, {}, { audience: 'staff' });
  return {
    ...read,
    passkeys: computed(() => data.value?.passkeys),
    able: computed(() => knowsPasskeys() && Boolean(data.value?.signInWays.includes('PASSKEY'))),
  };
}

/** Makes a passkey on this device, and has the city keep it. */
export function useAddPasskey() {
  const offer = useWrite(OfferPasskeyDocument);
  const keep = useWrite(AddPasskeyDocument, { refetch: ['OwnPasskeys'] });
  const busy = ref(false);
  const fault = ref<PasskeyFault | null>(null);

  async function make(optionsJSON: PublicKeyCredentialCreationOptionsJSON) {
    const { startRegistration } = await import('@simplewebauthn/browser');
    try {
      return await startRegistration({ optionsJSON });
    } catch (error) {
      fault.value = passkeyFaultOf(error);
      return null;
    }
  }
  /** Answers whether it was made and kept; else `fault` or a problem says why not. */
  async function add(name: string): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    fault.value = keep.problem.value = null;
    try {
      const offered = await offer.run({});
      const response = offered && (await make(offered.offerPasskey as PublicKeyCredentialCreationOptionsJSON));
      return response ? (await keep.run({ input: { id: newId(), name, response } })) !== null : false;
    } finally {
      busy.value = false;
    }
  }
  return { add, busy, fault, problem: computed(() => offer.problem.value ?? keep.problem.value) };
}

export const useRenamePasskey = () => useWrite(RenamePasskeyDocument);
export const useRemovePasskey = () => useWrite(RemovePasskeyDocument, { refetch: ['OwnPasskeys'] });
