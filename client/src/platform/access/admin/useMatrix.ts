import { computed, ref } from 'vue';
import { PolicyMatrixDocument, type PolicyMatrixQuery } from '../../../gql/access/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { byNoun, useVerbs } from './useVerbs.ts';

export type MatrixVerb = PolicyMatrixQuery['policyMatrix'][number];
export type MatrixActor = MatrixVerb['actors'][number];

/** Of whom the policy is asked, those who may least first. */
export const actors: readonly MatrixActor[] = [
  'ANONYMOUS',
  'RESIDENT',
  'DEVICE',
  'VIEWER',
  'UNIT_VIEWER',
  'WORKER',
  'UNIT_OFFICER',
  'OFFICER',
  'ADMINISTRATOR',
];

const staff = actors.filter((actor) => !['ANONYMOUS', 'RESIDENT', 'DEVICE'].includes(actor));

/** Those who may, shortly: everybody and all of the staff go by one word. */
export function inShort(those: readonly MatrixActor[]): (MatrixActor | 'EVERYBODY' | 'STAFF')[] {
  if (those.length === actors.length) return ['EVERYBODY'];
  if (!staff.every((actor) => those.includes(actor))) return [...those];
  return [...those.filter((actor) => !staff.includes(actor)), 'STAFF'];
}

/** The policy in force by noun, narrowed by words and by who may. */
export function useMatrix() {
  const { data, ...read } = useRead(PolicyMatrixDocument, {}, { audience: 'staff' });
  const { wordOf, nounTitle } = useVerbs();
  const search = ref('');
  const who = ref<MatrixActor | null>(null);
  const found = computed(() => {
    const word = search.value.trim().toLowerCase();
    const fits = ({ verb, actors: those }: MatrixVerb): boolean =>
      (!who.value || those.includes(who.value)) &&
      (!word || [verb, wordOf(verb), nounTitle(verb.split('.')[0]!)].some((text) => text.toLowerCase().includes(word)));
    return byNoun((data.value?.policyMatrix ?? []).filter(fits));
  });
  return { ...read, known: computed(() => data.value !== undefined), search, who, found };
}
