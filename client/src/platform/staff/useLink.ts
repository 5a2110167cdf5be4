import { FollowSignInLinkDocument, type SignedFragment } from '../../gql/staff/graphql.ts';
import { useSecret } from '../../kernel/useSecret.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { useBecome } from './useBecome.ts';

/** Signing in with a one-use link. */
export function useLink() {
  const become = useBecome();
  const secret = useSecret();
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
