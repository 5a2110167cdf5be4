import { CheckCheck, CircleAlert, CloudOff, Send, Tablet } from '@lucide/vue';
import { computed, type Component } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../kernel/useFormat.ts';
import { useOnline } from '../../kernel/useOnline.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';

/** What the pill in the bar says: what matters most comes first. */
export function useNetState() {
  const { t } = useI18n();
  const { number } = useFormat();
  const { status, unavailable } = useOutbox();
  const online = useOnline();
  return computed<{ icon: Component; words: string }>(() => {
    const { unsent, sending, needsHelp, problem } = status.value;
    if (unavailable.value) return { icon: CircleAlert, words: t('devices.net.unavailable') };
    if (needsHelp || problem) return { icon: CircleAlert, words: t('devices.net.help') };
    if (!online.value) return { icon: CloudOff, words: t('devices.net.offline') };
    if (sending) return { icon: Send, words: t('devices.net.sending', { n: number(unsent) }) };
    if (unsent) return { icon: Tablet, words: t('devices.net.here', { n: number(unsent) }) };
    return { icon: CheckCheck, words: t('devices.net.there') };
  });
}
