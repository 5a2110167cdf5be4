import type { ScheduleFacts } from '@torilla/schema/plan/state';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../kernel/useFormat.ts';
import { scheduleWords } from './schedule.ts';

/** Says a schedule in the reader's language. */
export function useSchedule() {
  const { t } = useI18n();
  const { date } = useFormat();
  return (schedule: ScheduleFacts): string => {
    const { key, year, due, first } = scheduleWords(schedule);
    const words = t(`plan.schedule.${key}`, { year: year ?? '', date: due ? date(due) : '' });
    return first ? t('plan.schedule.since', { words, first }) : words;
  };
}
