import { computed } from 'vue';
import { CityDocument } from '../../gql/places/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';

/** The city whose platform this is. */
export function useCity() {
  const { data } = useRead(CityDocument, {});
  return { city: computed(() => data.value?.municipality ?? null) };
}
