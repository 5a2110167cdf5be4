import type { Audience } from '@torilla/schema/access/access';
import { computed, ref } from 'vue';
import { CodePlaceDocument, RequestSignInCodeDocument } from '../../gql/access/graphql.ts';
import { useNow } from '../../kernel/useNow.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

const RESEND_MS = 30_000;

/** An address, and a code that is mailed to it: how somebody shows that it is theirs. What the code opens is for whoever uses this. */
export function useMailedCode(audience: Audience) {
  const email = ref('');
  const sentAt = ref<number | null>(null);
  const now = useNow(1000);
  const request = useWrite(RequestSignInCodeDocument);
  const { data: place } = useRead(CodePlaceDocument, {});
  const address = computed(() => email.value.trim());

  async function send(): Promise<boolean> {
    const sent = await request.run({ input: { email: address.value, audience } });
    if (sent) sentAt.value = now.value;
    return sent !== null;
  }
  return {
    email,
    /** As it is sent: without what a paste brings along. */
    address,
    send,
    request,
    sent: computed(() => sentAt.value !== null),
    /** Seconds until another code may be asked for. */
    wait: computed(() => (sentAt.value === null ? 0 : Math.max(0, Math.ceil((sentAt.value + RESEND_MS - now.value) / 1000)))),
    startOver: () => {
      sentAt.value = null;
    },
    /** Whether the mail can be read at /dev/posti. */
    demo: computed(() => place.value?.municipality.demo ?? false),
  };
}

export type MailedCode = ReturnType<typeof useMailedCode>;
