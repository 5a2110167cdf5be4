import { computed } from 'vue';
import { FeedbackChoicesDocument } from '../../gql/feedback/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { choicesOf, noChoices } from './choices.ts';

/** What a resident may choose from. Without it, the words can be given all the same. */
export function useChoices() {
  const { data, loading } = useRead(FeedbackChoicesDocument, {});
  return { choices: computed(() => (data.value ? choicesOf(data.value) : noChoices)), waiting: loading };
}
