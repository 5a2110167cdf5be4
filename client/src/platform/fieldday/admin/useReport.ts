import { reportParts } from '@torilla/schema/fieldday/limits';
import { locales, type Locale } from '@torilla/schema/kernel/locale';
import { computed, reactive, ref, watch } from 'vue';
import {
  AdminEventReportDocument,
  AdminPublishEventReportDocument,
  AdminSaveEventReportDocument,
  AdminWithdrawEventReportDocument,
  type ReportDraftFragment,
} from '../../../gql/fieldday/report/graphql.ts';
import { useBusyGuard } from '../../../kernel/useBusyGuard.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

export type ReportDraft = ReportDraftFragment;
type Part = (typeof reportParts)[number];
type Words = Record<Part, Record<Locale, string>>;

const refetch = ['AdminEventReport'];

const wordsOf = ({ words }: ReportDraft): Words =>
  Object.fromEntries(reportParts.map((part) => [part, Object.fromEntries(locales.map((locale) => [locale, words[part][locale] ?? '']))])) as Words;

/** The report of an event as it is written: what is typed stays until it is saved, whatever others save meanwhile. */
export function useReport(eventId: () => string) {
  const read = useRead(AdminEventReportDocument, () => ({ eventId: eventId() }), { audience: 'staff' });
  const saving = useWrite(AdminSaveEventReportDocument, { refetch });
  const publishing = useWrite(AdminPublishEventReportDocument, { refetch });
  const withdrawing = useWrite(AdminWithdrawEventReportDocument, { refetch });
  const draft = computed(() => read.data.value?.eventReportDraft);
  const typed = reactive<{ words: Words | null; basedOn: number }>({ words: null, basedOn: 0 });
  const chosen = ref<string[]>([]);

  /** Begins from what is saved, or suggested. */
  function begin(from: ReportDraft): void {
    typed.words = wordsOf(from);
    typed.basedOn = from.version;
  }
  const changed = computed(() => draft.value !== undefined && typed.words !== null && JSON.stringify(typed.words) !== JSON.stringify(wordsOf(draft.value)));
  useBusyGuard(changed);
  /** Somebody else has saved since this was begun. */
  const newer = computed(() => draft.value !== undefined && typed.words !== null && draft.value.version !== typed.basedOn);
  watch(
    draft,
    (now) => {
      if (!now) return;
      if (!typed.words || (newer.value && !changed.value)) begin(now);
      chosen.value = chosen.value.length ? chosen.value.filter((id) => now.quotes.some((quote) => quote.id === id)) : [...now.publishedQuoteIds];
    },
    { immediate: true },
  );

  async function save(): Promise<boolean> {
    if (!typed.words) return false;
    const answer = await saving.run({ input: { eventId: eventId(), basedOn: typed.basedOn, ...typed.words } });
    if (answer) begin(answer.saveEventReport);
    // theirs is shown beside one's own
    else if (saving.problem.value?.code === 'newer-revision') read.again();
    return answer !== null;
  }
  async function publish(): Promise<boolean> {
    const pictureIds = draft.value?.pictures.map(({ id }) => id) ?? [];
    const answer = await publishing.run({ input: { eventId: eventId(), basedOn: typed.basedOn, quoteIds: chosen.value, pictureIds } });
    // what somebody else put up or removed meanwhile is shown, and read through before it is published
    if (publishing.problem.value?.code === 'newer-revision') read.again();
    return answer !== null;
  }
  const withdraw = () => withdrawing.run({ eventId: eventId() });
  return { ...read, draft, typed, chosen, changed, newer, begin, save, publish, withdraw, saving, publishing, withdrawing };
}
