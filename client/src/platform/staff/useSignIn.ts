import { computed } from 'vue';
import { SignInWaysDocument, SignInWithCodeDocument } from '../../gql/staff/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { useMailedCode } from '../access/useMailedCode.ts';
import { useBecome } from './useBecome.ts';

/** A member of staff signs in: an address, then the code that was mailed to it. */
export function useSignIn() {
  const become = useBecome();
  const mailed = useMailedCode('STAFF');
  const entry = useWrite(SignInWithCodeDocument);
  const { data: place, loading } = useRead(SignInWaysDocument, {});

  /** Answers who signed in, or null when the code was not the right one. */
  async function enter(code: string) {
    const answer = await entry.run({ input: { email: mailed.address.value, code } });
    if (!answer) return null;
    await become(answer.signInWithCode);
    return answer.signInWithCode;
  }
  return {
    mailed,
    entry,
    enter,
    /** How else one may sign in here; undefined until it is known. Where it cannot be known, the code is left. */
    ways: computed(() => (loading.value ? undefined : (place.value?.signInWays ?? []))),
  };
}
