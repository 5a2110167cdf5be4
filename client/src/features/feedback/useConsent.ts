import { CONTACT_DAYS } from '@torilla/schema/feedback/limits';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { dayOf } from '../../kernel/format.ts';
import { useFormat } from '../../kernel/useFormat.ts';

/** What a resident agrees to who leaves an address, as it is shown now, and the day on which the address is deleted. */
export function useConsent() {
  const { t } = useI18n();
  const { date } = useFormat();
  return computed(() => {
    const deleteOn = dayOf(new Date(Date.now() + CONTACT_DAYS * 86_400_000));
    return { text: t('feedback.contact.consent', { date: date(`${deleteOn}T12:00:00Z`) }), deleteOn };
  });
}
