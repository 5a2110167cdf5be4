import type { Plain } from '../../../kernel/plain.ts';
import type { Counts, DayTablet, FieldDay } from './useFieldDay.ts';

const DAY = 86_400_000;

/** A point of the evening before: whether it is in order, and what a person does about it. */
export interface CheckLine {
  name: 'tablets' | 'roster' | 'questions' | 'notices' | 'PLACE' | 'PRINTED';
  ok: boolean;
  /** What the reader is told, by the key of its words and what stands in them. */
  say: { key: string; facts?: Record<string, string | number> }[];
  /** Who says so, where it is a person's to say. */
  tick?: Plain<FieldDay['ticks'][number]> | null;
}

/** How a tablet stands the evening before. */
export function tabletState({ faults, lastContactAt }: Pick<DayTablet, 'faults' | 'lastContactAt'>, now: Date): 'ready' | 'faults' | 'unlooked' | 'silent' {
  if (!faults) return 'unlooked';
  if (faults.length) return 'faults';
  return !lastContactAt || now.getTime() - Date.parse(lastContactAt) > DAY ? 'silent' : 'ready';
}

/** The words that the checklist needs from whoever shows it. */
export interface CheckWords {
  fault: (name: string) => string;
  notice: (purpose: string) => string;
  language: (locale: string) => string;
  ago: (at: string) => string;
  tabletState: (state: string, facts: Record<string, string>) => string;
}

/** What must be right before anybody leaves for the square. */
export function checklist(day: Plain<FieldDay>, counts: Plain<Pick<Counts, 'tablets'>>, isCancelled: boolean, now: Date, words: CheckWords): CheckLine[] {
  const tablets = counts.tablets.filter(({ isTablet }) => isTablet);
  const states = tablets.map((tablet) => ({ tablet, state: tabletState(tablet, now) }));
  const ready = states.filter(({ state }) => state === 'ready').length;
  const pinless = day.roster.filter(({ hasPin }) => !hasPin);
  const questions = day.figures.find(({ key }) => key === 'feedback.questions')?.counts[0]?.value ?? 0;
  const lacking = day.notices.filter((notice) => notice.lacking.length);
  const names = (people: { displayName: string }[]) => people.map(({ displayName }) => displayName).join(', ');
  const tickOf = (item: 'PLACE' | 'PRINTED') => day.ticks.find((tick) => tick.item === item) ?? null;
  const ticked = (item: 'PLACE' | 'PRINTED', key: string): CheckLine => ({ name: item, ok: tickOf(item) !== null, say: [{ key }], tick: tickOf(item) });
  return [
    {
      name: 'tablets',
      ok: tablets.length > 0 && ready === tablets.length,
      say: tablets.length
        ? [
            { key: 'tablets', facts: { n: ready } },
            ...states.map(({ tablet, state }) => ({
              key: 'tablet',
              facts: {
                name: tablet.name,
                what: words.tabletState(state, {
                  ago: tablet.readyAt ? words.ago(tablet.readyAt) : '',
                  what: (tablet.faults ?? []).map((fault) => words.fault(fault)).join(', '),
                }),
              },
            })),
          ]
        : [{ key: 'noTablets' }],
    },
    {
      name: 'roster',
      ok: day.roster.length > 0 && !pinless.length,
      say: day.roster.length
        ? [{ key: 'roster', facts: { names: names(day.roster) } }, ...(pinless.length ? [{ key: 'noPin', facts: { names: names(pinless) } }] : [])]
        : [{ key: 'noRoster' }],
    },
    { name: 'questions', ok: questions > 0, say: [questions ? { key: 'questions', facts: { n: questions } } : { key: 'noQuestions' }] },
    {
      name: 'notices',
      ok: !lacking.length,
      say: lacking.length
        ? lacking.map((one) => ({
            key: 'noticeLacks',
            facts: { notice: words.notice(one.purpose), languages: one.lacking.map((locale) => words.language(locale)).join(', ') },
          }))
        : [{ key: 'notices' }],
    },
    isCancelled ? { name: 'PLACE', ok: false, say: [{ key: 'cancelled' }] } : ticked('PLACE', 'confirm'),
    ticked('PRINTED', 'printed'),
  ];
}
