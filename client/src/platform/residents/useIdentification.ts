import { residentRefusals } from '@torilla/schema/access/refusal';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { IdentificationDocument, type IdentificationQuery } from '../../gql/residents/graphql.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { useRead } from '../../kernel/useRead.ts';

export type Identity = NonNullable<IdentificationQuery['myIdentity']>;

/**
 * Strong identification: who the resident has shown themself to be, where they show it, and why they were sent back without. `mark` stands behind the `#` when they come
 * back: a page that the server rendered starts the app for it.
 */
export function useIdentification({ mark = '' } = {}) {
  const { t } = useI18n();
  const route = useRoute();
  const { locale } = useLocale();
  const { data, loading } = useRead(IdentificationDocument, {}, { audience: 'resident' });
  return {
    identity: computed(() => data.value?.myIdentity),
    loading,
    /** Where it begins, outside the app; null where the city has no such way. It leads back to this page. */
    start: computed(() =>
      data.value?.signInWays.includes('PROVIDER') ? `/oma/tunnistus?${new URLSearchParams({ to: route.path + mark, kieli: locale.value }).toString()}` : null,
    ),
    refusal: computed(() => route.query.virhe && t(`residents.refused.${residentRefusals.find((one) => one === route.query.virhe) ?? 'internal'}`)),
  };
}
