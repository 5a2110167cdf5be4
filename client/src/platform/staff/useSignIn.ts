import { computed, ref } from 'vue';
import { MeDocument, RequestSignInCodeDocument, SignInPlaceDocument, SignInWithCodeDocument } from '../../gql/staff/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { useNow } from '../../kernel/useNow.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

const RESEND_MS = 30_000;

/** Signing in: an address, then the code that was mailed to it. */
export function useSignIn() {
  const client = useApollo();
  const email = ref('');
  const sentAt = ref<number | null>(null);
  const now = useNow(1000);
  const request = useWrite(RequestSignInCodeDocument);
  const entry = useWrite(SignInWithCodeDocument);
  const { data: place, loading } = useRead(SignInPlaceDocument, {});

  async function send(): Promise<boolean> {
    entry.problem.value = null;
    const sent = await request.run({ input: { email: email.value.trim() } });
    if (sent) sentAt.value = now.value;
    return sent !== null;
  }
  /** Answers who signed in, or null when the code was not the right one. */
  async function enter(code: string) {
    const answer = await entry.run({ input: { email: email.value.trim(), code } });
    if (!answer) return null;
    // what was read as a stranger is not what a member of staff sees
    await client.clearStore();
    client.cache.writeQuery({ query: MeDocument, data: { __typename: 'Query', me: answer.signInWithCode } });
    return answer.signInWithCode;
  }
  return {
    email,
    send,
    enter,
    request,
    entry,
    sent: computed(() => sentAt.value !== null),
    /** Seconds until another code may be asked for. */
    wait: computed(() => (sentAt.value === null ? 0 : Math.max(0, Math.ceil((sentAt.value + RESEND_MS - now.value) / 1000)))),
    startOver: () => {
      sentAt.value = null;
      entry.problem.value = null;
    },
    /** How else one may sign in here; undefined until it is known. Where it cannot be known, the code is left. */
    ways: computed(() => (loading.value ? undefined : (place.value?.signInWays ?? []))),
    demo: computed(() => place.value?.municipality.demo ?? false),
  };
}

export type SignIn = ReturnType<typeof useSignIn>;
