import { useI18n } from 'vue-i18n';
import type { PackFault } from './usePack.ts';

/** What went wrong with a pack, in a sentence. `kept`: an older one is here and serves. */
export function usePackWords() {
  const { t, te } = useI18n();
  return (fault: PackFault, kept: boolean): string =>
    `${t(te(`devices.pack.${fault}`) ? `devices.pack.${fault}` : `kernel.problem.${fault}`)} ${kept ? t('devices.pack.kept') : ''}`;
}
