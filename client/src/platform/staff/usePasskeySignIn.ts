import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { ref } from 'vue';
import { BeginPasskeySignInDocument, SignInWithPasskeyDocument, type SignedFragment } from '../../gql/staff/graphql.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { passkeyFaultOf, type PasskeyFault } from './passkeyFault.ts';
import { useBecome } from './useBecome.ts';

/** Signing in with a passkey, without an address: the device says who it is. */
export function usePasskeySignIn() {
  const become = useBecome();
  const begin = useWrite(BeginPasskeySignInDocument);
  const entry = useWrite(SignInWithPasskeyDocument);
  const busy = ref(false);
  const fault = ref<PasskeyFault | null>(null);

  async function ask(optionsJSON: PublicKeyCredentialRequestOptionsJSON) {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    try {
      return await startAuthentication({ optionsJSON });
    } catch (error) {
      fault.value = passkeyFaultOf(error);
      return null;
    }
  }
  /** Answers who signed in, or null; then `fault` says what the device did, or a problem what the city did. */
  async function enter(): Promise<SignedFragment | null> {
    if (busy.value) return null;
    busy.value = true;
    fault.value = null;
    entry.problem.value = null;
    try {
      const asked = await begin.run({});
      const response = asked && (await ask(asked.beginPasskeySignIn as PublicKeyCredentialRequestOptionsJSON));
      const answer = response && (await entry.run({ input: { response } }));
      if (!answer) return null;
      await become(answer.signInWithPasskey);
      return answer.signInWithPasskey;
    } finally {
      busy.value = false;
    }
  }
  return { enter, busy, fault, problems: [begin.problem, entry.problem] };
}
