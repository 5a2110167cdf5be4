import { CheckCheck, CircleAlert, CloudOff, Send, Tablet, Wifi } from '@lucide/vue';
import { computed, type Component } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../kernel/useFormat.ts';
import { useOnline } from '../../kernel/useOnline.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';

/** What the pill in the bar says: what matters most comes first; null before anything was counted. */
export function useNetState() {
  const { t } = useI18n();
  const { number } = useFormat();
  const { status, counted, unavailable } = useOutbox();
  const online = useOnline();
  return computed<{ icon: Component; words: string } | null>(() => {
    const { made, unsent, sending, needsHelp, problem } = status.value;
    if (unavailable.value) return { icon: CircleAlert, words: t('devices.net.unavailable') };
    if (!counted.value) return null;
    if (needsHelp || problem) return { icon: CircleAlert, words: t('devices.net.help') };
    if (!online.value) return { icon: CloudOff, words: t('devices.net.offline') };
    if (sending) return { icon: Send, words: t('devices.net.sending', { n: number(unsent) }) };
    if (unsent) return { icon: Tablet, words: t('devices.net.here', { n: number(unsent) }) };
    return made ? { icon: CheckCheck, words: t('devices.net.there') } : { icon: Wifi, words: t('devices.net.online') };
  });
}
