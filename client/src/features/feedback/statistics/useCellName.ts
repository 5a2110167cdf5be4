import { useI18n } from 'vue-i18n';

/** What a row of statistics is called: as the city's lists have it, or as the app says it. */
export function useCellName() {
  const { t } = useI18n();
  return (by: string, key: string | null, name: string | null, number: number | null = null): string => {
    if (!key) return t(`statistics.untold.${by === 'EVENT' || by === 'TOPIC' ? by : 'any'}`);
    if (name) return number === null ? name : `${number} ${name}`;
    if (by === 'CHANNEL') return t(`feedback.channel.${key}`);
    if (by === 'MOOD') return t(`feedback.mood.${key}`);
    if (by === 'LANGUAGE') return t(`statistics.language.${key}`);
    return key;
  };
}
