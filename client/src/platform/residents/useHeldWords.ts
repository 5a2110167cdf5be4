import { useI18n } from 'vue-i18n';
import { useFormat } from '../../kernel/useFormat.ts';
import { usePick, type AnyLocalized } from '../../kernel/useLocale.ts';
import type { HeldData } from './useMyData.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Says what is held in the reader's language: why, what each fact is called, and its value as people write it. */
export function useHeldWords() {
  const { t, te } = useI18n();
  const { pick } = usePick();
  const { moment, date, number } = useFormat();

  function valueOf(ofClass: string, name: string, value: unknown): string {
    if (Array.isArray(value)) return value.map((one) => valueOf(ofClass, name, one)).join(', ');
    if (typeof value === 'object') return pick(value as AnyLocalized);
    // a year has no thousands
    if (typeof value === 'number') return name === 'birthYear' ? String(value) : number(value);
    if (typeof value === 'boolean') return t(`residents.data.${value ? 'yes' : 'no'}`);
    const text = String(value);
    if (INSTANT.test(text)) return moment(text);
    if (DAY.test(text)) return date(`${text}T12:00:00Z`);
    // one of a list: its noun has the word, which the class is named after
    const word = [`residents.data.value.${name}.${text.replaceAll('.', '_')}`, `${ofClass.split('-')[0]}.${name}.${text}`].find((key) => te(key));
    return word ? t(word) : text;
  }
  return {
    /** What the class is called. */
    nameOf: (held: HeldData) => t(`residents.data.class.${held.class}.name`),
    /** Why it is held, on which ground, and how long. */
    whyOf: (held: HeldData) =>
      [
        t(`residents.data.class.${held.class}.why`),
        t(`residents.data.ground.${held.ground}`),
        ...(held.days ? [t('residents.data.days', { n: held.days })] : []),
      ].join(' '),
    /** What a record of it tells, without what is not there. */
    factsOf: (held: HeldData, record: Record<string, unknown>) =>
      Object.entries(record)
        .filter(([name, value]) => te(`residents.data.field.${name}`) && value !== null && value !== '' && !(Array.isArray(value) && !value.length))
        .map(([name, value]) => ({ name: t(`residents.data.field.${name}`), value: valueOf(held.class, name, value) })),
  };
}
