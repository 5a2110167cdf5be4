import { feedbackStates } from '@torilla/schema/feedback/states';
import { computed, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { toFinnishDate } from '../../../kernel/date.ts';
import { useFormat } from '../../../kernel/useFormat.ts';
import { usePick } from '../../../kernel/useLocale.ts';
import { channelList, moodOrder, priorities, queueNames } from './choices.ts';
import { filterKeys, type FeedbackFilter } from './filter.ts';
import { useFeedbackChoices } from './useFeedback.ts';
import { useOfficers } from './useHandling.ts';

interface Choice {
  value: string;
  label: string;
}

/** What each filter may be, in words; and the words of those that are set, for their chips. Asked for when they are `needed`. */
export function useFilterWords(needed: MaybeRefOrGetter<boolean> = true) {
  const { t } = useI18n();
  const { pick } = usePick();
  const { date } = useFormat();
  const { data } = useFeedbackChoices(needed);
  const officers = useOfficers(needed);
  const byName = (list: Choice[]) => list.sort((a, b) => a.label.localeCompare(b.label, 'fi'));
  const choices = computed<Partial<Record<keyof FeedbackFilter, Choice[]>>>(() => ({
    event: [...(data.value?.events.nodes ?? [])].reverse().map((e) => ({ value: e.id, label: `${pick(e.title)} ${date(e.startsAt)}` })),
    topic: (data.value?.topics ?? []).map(({ key, name }) => ({ value: key, label: pick(name) })),
    mood: moodOrder.map((value) => ({ value, label: t(`feedback.mood.${value}`) })),
    channel: channelList.map((value) => ({ value, label: t(`feedback.channel.${value}`) })),
    district: byName((data.value?.districts ?? []).map(({ key, name }) => ({ value: key, label: pick(name) }))),
    measure: (data.value?.plan?.measures ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} ${pick(title)}` })),
    unit: byName((data.value?.units ?? []).map(({ key, name }) => ({ value: key, label: pick(name) }))),
    queue: queueNames.map((value) => ({ value, label: t(`admin.feedback.queue.${value}`) })),
    state: feedbackStates.map((value) => ({ value, label: t(`feedback.state.${value}`) })),
    assignee: officers.value,
    priority: priorities.map((value) => ({ value, label: t(`admin.feedback.priority.${value}`) })),
    answer: [
      { value: 'kylla', label: t('admin.feedback.wantsAnswer') },
      { value: 'odottaa', label: t('admin.feedback.waitsForAnswer') },
      { value: 'ei', label: t('admin.feedback.wantsNone') },
    ],
  }));
  function wordOf(key: keyof FeedbackFilter, value: string): string {
    if (key === 'search') return t('admin.feedback.searchedFor', { words: value });
    if (key === 'matter') return t('admin.feedback.matter.one');
    if (key === 'from') return t('admin.feedback.fromDay', { day: toFinnishDate(value) });
    if (key === 'to') return t('admin.feedback.toDay', { day: toFinnishDate(value) });
    return choices.value[key]?.find((choice) => choice.value === value)?.label ?? value;
  }
  const wordsOf = (filter: FeedbackFilter): string[] => filterKeys.flatMap((key) => (filter[key] ? [wordOf(key, filter[key])] : []));
  return { choices, wordOf, wordsOf };
}
