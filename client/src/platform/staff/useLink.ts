import { useRoute, useRouter } from 'vue-router';
import { FollowSignInLinkDocument, type SignedFragment } from '../../gql/staff/graphql.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { useBecome } from './useBecome.ts';

/** Signing in with a one-use link. Its secret is taken out of the address at once: it stands in no history, and no reload brings it back. */
export function useLink() {
  const { hash, path } = useRoute();
  const router = useRouter();
  const become = useBecome();
  const secret = hash.slice(1);
  if (secret) {
    // before anything is drawn; the router, which knows it as well, lets the browser breathe first
    history.replaceState(history.state, '', path);
    void router.replace({ path });
  }
  const { run, busy, problem } = useWrite(FollowSignInLinkDocument);
  /** Answers who signed in, or null; `problem` then says why. */
  async function follow(): Promise<SignedFragment | null> {
    const answer = secret && (await run({ input: { secret } }));
    if (!answer) return null;
    await become(answer.followSignInLink);
    return answer.followSignInLink;
  }
  return { has: secret !== '', follow, busy, problem };
}
