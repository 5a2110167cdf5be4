import { useI18n } from 'vue-i18n';
import { toCsv } from '../../../kernel/csv.ts';
import { toFinnishDate } from '../../../kernel/date.ts';
import { saveAsFile } from '../../../kernel/saveAsFile.ts';
import { usePick } from '../../../kernel/useLocale.ts';
import { useSchedule } from '../useSchedule.ts';
import type { MeasureYear } from './yearReport.ts';

/** Gives the report of a year as a table in the reader's language: a row for each action, each report of it and each figure. */
export function useYearCsv() {
  const { t } = useI18n();
  const { pick } = usePick();
  const schedule = useSchedule();
  const head = ['number', 'measure', 'row', 'what', 'state', 'when', 'responsible', 'value'].map((column) => () => t(`plan.report.csv.${column}`));

  function rowsOf({ number, title, actions, figures }: MeasureYear): (string | number)[][] {
    const measure = [number, pick(title)];
    return [
      ...actions.flatMap(({ text, state, schedule: when, responsible, reports }) => {
        const units = responsible.map(({ name }) => pick(name)).join(', ');
        return [
          [...measure, t('plan.report.csv.action'), pick(text), t(`plan.state.${state}`), schedule(when), units, ''],
          ...reports.map((report) => [
            ...measure,
            t('plan.report.csv.report'),
            pick(report.note),
            report.state ? t(`plan.state.${report.state}`) : '',
            toFinnishDate(report.day),
            units,
            '',
          ]),
        ];
      }),
      ...figures.map(({ name, value }) => [...measure, t('plan.report.csv.figure'), pick(name), '', '', '', value]),
    ];
  }
  return (year: number, measures: readonly MeasureYear[]): void =>
    saveAsFile(`${t('plan.report.file')}-${year}.csv`, toCsv([head.map((word) => word()), ...measures.flatMap(rowsOf)]), 'text/csv');
}
