import { newId } from '@torilla/schema/kernel/id';
import { computed, ref } from 'vue';
import {
  EndApiTokenDocument,
  MakeApiTokenDocument,
  OwnTokensDocument,
  TokenVerbsDocument,
  type TokenListedFragment,
} from '../../../gql/access/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type TokenFacts = TokenListedFragment;

/** One's own tokens for scripts. */
export function useTokens() {
  const { data, ...read } = useRead(OwnTokensDocument, {}, { audience: 'staff' });
  return { ...read, tokens: computed(() => data.value?.apiTokens) };
}

/** The verbs that one may allow a script. */
export function useTokenVerbs() {
  const { data, ...read } = useRead(TokenVerbsDocument, {}, { audience: 'staff' });
  return { ...read, verbs: computed(() => data.value?.tokenVerbs) };
}

/** Makes a token. Its secret is here until it is dropped, and nowhere else. */
export function useMakeToken() {
  const { run, busy, problem } = useWrite(MakeApiTokenDocument, { refetch: ['OwnTokens'] });
  const secret = ref<string | null>(null);
  // an answer that was lost is asked for again: the same token, another secret
  let id = newId();
  return {
    busy,
    problem,
    secret,
    async make(input: { name: string; verbs: string[]; days: number }): Promise<void> {
      secret.value = (await run({ input: { id, ...input } }))?.makeApiToken ?? null;
    },
    drop() {
      secret.value = problem.value = null;
      id = newId();
    },
  };
}

export const useEndToken = () => useWrite(EndApiTokenDocument, { refetch: ['OwnTokens'] });
